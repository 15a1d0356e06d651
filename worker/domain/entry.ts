// One timesheet entry: a person, a project, a work date, whole minutes, a note; and the rules for writing it.
import * as v from 'valibot'
import { millisecondsOf, minutesPerDay, WorkDate, Zone } from './calendar.ts'
import { dateIn, isOverlapping, minutesBetween, Moment, offsetBetween } from './moment.ts'
import { type Refusal, wrong } from './problem.ts'
import { mayBookOn, type Project } from './project.ts'
import { compareTexts, Note, Uuid } from './text.ts'
import { versionProblem } from './version.ts'

/** More than anybody writes on one day, and few enough for a week to travel in one piece. */
export const entriesPerDay = 50
export const entriesPerWeek = 7 * entriesPerDay

/** Whole minutes, 1 to 1440. */
const Minutes = v.pipe(
  v.number('must be a number of minutes'),
  v.integer('must be whole minutes'),
  v.minValue(1, 'must be at least 1 minute'),
  v.maxValue(minutesPerDay, 'must be at most 1440 minutes'),
)

/** What a person decides about an entry. */
export const entryFields = {
  project: Uuid,
  /** Decided when the entry is written, in the zone the person was in; never regrouped later. */
  date: WorkDate,
  zone: v.nullable(Zone),
  /** From when to when, where that was written down; both or neither. The entry belongs to the day it starts. */
  start: v.optional(v.nullable(Moment), null),
  end: v.optional(v.nullable(Moment), null),
  minutes: Minutes,
  note: Note,
}

/** An entry as it is kept and shown. By shape alone: it has passed the rules that held when it was written. */
export const Entry = v.object({
  kind: v.literal('entry'),
  id: v.string(),
  person: v.string(),
  project: v.string(),
  date: v.string(),
  zone: v.nullable(v.string()),
  start: v.optional(v.nullable(v.string()), null),
  end: v.optional(v.nullable(v.string()), null),
  minutes: v.number(),
  note: v.string(),
  /** The id of the change that last wrote it. */
  version: v.string(),
  /** The ledger number of that change; 0 while the server has not seen it. */
  number: v.number(),
  /** A tombstone: it counts nowhere, and a put on its version restores it. */
  deleted: v.boolean(),
})
export type Entry = v.InferOutput<typeof Entry>

/** The order of a week on paper: by day, then by start, then by id. */
export const inOrder = (one: Entry, other: Entry): number =>
  compareTexts(one.date, other.date) || byStart(one, other) || compareTexts(one.id, other.id)

/** The order within a day: as time went by, also where a clock was set back; then what does not say from when (0). */
export const byStart = (one: Pick<Entry, 'start'>, other: Pick<Entry, 'start'>): number =>
  beginning(one) - beginning(other)

// Not Infinity: two of those have no difference.
const beginning = ({ start }: Pick<Entry, 'start'>) =>
  start === null ? Number.MAX_SAFE_INTEGER : millisecondsOf(start)

/** The date on which an entry counts; undefined where it counts nowhere. */
export const dateOf = (entry: Pick<Entry, 'date' | 'deleted'> | undefined): string | undefined =>
  entry && !entry.deleted ? entry.date : undefined

/** The minutes by which an entry fills its day. */
export const minutesCounted = (entry: Entry | undefined) => (entry && !entry.deleted ? entry.minutes : 0)

/** What the rules ask about an entry that somebody wants to keep. */
export interface Wanted {
  base: string | null
  date: string
  start: string | null
  end: string | null
  minutes: number
}

/** What else the person has around that day. */
export interface Beside {
  project: Project | undefined
  /** Minutes of the person's other entries that day. */
  others: number
  /** How many those are. */
  count: number
  /** Those other entries of the person, of that day and the days around it, that say from when to when. */
  timed: readonly Entry[]
}

/** Why `person` may not keep these values over `current`, or null. */
export function mayPut(
  put: Wanted,
  current: Entry | undefined,
  person: string,
  { project, others, count, timed }: Beside,
): Refusal | null {
  const refusal =
    versionProblem('entry', current, put.base) ?? mayBookOn(project, person) ?? timesProblem(put)
  if (refusal) return refusal
  if (others + put.minutes > minutesPerDay) {
    return { code: 'day.full', date: put.date, others, minutes: put.minutes }
  }
  if (count >= entriesPerDay) return { code: 'day.crowded', date: put.date, most: entriesPerDay }
  return overlapProblem(put, timed)
}

/** Start and end come together, and date and minutes are what follows from them. */
function timesProblem({ start, end, date, minutes }: Wanted): Refusal | null {
  if (start === null && end === null) return null
  if (start === null) return wrong('start', 'must be there when there is an end')
  if (end === null) return wrong('end', 'must be there when there is a start')
  if (dateIn(start) !== date) return wrong('date', 'must be the day of the start')
  if (offsetBetween(start, end) > mostOffset) return wrong('end', 'must be told by the clock of the start')
  return minutesBetween(start, end) === minutes ? null : wrong('minutes', 'must be those from start to end')
}

/** In minutes, how far a clock may be set between start and end: most are by an hour, one in Antarctica was by three. */
const mostOffset = 180

function overlapProblem({ start, end }: Wanted, timed: readonly Entry[]): Refusal | null {
  if (start === null || end === null) return null
  for (const other of timed) {
    if (other.start === null || other.end === null || other.deleted) continue
    if (!isOverlapping({ start, end }, { start: other.start, end: other.end })) continue
    return { code: 'entry.overlaps', entry: other.id, start: other.start, end: other.end }
  }
  return null
}

/** Why `current` may not be deleted by somebody who saw `base`, or null. */
export function mayDelete(current: Entry | undefined, base: string): Refusal | null {
  const refusal = versionProblem('entry', current, base)
  if (refusal) return refusal
  return current?.deleted ? { code: 'entry.unknown' } : null
}
