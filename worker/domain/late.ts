// The late lane: an hour that was saved before its week was approved and arrived after. It is kept as a proposal beside
// the untouched entries and counted nowhere, until an approver has accepted or declined it.
import * as v from 'valibot'
import { type Entry, entriesPerWeek } from './entry.ts'
import type { Refusal } from './problem.ts'
import { versionProblem } from './version.ts'

/** A proposal as it is kept and shown. At most one of an entry is `proposed`: later changes of the entry go into it. */
export const Late = v.object({
  kind: v.literal('late'),
  /** The id of the first change that went into it. */
  id: v.string(),
  person: v.string(),
  /** The approved week (ISO) that it would change. */
  week: v.string(),
  entry: v.string(),
  /** Whether the entry shall be as below, or not be at all. */
  wants: v.picklist(['put', 'delete']),
  /** The version of the entry that it would change; null for a new entry. */
  base: v.nullable(v.string()),
  /** What it would take the place of, wherever that is; null for a new entry. */
  before: v.nullable(v.object({ date: v.string(), minutes: v.number(), project: v.string() })),
  project: v.string(),
  date: v.string(),
  zone: v.nullable(v.string()),
  start: v.nullable(v.string()),
  end: v.nullable(v.string()),
  minutes: v.number(),
  note: v.string(),
  /** `dropped`: a new entry that its owner deleted again before anybody decided. */
  status: v.picklist(['proposed', 'accepted', 'declined', 'dropped']),
  /** Why it was declined; '' else. */
  reason: v.string(),
  /** Who decided, and the name they had then. */
  by: v.nullable(v.string()),
  byName: v.nullable(v.string()),
  /** When it was saved, by the device's clock, and when it came, by the server's (RFC 3339, UTC). */
  at: v.string(),
  received: v.string(),
  /** The id of the last change of the owner that went into it; once accepted, the version of the entry. */
  version: v.string(),
  /** The ledger number of the change that last wrote it. */
  number: v.number(),
})
export type Late = v.InferOutput<typeof Late>

/**
 * Whether a proposal was left behind by what has become of its entry, so that it can only be declined: its week was opened
 * again, and the entry written there.
 */
export const isLeftOver = ({ base }: Late, entry: Entry | undefined): boolean =>
  base !== (entry?.version ?? null)

/** As many as a week has entries: more than anybody can look at, and few enough for one answer. */
export const mostLate = entriesPerWeek

/**
 * Why no more may wait for a decision in this week, or null. `late`: all that came for it; those that their owner took
 * back count too, for they are kept. `proposal`: the one that the new change would go into.
 */
export function mayWait(late: readonly Late[], proposal: Late | undefined, week: string): Refusal | null {
  const others = late.filter(({ id, by }) => by === null && id !== proposal?.id)
  return others.length < mostLate ? null : { code: 'week.crowded', week, by: 'late', most: mostLate }
}

/** Why this proposal may not be decided by somebody who saw `base`, or null. */
export function mayJudge(late: Late | undefined, base: string): Refusal | null {
  const refusal = versionProblem('late', late, base)
  if (refusal || !late) return refusal
  return late.status === 'proposed' ? null : { code: 'late.settled', status: late.status }
}

/** The entry as an accepted proposal leaves it. */
export function entryFrom(late: Late): Entry {
  const { entry: id, person, project, date, zone, start, end, minutes, note, version } = late
  const deleted = late.wants === 'delete'
  const values = { project, date, zone, start, end, minutes, note }
  return { kind: 'entry', id, person, ...values, version, number: 0, deleted }
}
