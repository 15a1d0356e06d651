// What lies on an approver's desk, reckoned from what this device knows: which weeks wait, who is missing, what came late,
// and what may be approved at one go.
import { type Book, commentsOn } from '#domain/book.ts'
import { type Change, weekKey } from '#domain/change.ts'
import { minutesOf } from '#domain/duration.ts'
import type { Late } from '#domain/late.ts'
import { isExpected, mayActFor, type Person } from '#domain/person.ts'
import { isSame, isSameSet, type Sheet, versionsOf } from '#domain/sheet.ts'
import { isClosed } from '#domain/week.ts'
import type { Card } from '../data/cards.ts'
import { compareNames } from '../locale.ts'
import { standingOf, type WeekStanding } from './weeks.ts'

export interface Desk {
  book: Pick<Book, 'people' | 'lates' | 'comments'>
  /** By whose week it is. */
  sheets: ReadonlyMap<string, Sheet>
  /** The approver. */
  me: string
}

/** Somebody's week in a list. */
export interface Item {
  /** Whose week it is, as one text. */
  key: string
  person: Person
  sheet: Sheet
  minutes: number
  /** The minutes beyond what was agreed on, or missing from it; null where nothing was agreed on. */
  beyond: number | null
  comments: number
}

/** The people one may act for, by name. */
export const peopleOf = ({ book, me }: Pick<Desk, 'book' | 'me'>): Person[] =>
  [...book.people.values()].filter((person) => mayActFor(me, person)).toSorted(byName)

const byName = (one: Person, other: Person) => compareNames(one.name, other.name)

/** The weeks that wait for a decision, the oldest week first, then by name. */
export const waitingWeeks = (desk: Desk): Item[] =>
  itemsOf(desk)
    .filter(({ sheet }) => sheet.week.status === 'submitted')
    .toSorted(inTurn)

/** The weeks that were approved, returned or opened again, the latest decision first. */
export const decidedWeeks = (desk: Desk): Item[] =>
  itemsOf(desk)
    .filter(({ sheet }) => decisions.has(standingOf(sheet.week)))
    .toSorted((one, other) => (one.sheet.week.since > other.sheet.week.since ? -1 : 1))

const decisions: ReadonlySet<WeekStanding> = new Set(['approved', 'returned', 'reopened'])

function itemsOf(desk: Desk): Item[] {
  return [...desk.sheets.values()].flatMap((sheet) => itemOf(desk, sheet) ?? [])
}

/** A week as it stands in a list; null for somebody one may not act for. */
export function itemOf({ book, me }: Desk, sheet: Sheet): Item | null {
  const person = book.people.get(sheet.week.person)
  if (!person || !mayActFor(me, person)) return null
  const minutes = minutesOf(sheet.entries)
  return {
    key: weekKey(person.id, sheet.week.week),
    person,
    sheet,
    minutes,
    beyond: person.target === null ? null : minutes - person.target,
    comments: commentsOn(book, person.id, sheet.week.week).length,
  }
}

/** Negative where the first of two weeks is to be decided before the other. */
const inTurn = (one: Item, other: Item): number =>
  one.sheet.week.week === other.sheet.week.week
    ? byName(one.person, other.person)
    : one.sheet.week.week < other.sheet.week.week
      ? -1
      : 1

/** The waiting weeks before and after one that is being looked at, whether or not that one still waits itself. */
export function neighbours(waiting: readonly Item[], at: Item | null) {
  const others = at === null ? waiting : waiting.filter(({ key }) => key !== at.key)
  return {
    previous: at === null ? undefined : others.findLast((each) => inTurn(each, at) < 0),
    next: others.find((each) => at === null || inTurn(each, at) > 0),
  }
}

export interface MissingPerson {
  person: Person
  standing: 'open' | 'returned' | 'reopened'
}

/** Who was expected to submit that week and has not, or was asked to do so again; by name. */
export const missingIn = (desk: Desk, week: string): MissingPerson[] =>
  peopleOf(desk).flatMap((person) => {
    const standing = standingOf(desk.sheets.get(weekKey(person.id, week))?.week)
    if (isClosed(standing)) return []
    return standing !== 'open' || isExpected(person, week) ? [{ person, standing }] : []
  })

export interface LateHour {
  late: Late
  person: Person
}

/** The late hours that wait for a decision, or whose decision waits on this device; what came first first. */
export function lateHours({ book, me }: Desk): LateHour[] {
  const found: LateHour[] = []
  for (const late of book.lates.values()) {
    const person = book.people.get(late.person)
    const isOpen = late.status === 'proposed' || (late.number === 0 && late.by === me)
    if (!isOpen || !person || !mayActFor(me, person)) continue
    found.push({ late, person })
  }
  return found.toSorted((one, other) => (one.late.received < other.late.received ? -1 : 1))
}

type Approval = Extract<Change, { kind: 'week.approve' }>

/** Approvals that were refused only because somebody else (`by`, by name) had approved the same hours before. */
export const approvedByOthers = (cards: readonly Card[], sheets: Desk['sheets']) =>
  cards.flatMap(({ thing, change }): { thing: string; change: Approval; by: string | null }[] => {
    if (change.kind !== 'week.approve' || !change.entries) return []
    const sheet = sheets.get(weekKey(change.person, change.week))
    const isThere = sheet?.week.status === 'approved' && isSameSet(change.entries, versionsOf(sheet.entries))
    return isThere ? [{ thing, change, by: sheet.week.byName }] : []
  })

/** The weeks that were on the screen, as they were then, by whose week it is. */
export type Seen = ReadonlyMap<string, Sheet>

/** Whether a week was opened as it stands now. */
export const isSeen = ({ key, sheet }: Item, seen: Seen): boolean => isSame(seen.get(key), sheet)

/** What of the marked weeks may be approved at one go: what still waits as it was seen. A week that moved loses its mark. */
export const approvable = (waiting: readonly Item[], marked: ReadonlySet<string>, seen: Seen): Item[] =>
  waiting.filter((item) => marked.has(item.key) && isSeen(item, seen))
