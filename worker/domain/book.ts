// What changes can see and touch. The server opens a book on what it read from D1, the device on its confirmed rows;
// decide.ts asks the rules on it, play.ts lets changes take effect in it.
import * as v from 'valibot'
import { addDays, daysOf, weekOf } from './calendar.ts'
import { type EntryChange, weekKey, weeksTouched } from './change.ts'
import { Comment } from './comment.ts'
import { dateOf, Entry, inOrder, minutesCounted } from './entry.ts'
import { Late } from './late.ts'
import { Person } from './person.ts'
import { Project } from './project.ts'
import type { Sheet } from './sheet.ts'
import { Week } from './week.ts'

/** A thing as a change left it. */
export const Row = v.variant('kind', [Entry, Week, Late, Comment, Project, Person])
export type Row = v.InferOutput<typeof Row>

export interface Book {
  /** Who acts: the caller on the server, whoever is signed in on a device. */
  actor: { person: string; name: string | null }
  /** When it is decided (RFC 3339, UTC). */
  now: string
  /** By the person's id and the entry's, tombstones included. */
  entries: Map<string, Entry>
  /** By the person's id and the week. */
  weeks: Map<string, Week>
  /** By the person's id and the proposal's. */
  lates: Map<string, Late>
  comments: Map<string, Comment>
  projects: Map<string, Project>
  people: Map<string, Person>
  /** By the person's id and the date: the minutes counted, over all of their entries, also those not in `entries`. */
  days: Map<string, number>
}

/** A book with nothing in it. */
export const emptyBook = (actor: Book['actor'], now: string): Book => ({
  actor,
  now,
  entries: new Map(),
  weeks: new Map(),
  lates: new Map(),
  comments: new Map(),
  projects: new Map(),
  people: new Map(),
  days: new Map(),
})

/**
 * A book that holds everything there is, as a device has it. Of two rows of one thing the one with the higher number
 * counts.
 */
export function openBook(actor: Book['actor'], now: string, rows: Iterable<Row | Sheet>): Book {
  const book = emptyBook(actor, now)
  for (const row of rows) {
    if (row.kind !== 'sheet') enter(book, row)
    else for (const part of [row.week, ...row.entries]) enter(book, part)
  }
  return book
}

/** One text that tells a row from every other of its kind. */
export function keyOf(row: Row | Sheet): string {
  switch (row.kind) {
    case 'entry':
    case 'late':
    case 'comment':
      return key(row.person, row.id)
    case 'week':
      return weekKey(row.person, row.week)
    case 'sheet':
      return weekKey(row.week.person, row.week.week)
    default:
      return row.id
  }
}

/** One text for something of one person: an entry, a day. */
export const key = (person: string, id: string) => `${person} ${id}`

function enter(book: Book, row: Row): void {
  const known = shelfOf(book, row).get(keyOf(row))
  if (!known || known.number < row.number) write(book, row)
}

/** Puts a row into the book, in place of the one it replaces, and keeps the days' sums right. */
export function write(book: Book, row: Row): void {
  if (row.kind === 'entry') {
    const before = book.entries.get(keyOf(row))
    if (before) count(book, before, -minutesCounted(before))
    count(book, row, minutesCounted(row))
  }
  shelfOf(book, row).set(keyOf(row), row)
}

function shelfOf(book: Book, row: Row): Map<string, Row> {
  const shelves = {
    entry: book.entries,
    week: book.weeks,
    late: book.lates,
    comment: book.comments,
    project: book.projects,
    person: book.people,
  }
  // Each kind of row has a shelf of its own; TypeScript cannot tie the two together.
  return shelves[row.kind] as Map<string, Row>
}

function count(book: Book, { person, date }: Entry, minutes: number): void {
  const day = key(person, date)
  book.days.set(day, (book.days.get(day) ?? 0) + minutes)
}

/**
 * Where a row stands in the order of writing: the number of its change in the ledger; what the server has not seen (0) is
 * newer than all it has.
 */
export const writtenAt = ({ number }: { number: number }): number => number || Number.MAX_SAFE_INTEGER

/** The person's week that a date is in; undefined where nothing was done with it yet. */
export const weekAt = (book: Book, person: string, date: string): Week | undefined =>
  book.weeks.get(weekKey(person, weekOf(date)))

/** The weeks that a change of an entry touches, with what its device knew of each: where it goes, and where it was. */
export function weeksOfChange(book: Book, change: EntryChange, current: Entry | undefined) {
  const [goes, ...lies] = weeksTouched(change, dateOf(current))
  const rowOf = (week: string) => book.weeks.get(weekKey(book.actor.person, week))
  return [
    ...(goes === undefined ? [] : [{ week: rowOf(goes), seen: change.seen }]),
    ...lies.map((week) => ({ week: rowOf(week), seen: change.seenBefore })),
  ]
}

/** The entries that count in a person's week, in the order of a week on paper. */
export function entriesOf(book: Book, person: string, week: string): Entry[] {
  const [first = '', , , , , , last = ''] = daysOf(week)
  return [...book.entries.values()]
    .filter((entry) => entry.person === person && !entry.deleted && entry.date >= first && entry.date <= last)
    .toSorted(inOrder)
}

/** The proposal on an entry that nobody has decided yet. */
export const proposalOn = (book: Book, person: string, entry: string): Late | undefined =>
  [...book.lates.values()].find(
    (late) => late.person === person && late.entry === entry && late.status === 'proposed',
  )

/** The approved week of the actor's that a late change of an entry would change; undefined where none is. */
export const lateWeek = (book: Book, change: EntryChange, current: Entry | undefined): string | undefined =>
  weeksOfChange(book, change, current).find(({ week }) => week?.status === 'approved')?.week?.week

/** What came late for a person's week, decided or not. */
export const lateFor = ({ lates }: Pick<Book, 'lates'>, person: string, week: string): Late[] =>
  [...lates.values()].filter((late) => late.person === person && late.week === week)

/** What was said about a person's week. */
export const commentsOn = ({ comments }: Pick<Book, 'comments'>, person: string, week: string): Comment[] =>
  [...comments.values()].filter((comment) => comment.person === person && comment.week === week)

/** How many other entries count on a day of a person's. */
export const entriesBeside = (book: Book, person: string, entry: string, date: string): number =>
  [...book.entries.values()].filter(
    (other) => other.person === person && other.date === date && other.id !== entry && !other.deleted,
  ).length

/** How far apart two entries can be by their dates and share a minute: a day long, and places 26 hours apart. */
export const reach = 3

/** The days on which other entries of a person may share minutes with one on this date. */
export const spanAround = (date: string) => ({ from: addDays(date, -reach), to: addDays(date, reach) })

/** The other entries of those days that are in the book and say from when to when. */
export function timedAround(book: Book, person: string, entry: string, date: string): Entry[] {
  const { from, to } = spanAround(date)
  return [...book.entries.values()].filter(
    (other) =>
      other.start !== null &&
      other.person === person &&
      other.id !== entry &&
      other.date >= from &&
      other.date <= to,
  )
}
