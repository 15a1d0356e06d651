// Where a week stands before its approver, and what has become of it or of a decision since it was looked at.
import type { Status } from '#domain/problem.ts'
import type { Week } from '#domain/week.ts'
import type { Card } from '../data/cards.ts'
import { moment } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { StandingMark } from './standing.tsx'

/** The status with who brought it there and when, and the reason that goes with it. */
export function Standing({ week }: { week: Week }) {
  const { status, byName, since, note, changed, number } = week
  const by = byName ?? text.history.somebody
  return (
    <div class="sheet-standing">
      <p>
        <StatusMark status={status} />
        <span class="quiet">
          {by}, {moment(since, now.value, zone.value)}
        </span>
        {number === 0 && <StandingMark standing="device" />}
        {changed && status === 'submitted' && <span class="changed-mark">{text.approvals.changed}</span>}
      </p>
      {note && (
        <p class="sheet-reason">
          <span class="quiet">{text.sheet.reason[status]}</span> {note}
        </p>
      )}
    </div>
  )
}

export const StatusMark = ({ status }: { status: Status }) => (
  <span class={`status status-${status}`}>{text.sheet.status[status]}</span>
)

/** A decision that the server did not take. */
export const Refused = ({ card }: { card: Card }) => (
  <div class="reason sheet-refused" role="alert">
    <Icon name="attention" />
    <span>
      <strong>{text.sheet.refused}</strong> {inWords(card.problem)}
    </span>
  </div>
)

/** The week is another one than the one below. `status`: where it stands now. */
export const Moved = ({ status }: { status: Status }) => (
  <div class="banner banner-waiting" role="alert">
    <div class="banner-words">
      <strong>{text.sheet.moved}</strong>
      <p>
        {text.sheet.standsNow(text.sheet.status[status])} {text.sheet.movedMore}
      </p>
    </div>
  </div>
)
