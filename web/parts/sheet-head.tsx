// Where a week stands before its approver, and what has become of it or of a decision since it was looked at.
import { daysOf } from '#domain/calendar.ts'
import { minutesOf, writeDifference, writeDuration } from '#domain/duration.ts'
import type { Week } from '#domain/week.ts'
import type { Card } from '../data/cards.ts'
import { moment } from '../dates.ts'
import { text } from '../messages.ts'
import type { Item } from '../state/approvals.ts'
import { now, zone } from '../state/clock.ts'
import { gapsIn, standingOf } from '../state/weeks.ts'
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
        <StatusMark week={week} />
        <span class="quiet">
          {standingOf(week) === 'open' ? text.sheet.withdrawn(by) : by},{' '}
          {moment(since, now.value, zone.value)}
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

/** The week in one line: how much, how far from what was agreed on, and what to look at. */
export function Summary({ item: { person, sheet, minutes, beyond, comments } }: { item: Item }) {
  const minutesOn = (date: string) => minutesOf(sheet.entries.filter((entry) => entry.date === date))
  const gaps = gapsIn(daysOf(sheet.week.week), minutesOn, person).length
  return (
    <p class="sheet-summary">
      <span>
        {text.sheet.total} <strong class="figure">{writeDuration(minutes)}</strong>
      </span>
      {beyond !== null && (
        <span>
          {text.sheet.beyond} <strong class="figure">{writeDifference(beyond)}</strong>
        </span>
      )}
      <span>{text.sheet.gaps(gaps)}</span>
      <span>{text.approvals.comments(comments)}</span>
    </p>
  )
}

export function StatusMark({ week }: { week: Week }) {
  const standing = standingOf(week)
  return <span class={`status status-${standing}`}>{text.sheet.status[standing]}</span>
}

/** A decision that the server did not take. */
export const Refused = ({ card }: { card: Card }) => (
  <div class="reason sheet-refused" role="alert">
    <Icon name="attention" />
    <span>
      <strong>{text.sheet.refused}</strong> {inWords(card.problem)}
    </span>
  </div>
)

/** The week is another one than the one below. `week`: as it is now. */
export const Moved = ({ week }: { week: Week }) => (
  <div class="banner banner-waiting" role="alert">
    <div class="banner-words">
      <strong>{text.sheet.moved}</strong>
      <p>
        {text.sheet.standsNow(text.sheet.status[standingOf(week)])} {text.sheet.movedMore}
      </p>
    </div>
  </div>
)
