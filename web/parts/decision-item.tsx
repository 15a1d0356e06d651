// Somebody's week in a list of an approver: whose, how much, and what to know before it is opened.
import type { ComponentChildren } from 'preact'
import { addressOfSheet } from '#domain/address.ts'
import { daysOf, weekNumber } from '#domain/calendar.ts'
import { writeDifference, writeDuration } from '#domain/duration.ts'
import { isLocked } from '#domain/week.ts'
import { moment, shortSpan } from '../dates.ts'
import { text } from '../messages.ts'
import { isSeen, type Item } from '../state/approvals.ts'
import { now, zone } from '../state/clock.ts'
import { cards } from '../state/copy.ts'
import { mark, marked, seen } from '../state/decisions.ts'
import { personName } from './names.ts'
import { StatusMark } from './sheet-head.tsx'
import { StandingMark } from './standing.tsx'

const days = (week: string) => {
  const dates = daysOf(week)
  return text.approvals.week(weekNumber(week), shortSpan(dates[0] ?? '', dates[6] ?? ''))
}

/** What a week is called in the document. `key`: that of its item. */
export const idOfItem = (key: string) => `item ${key}`.replaceAll(' ', '-')

/** A week that waits; once it was opened as it stands, it can be marked to be approved with others. */
export function WaitingItem({ item, canMark }: { item: Item; canMark: boolean }) {
  const { key, person, sheet, comments } = item
  const wasSeen = isSeen(item, seen.value)
  const isRefused = cards.value.some(({ thing }) => thing === key)
  return (
    <li class="approval" id={idOfItem(key)}>
      {canMark && (
        <label class="approval-mark">
          <input
            type="checkbox"
            disabled={!wasSeen || isRefused}
            checked={wasSeen && !isRefused && marked.value.has(key)}
            onChange={(event) => mark([key], event.currentTarget.checked)}
          />
          <span class="hidden-word">
            {text.approvals.mark(personName(person), weekNumber(sheet.week.week))}
            {!wasSeen && `, ${text.approvals.unseen}`}
          </span>
        </label>
      )}
      <ItemLink item={item}>
        {isRefused && <StandingMark standing="attention" />}
        {wasSeen && <span class="looked-mark">{text.approvals.looked}</span>}
        {!wasSeen && canMark && <span class="quiet">{text.approvals.unseen}</span>}
        {sheet.week.changed && <span class="changed-mark">{text.approvals.changed}</span>}
        {comments > 0 && <span class="quiet">{text.approvals.comments(comments)}</span>}
      </ItemLink>
    </li>
  )
}

/** A week that was decided. */
export function DecidedItem({ item }: { item: Item }) {
  const { week } = item.sheet
  return (
    <li class="approval" id={idOfItem(item.key)}>
      <ItemLink item={item}>
        <StatusMark week={week} />
        {week.number === 0 && <StandingMark standing="device" />}
        <span class="quiet">
          {week.byName ? `${week.byName}, ` : ''}
          {moment(week.since, now.value, zone.value)}
        </span>
      </ItemLink>
    </li>
  )
}

const ItemLink = ({ item, children }: { item: Item; children: ComponentChildren }) => (
  <a class="approval-link" href={addressOfSheet(item.person.id, item.sheet.week.week)}>
    <span class="approval-who">
      <strong>{personName(item.person)}</strong> <span class="quiet">{days(item.sheet.week.week)}</span>
    </span>
    <span class="approval-marks">
      {item.sheet.entries.length === 0 && isLocked(item.sheet.week) && <span>{text.approvals.noWork}</span>}
      {children}
    </span>
    <span class="approval-sum">
      <span class="figure">{writeDuration(item.minutes)}</span>
      {item.beyond !== null && (
        <span class="quiet figure">
          <span class="hidden-word">{text.sheet.beyond} </span>
          {writeDifference(item.beyond)}
        </span>
      )}
    </span>
  </a>
)
