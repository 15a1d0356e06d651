// Hours as the lines of reports and exports, reckoned from what this device knows.
import { type Book, key, weekAt } from '#domain/book.ts'
import { minutesOf } from '#domain/duration.ts'
import { byStart, type Entry } from '#domain/entry.ts'
import type { Group, Line } from '#domain/report.ts'
import type { Sheet } from '#domain/sheet.ts'
import { compareTexts } from '#domain/text.ts'
import { statusOf, type Week } from '#domain/week.ts'
import type { Card } from '../data/cards.ts'
import { compareNames } from '../locale.ts'
import { daysIn, type Range } from './report-range.ts'

export interface Owner {
  id: string
  name: string | null
}

/** The hours of one person that count in a range, in the order of `inOrder`. */
export const linesOf = (book: Book, owner: Owner, range: Range): Line[] =>
  inOrder(
    entriesIn(book, owner.id, range).map((entry) =>
      lineOf(entry, owner.name, weekAt(book, owner.id, entry.date), book.projects),
    ),
  )

/** The same of a week that lies before its approver. */
export const linesOfSheet = ({ week, entries }: Sheet, name: string | null, projects: Book['projects']) =>
  inOrder(entries.map((entry) => lineOf(entry, name, week, projects)))

const entriesIn = (book: Book, person: string, { from, to }: Range) =>
  [...book.entries.values()].filter(
    (entry) => entry.person === person && !entry.deleted && entry.date >= from && entry.date <= to,
  )

function lineOf(
  entry: Entry,
  personName: string | null,
  week: Week | undefined,
  projects: Book['projects'],
): Line {
  const { id, person, date, zone, start, end, minutes, note } = entry
  const project = projects.get(entry.project)
  return {
    entry: id,
    person,
    personName,
    date,
    zone,
    start,
    end,
    minutes,
    project: entry.project,
    // Empty where this device does not know the project; the screen has words for it.
    projectName: project?.name ?? '',
    client: project?.client ?? '',
    code: project?.code ?? '',
    colour: project?.colour ?? '',
    note,
    status: statusOf(week),
  }
}

/** By person, then by day and by start; what says nothing of that by its project. */
export const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted(
    (one, other) =>
      compareNames(one.personName, other.personName) ||
      compareTexts(one.person, other.person) ||
      compareTexts(one.date, other.date) ||
      byStart(one, other) ||
      compareNames(one.projectName, other.projectName),
  )

/** What is not in the numbers of others yet, or not in one's own, in minutes. */
export interface Beside {
  /** Counted here, but not delivered: others do not see it yet. */
  undelivered: number
  /** Saved after the week was approved: counts once an approver has accepted it. */
  late: number
  /** Refused by the server: counts nowhere before it is put right. */
  refused: number
}

/** What one's own report leaves out, or has before the server has it. */
export function besideOf(book: Book, cards: readonly Card[], person: string, range: Range): Beside {
  const isIn = ({ date }: { date: string }) => date >= range.from && date <= range.to
  const late = [...book.lates.values()].filter(
    (each) => each.person === person && each.status === 'proposed' && each.wants === 'put' && isIn(each),
  )
  const refused = cards.flatMap(({ change }) =>
    change.kind === 'entry.put' && isIn(change) && !book.entries.has(key(person, change.entry))
      ? [change]
      : [],
  )
  return {
    undelivered: undeliveredIn(book, person, range),
    late: minutesOf(late),
    refused: minutesOf(refused),
  }
}

/** The minutes of a person's hours in a range that the server has not seen as they are. */
export const undeliveredIn = (book: Book, person: string, range: Range): number =>
  minutesOf(entriesIn(book, person, range).filter(({ number }) => number === 0))

/** Days up to this many are all shown, so that gaps can be seen; of a year only those with hours. */
const mostDays = 31

/** The groups of a report by day with the days between them that hold nothing. */
export function withGaps(groups: readonly Group[], range: Range): Group[] {
  const days = daysIn(range)
  if (days.length > mostDays) return [...groups]
  const known = new Map(groups.map((group) => [group.key, group]))
  const empty = { client: null, code: null, colour: null, minutes: 0, approved: 0 }
  return days.map((day) => known.get(day) ?? { key: day, name: day, ...empty })
}
