// The pages that are to be printed, as they will lie on paper; on the screen with a way back and a button above them.
import { mondayOf, weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { who } from '../state/copy.ts'
import { addressOf, type Printing, type Wanted } from '../state/report-address.ts'
import type { PrintedPage } from '../state/report-pages.ts'
import { pagesAsked, pagesHere } from '../state/report-print.ts'
import { weekAround } from '../state/report-range.ts'
import type { Missing } from '../state/reports.ts'
import { Heading } from './heading.tsx'
import { Icon } from './icon.tsx'
import { PrintPage } from './print-page.tsx'
import { useAnswer } from './report-answer.ts'
import { Unanswered } from './report-result.tsx'

export function PrintView({ printing }: { printing: Printing }) {
  // What this device knows needs no network; the rest is asked for.
  const { answer, again } = useAnswer(() => (pagesHere.value === null ? pagesAsked(printing) : null))
  const pages = pagesHere.value ?? answer.value
  return (
    <>
      <Heading title={titleOf(printing, pages)} />
      <div class="papers prints">
        <div class="actions only-screen">
          <a class="button" href={addressOf(reportOf(printing))}>
            <Icon name="back" />
            {text.printed.back}
          </a>
          {Array.isArray(pages) && pages.length > 0 && (
            <button class="button button-primary" type="button" onClick={() => print()}>
              <Icon name="print" />
              {text.printed.print}
            </button>
          )}
        </div>
        <Pages pages={pages} onAgain={again} />
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

function titleOf({ person, week }: Printing, pages: readonly PrintedPage[] | Missing | null): string {
  const first = typeof pages === 'object' ? pages?.[0] : undefined
  if (person === null) return text.printed.titleOfAll(weekNumber(week))
  return first
    ? text.printed.titleOf(first.name ?? text.approvals.nameless, weekNumber(week))
    : text.printed.title
}

function Pages({ pages, onAgain }: { pages: readonly PrintedPage[] | Missing | null; onAgain: () => void }) {
  if (pages === null) return <p role="status">{text.reports.asking}</p>
  if (typeof pages === 'string') return <Unanswered why={pages} onAgain={onAgain} />
  if (pages.length === 0) return <p class="nothing">{text.printed.noneOfAll}</p>
  return pages.map((page) => <PrintPage key={page.person} page={page} />)
}
