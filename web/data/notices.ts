// What a person should know and did not do: derived from the rows each time, so that it is the same on each device and
// goes when its cause goes. Only that it was read is kept, by a key that names the version it was about.
import { type Book, writtenAt } from '#domain/book.ts'
import { addDays, addWeeks, weekOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import type { Comment } from '#domain/comment.ts'
import type { Late } from '#domain/late.ts'
import { isExpected, mayActFor } from '#domain/person.ts'
import { weeksOfSheets } from '#domain/sync.ts'
import { isClosed, statusOf, type Week } from '#domain/week.ts'

/** What is noticed, and the keys under which it is put away. */
export type Notice = { keys: string[]; isRead: boolean } & About

type About =
  /** Weeks and late hours that wait for this approver. */
  | { kind: 'waiting'; weeks: number; lates: number }
  | { kind: 'returned'; week: Week }
  /** An approval was taken back. */
  | { kind: 'reopened'; week: Week }
  /** Last week was not submitted yet. */
  | { kind: 'open'; week: string }
  /** Good to know, and nothing to do. */
  | { kind: 'approved'; week: Week }
  | { kind: 'accepted' | 'declined'; late: Late }
  | { kind: 'comment'; comment: Comment }

interface Known {
  /** Of an approver, the weeks of others are in it. */
  book: Book
  /** The date where the person is. */
  today: string
  /** The keys of what was read. */
  dismissed: ReadonlySet<string>
  /** Whether the person may approve at all. */
  isApprover: boolean
}

/** What is older than the sheets (in days, by the server's time of arrival) is no news, to a new device above all. */
const newsFor = weeksOfSheets * 7

/** Whether a notice is counted where people are called: not once it is read, and not where all is well. */
export const isCalling = ({ kind, isRead }: Notice) => !isRead && kind !== 'approved'

/** All there is to notice for the actor of the book: what asks for something first, then the newest first. */
export function noticesOf(known: Known): Notice[] {
  const { book, today, dismissed } = known
  const since = addDays(today, -newsFor)
  const recent = <Row extends Dated>(rows: ReadonlyMap<string, Row>) =>
    newestFirst([...rows.values()].filter(({ received }) => received >= since))
  const mine = [...book.weeks.values()].filter(({ person }) => person === book.actor.person)
  const told = [
    ...waitingFor(known),
    ...newestFirst(mine).flatMap(aboutWeek(known)),
    ...openWeek(known),
    ...recent(book.lates).flatMap(aboutLate(book)),
    ...recent(book.comments).flatMap(aboutComment(known)),
    ...newestFirst(mine.filter((week) => week.since >= since)).flatMap(aboutApproval),
  ]
  return told.map((each) => ({ ...each, isRead: each.keys.every((key) => dismissed.has(key)) }))
}

type Told = About & { keys: string[] }
type Dated = { received: string; number: number }

/** What waits for a decision of the actor of the book, provided that they may approve at all. */
export const undecided = (book: Book) => ({
  weeks: [...book.weeks.values()].filter(
    ({ status, person }) => status === 'submitted' && mayDecide(book, person),
  ),
  lates: [...book.lates.values()].filter(
    ({ status, person }) => status === 'proposed' && mayDecide(book, person),
  ),
})

/** One for all that waits; put away, it comes back when something else waits. */
function waitingFor({ book, isApprover }: Known): Told[] {
  if (!isApprover) return []
  const { weeks, lates } = undecided(book)
  if (weeks.length + lates.length === 0) return []
  const keys = [
    ...weeks.map(({ person, week, version }) => `waiting ${weekKey(person, week)} ${version}`),
    ...lates.map(({ version }) => `waiting ${version}`),
  ]
  return [{ kind: 'waiting', weeks: weeks.length, lates: lates.length, keys }]
}

const mayDecide = ({ actor, people }: Book, person: string) => mayActFor(actor.person, people.get(person))

const aboutWeek =
  ({ book }: Known) =>
  (week: Week): Told[] => {
    // A week that its owner withdrew is open too, by the owner's own hand.
    if (week.by === book.actor.person) return []
    const keys = [keyOfStep(week)]
    if (week.status === 'returned') return [{ kind: 'returned', week, keys }]
    return week.status === 'open' ? [{ kind: 'reopened', week, keys }] : []
  }

const aboutApproval = (week: Week): Told[] => {
  if (week.status !== 'approved' || week.by === week.person) return []
  // Not by the version: late hours give the week another one, and it is not approved anew by that.
  return [{ kind: 'approved', week, keys: [`approved ${week.week} ${week.since}`] }]
}

/** From Monday on, of who was expected to submit and has not; a week that came back is told of in its own words first. */
function openWeek({ book, today, dismissed }: Known): Told[] {
  const me = book.people.get(book.actor.person)
  const week = addWeeks(weekOf(today), -1)
  const row = book.weeks.get(weekKey(book.actor.person, week))
  const status = statusOf(row)
  if (!me || !isExpected(me, week) || isClosed(status)) return []
  if (row && row.by !== book.actor.person && !dismissed.has(keyOfStep(row))) return []
  return [{ kind: 'open', week, keys: [`open ${week} ${row?.version ?? ''}`] }]
}

const keyOfStep = ({ status, version }: Week) => `${status} ${version}`

const aboutLate =
  ({ actor }: Book) =>
  (late: Late): Told[] => {
    const { status, version, person, by } = late
    if (person !== actor.person || by === person) return []
    if (status !== 'accepted' && status !== 'declined') return []
    return [{ kind: status, late, keys: [`${status} ${version}`] }]
  }

/** What others wrote on the person's weeks; and what owners wrote on weeks the person may decide on. */
const aboutComment =
  ({ book, isApprover }: Known) =>
  (comment: Comment): Told[] => {
    const { author, person, version } = comment
    const isMine = person === book.actor.person
    const isForMe = isMine ? author !== person : isApprover && author === person && mayDecide(book, person)
    if (!isForMe || hasAnswered(book, comment)) return []
    return [{ kind: 'comment', comment, keys: [`comment ${version}`] }]
  }

/** Who has written or decided since has seen it, on whichever device. */
function hasAnswered(book: Book, { person, week, number }: Comment): boolean {
  const me = book.actor.person
  const row = book.weeks.get(weekKey(person, week))
  // A late hour moves a week on with nobody looking.
  if (row?.by === me && !row.changed && writtenAt(row) > writtenAt({ number })) return true
  return [...book.comments.values()].some(
    (other) =>
      other.author === me &&
      other.person === person &&
      other.week === week &&
      writtenAt(other) > writtenAt({ number }),
  )
}

const newestFirst = <Row extends { number: number }>(rows: Row[]) =>
  rows.toSorted((one, other) => writtenAt(other) - writtenAt(one))
