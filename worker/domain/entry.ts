// One timesheet entry: a person, a project, a work date, whole minutes, a note; and the rules for writing it.
import * as v from 'valibot'
import { WorkDate, Zone } from './calendar.ts'
import type { Refusal } from './problem.ts'
import { mayBookOn, type Project } from './project.ts'
import { Note, Uuid } from './text.ts'
import { versionProblem } from './version.ts'

export const minutesPerDay = 1440

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

/** The minutes by which an entry fills its day. */
export const minutesCounted = (entry: Entry | undefined) => (entry && !entry.deleted ? entry.minutes : 0)

/** Why these values may not be kept over `current`, or null. `others`: minutes of the person's other entries that day. */
export function mayPut(
  put: { base: string | null; date: string; minutes: number },
  current: Entry | undefined,
  project: Project | undefined,
  others: number,
): Refusal | null {
  const refusal = versionProblem('entry', current, put.base) ?? mayBookOn(project)
  if (refusal) return refusal
  if (others + put.minutes > minutesPerDay) {
    return { code: 'day.full', date: put.date, others, minutes: put.minutes }
  }
  return null
}

/** Why `current` may not be deleted by somebody who saw `base`, or null. */
export function mayDelete(current: Entry | undefined, base: string): Refusal | null {
  const refusal = versionProblem('entry', current, base)
  if (refusal) return refusal
  return current?.deleted ? { code: 'entry.unknown' } : null
}
