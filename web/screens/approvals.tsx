// What waits for an approver: weeks, late hours, people who are missing, and what was decided lately.
import { useSignal } from '@preact/signals'
import { weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { AsOf } from '../parts/as-of.tsx'
import { Batch } from '../parts/decision-batch.tsx'
import { DecidedItem, WaitingItem } from '../parts/decision-item.tsx'
import { LateCard } from '../parts/decision-late.tsx'
import { Missing } from '../parts/decision-missing.tsx'
import { Heading } from '../parts/heading.tsx'
import { decidedWeeks, isSeen, type Item, lateHours, peopleOf } from '../state/approvals.ts'
import { cards, hasCopy } from '../state/copy.ts'
import { desk, mark, marked, seen, waitingForMe } from '../state/decisions.ts'
import { mayApprove } from '../state/rights.ts'

/** Decided weeks that are shown without asking for more. */
const few = 8

/** `week`: only that one; null for all. */
export function Approvals({ week }: { week: string | null }) {
  const isWanted = (of: string) => week === null || of === week
  const waiting = waitingForMe.value.filter(({ sheet }) => isWanted(sheet.week.week))
  const late = lateHours(desk.value).filter((hour) => isWanted(hour.late.week))
  const decided = decidedWeeks(desk.value).filter(({ sheet }) => isWanted(sheet.week.week))
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

function Nobody() {
  const isFetching = mayApprove.value && !hasCopy.value
  return (
    <div class="nothing nothing-tall">
      <strong>{isFetching ? text.approvals.fetching : text.approvals.nobody}</strong>
      {!isFetching && <p>{text.approvals.nobodyMore}</p>}
    </div>
  )
}

function Waiting({ items }: { items: readonly Item[] }) {
  const canMark = items.length > 1
  return (
    <section class="approvals-section" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {text.approvals.waiting} {items.length > 0 && <span class="count">{items.length}</span>}
      </h2>
      {items.length === 0 && <p class="quiet">{text.approvals.waitingNone}</p>}
      {canMark && <p class="quiet">{text.approvals.howToMark}</p>}
      {canMark && <MarkAll items={items} />}
      <ul class="approval-list">
        {items.map((item) => (
          <WaitingItem key={item.key} item={item} canMark={canMark} />
        ))}
      </ul>
      {canMark && <Batch />}
    </section>
  )
}

/** For whoever has looked at several: all of them at one go, or none. */
function MarkAll({ items }: { items: readonly Item[] }) {
  const isRefused = (key: string) => cards.value.some(({ thing }) => thing === key)
  const looked = items.filter((item) => isSeen(item, seen.value) && !isRefused(item.key))
  if (looked.length < 2) return null
  const areMarked = looked.every(({ key }) => marked.value.has(key))
  const keys = looked.map(({ key }) => key)
  return (
    <button class="button mark-all" type="button" onClick={() => mark(keys, !areMarked)}>
      {areMarked ? text.approvals.unmarkAll : text.approvals.markAll}
    </button>
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
