// What waits for an approver: weeks, late hours, people who are missing, and what was decided lately.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { AsOf } from '../parts/as-of.tsx'
import { DecidedItem, idOfItem } from '../parts/decision-item.tsx'
import { LateCard } from '../parts/decision-late.tsx'
import { Missing } from '../parts/decision-missing.tsx'
import { Waiting } from '../parts/decision-waiting.tsx'
import { Heading } from '../parts/heading.tsx'
import { decidedWeeks, type Item, lateHours, peopleOf } from '../state/approvals.ts'
import { hasCopy } from '../state/copy.ts'
import { desk, opened, waitingForMe } from '../state/decisions.ts'
import { mayApprove } from '../state/rights.ts'

/** Decided weeks that are shown without asking for more. */
const few = 8

/** `week`: only that one; null for all. */
export function Approvals({ week }: { week: string | null }) {
  const isWanted = (of: string) => week === null || of === week
  const waiting = waitingForMe.value.filter(({ sheet }) => isWanted(sheet.week.week))
  const late = lateHours(desk.value).filter((hour) => isWanted(hour.late.week))
  const decided = decidedWeeks(desk.value).filter(({ sheet }) => isWanted(sheet.week.week))
  useEffect(goOnWhereOneWas, [])
  const title = week === null ? text.approvals.title : text.approvals.titleOfWeek(weekNumber(week))
  if (!mayApprove.value || peopleOf(desk.value).length === 0) {
    return (
      <>
        <Heading title={title} />
        <Nobody />
      </>
    )
  }
  return (
    <>
      <Heading title={title} />
      <div class="approvals">
        <AsOf />
        {week !== null && (
          <a class="chip approvals-all" href="/approvals">
            {text.approvals.allWeeks}
          </a>
        )}
        <div class="approvals-first">
          <Waiting items={waiting} />
          {late.length > 0 && (
            <section class="approvals-section" aria-labelledby="late-title">
              <h2 id="late-title">
                {text.approvals.late} <span class="count">{late.length}</span>
              </h2>
              <p class="quiet">{text.approvals.lateMore}</p>
              <ul class="cards">
                {late.map((hour) => (
                  <LateCard key={hour.late.id} hour={hour} withName />
                ))}
              </ul>
            </section>
          )}
        </div>
        <div class="approvals-second">
          <Missing week={week} />
          <Decided items={decided} />
        </div>
      </div>
    </>
  )
}

/** Whoever comes back from a week finds it before their eyes, and the next one below. */
function goOnWhereOneWas(): void {
  document.getElementById(idOfItem(opened.peek() ?? ''))?.scrollIntoView({ block: 'center' })
  opened.value = null
}

function Nobody() {
  const isFetching = mayApprove.value && !hasCopy.value
  return (
    <div class="nothing nothing-tall">
      <strong>{isFetching ? text.approvals.fetching : text.approvals.nobody}</strong>
      {!isFetching && <p>{text.approvals.nobodyMore}</p>}
    </div>
  )
}

function Decided({ items }: { items: readonly Item[] }) {
  const isWhole = useSignal(false)
  const shown = isWhole.value ? items : items.slice(0, few)
  return (
    <section class="approvals-section" aria-labelledby="decided-title">
      <h2 id="decided-title">{text.approvals.decided}</h2>
      {items.length === 0 && <p class="quiet">{text.approvals.decidedNone}</p>}
      <ul class="approval-list">
        {shown.map((item) => (
          <DecidedItem key={item.key} item={item} />
        ))}
      </ul>
      {shown.length < items.length && (
        <button class="button" type="button" onClick={() => (isWhole.value = true)}>
          {text.approvals.showAll(items.length)}
        </button>
      )}
    </section>
  )
}
