// One person's timesheet for one ISO week: where it stands, and which step may be taken from there.
import * as v from 'valibot'
import { type Refusal, Status } from './problem.ts'

/**
 * A week as it is kept and shown, from the first step that was taken with it; a week without a row is open, and its
 * version is null.
 */
export const Week = v.object({
  kind: v.literal('week'),
  person: v.string(),
  /** The ISO week, `2026-W47`. */
  week: v.string(),
  status: Status,
  /** Why it was returned or opened again, until it is decided on again or withdrawn; '' where nobody gave a reason. */
  note: v.string(),
  /** Who took the last step, by id and by the name they had then; late hours are no step. */
  by: v.string(),
  byName: v.nullable(v.string()),
  /** When, at the server (RFC 3339, UTC). */
  since: v.string(),
  /** Whether late hours have come in since it was submitted. */
  changed: v.boolean(),
  /** The versions of the entries that stood in it when it was last approved or returned; null before that. */
  settled: v.nullable(v.array(v.string())),
  /** The version before; null for the first. */
  was: v.nullable(v.string()),
  /** The id of the change that last wrote it, be it a step or a late hour. */
  version: v.string(),
  /** The ledger number of that change; 0 while the server has not seen it. */
  number: v.number(),
})
export type Week = v.InferOutput<typeof Week>

/** A step, by the kind of its change. */
export type Step = 'week.submit' | 'week.withdraw' | 'week.approve' | 'week.return' | 'week.reopen'

const steps: Record<Step, { from: readonly Status[]; to: Status; by: 'owner' | 'approver' }> = {
  'week.submit': { from: ['open', 'returned'], to: 'submitted', by: 'owner' },
  'week.withdraw': { from: ['submitted'], to: 'open', by: 'owner' },
  'week.approve': { from: ['submitted'], to: 'approved', by: 'approver' },
  'week.return': { from: ['submitted'], to: 'returned', by: 'approver' },
  'week.reopen': { from: ['approved'], to: 'open', by: 'approver' },
}

/** Whether a change of this kind is a step. */
export const isStepKind = (kind: string): kind is Step => Object.hasOwn(steps, kind)

/** Where a step leads. */
export const statusAfter = (step: Step): Status => steps[step].to

/** Whether a step is the owner's own, or an approver's. */
export const isOwners = (step: Step): boolean => steps[step].by === 'owner'

/** A week that nothing was done with yet is open. */
export const statusOf = (week: Pick<Week, 'status'> | undefined): Status => week?.status ?? 'open'

/** In which a week is out of its owner's hands. */
type Closed = 'submitted' | 'approved'

/** Whether a week of this status is out of its owner's hands. */
export const isClosed = <Other extends string>(status: Closed | Other): status is Closed =>
  status === 'submitted' || status === 'approved'

/** A week whose entries are closed to their owner. */
export type Locked = Week & { status: Closed }

/** Whether the week is closed to its owner. */
export const isLocked = (week: Week | undefined): week is Locked =>
  week !== undefined && isClosed(week.status)

/** Why a change that saw the lock may not change the hours of this week. */
export const lockedProblem = (week: Locked): Refusal => ({
  code: week.status === 'approved' ? 'week.approved' : 'week.submitted',
  week: week.week,
})

/** Why this step may not be taken by somebody who saw `base` (null: no version yet), or null. */
export function mayStep(
  step: Step,
  week: Week | undefined,
  base: string | null,
  asked: string,
): Refusal | null {
  const status = statusOf(week)
  if (base !== (week?.version ?? null)) return { code: 'week.stale', week: asked, status }
  if (steps[step].from.includes(status)) return null
  if (week && isLocked(week)) return lockedProblem(week)
  return { code: 'week.not-submitted', week: asked, status }
}
