// The pages that are to be printed, as they will lie on paper; on the screen with a way back and a button above them.
import { mondayOf, weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import type { Missing } from '../state/ask.ts'
import { who } from '../state/copy.ts'
import { addressOf, type Printing, type Wanted } from '../state/report-address.ts'
import type { LeftOut, Printed } from '../state/report-pages.ts'
import { pagesAsked, pagesHere } from '../state/report-print.ts'
import { weekAround } from '../state/report-range.ts'
import { useAnswer } from './answer.ts'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import { PrintPage } from './print-page.tsx'
import { Unanswered } from './report-result.tsx'

export function PrintView({ printing }: { printing: Printing }) {
  // What this device knows needs no network; the rest is asked for.
  const { answer, again } = useAnswer(() => (pagesHere.value === null ? pagesAsked(printing) : null))
  const printed = pagesHere.value ?? answer.value
  return (
    <>
      <Heading title={titleOf(printing, printed)} />
      <div class="papers prints">
        <div class="actions only-screen">
          <a class="button" href={addressOf(reportOf(printing))}>
            <Icon name="back" />
            {text.printed.back}
          </a>
          {printed !== null && typeof printed === 'object' && printed.pages.length > 0 && (
            <button class="button button-primary" type="button" onClick={() => print()}>
              <Icon name="print" />
              {text.printed.print}
            </button>
          )}
        </div>
        <Pages printed={printed} isOfAll={printing.person === null} onAgain={again} />
      </div>
    </>
  )
}

/** The report that the pages belong to: the way back. */
const reportOf = ({ person, week }: Printing): Wanted => ({
  range: weekAround(mondayOf(week)),
  by: 'project',
  whose: person === who.value?.person ? 'me' : (person ?? 'all'),
})

function titleOf({ person, week }: Printing, printed: Printed | Missing | null): string {
  const first = typeof printed === 'object' ? printed?.pages[0] : undefined
  if (person === null) return text.printed.titleOfAll(weekNumber(week))
  return first
    ? text.printed.titleOf(first.name ?? text.approvals.nameless, weekNumber(week))
    : text.printed.title
}

function Pages({
  printed,
  isOfAll,
  onAgain,
}: {
  printed: Printed | Missing | null
  isOfAll: boolean
  onAgain: () => void
}) {
  if (printed === null) return <p role="status">{text.reports.asking}</p>
  if (typeof printed === 'string') return <Unanswered why={printed} onAgain={onAgain} />
  const { pages, leftOut } = printed
  return (
    <>
      {/* Not on paper: it would be on the sheet of whoever comes first. */}
      {leftOut.length > 0 && (
        <p class="papers-left-out only-screen">{text.printed.leftOut(inWords(leftOut))}</p>
      )}
      {isOfAll && <p class="quiet only-screen">{text.printed.own}</p>}
      {pages.length === 0 && <p class="nothing">{text.printed.noneOfAll}</p>}
      {pages.map((page) => (
        <PrintPage key={page.person} page={page} />
      ))}
    </>
  )
}

const inWords = (leftOut: readonly LeftOut[]) =>
  leftOut
    .map(({ name, standing }) => `${name ?? text.approvals.nameless} (${text.printed.why[standing]})`)
    .join(', ')
