// A change is one intent of one person. The device plays it at once; the server decides it again, and its word counts.
// Versions are ids of changes, and each word for one says whose: `version`, of a row: the change that last wrote it; `was`:
// the version before that; `base`: the version of the thing that the author of a change saw (`saw`, while it is only an
// intent); `seen`: the version of the week around it that their device knew; `settled`: those of the entries that a week
// had when it was decided.
import * as v from 'valibot'
import { Instant, IsoWeek, weekOf } from './calendar.ts'
import { entriesPerWeek, entryFields } from './entry.ts'
import { personFields } from './person.ts'
import { projectFields } from './project.ts'
import type { Scope } from './scope.ts'
import { Remark, Uuid } from './text.ts'
import { isStepKind, type Step } from './week.ts'

const Made = {
  /** Random, made on the device; also the version of what the change writes. */
  id: Uuid,
  /** The device's time: data for people, never order, never a reason to refuse. */
  at: Instant,
}

const OnEntry = {
  ...Made,
  entry: Uuid,
  /**
   * The version of the week (of its date) that the device knew, null for none; absent where the caller asks about the
   * week as it is now.
   */
  seen: v.optional(v.nullable(Uuid)),
  /** The same of the week that the entry leaves, where that is another one. */
  seenBefore: v.optional(v.nullable(Uuid)),
}

const EntryPut = v.strictObject({
  ...OnEntry,
  kind: v.literal('entry.put'),
  ...entryFields,
  base: v.nullable(Uuid),
})

const EntryDelete = v.strictObject({ ...OnEntry, kind: v.literal('entry.delete'), base: Uuid })

const OnWeek = {
  ...Made,
  /** Whose week it is. */
  person: Uuid,
  week: IsoWeek,
}

/** A step names the version of the week that was seen; null is a week that nothing was done with yet. */
const WeekSubmit = v.strictObject({ ...OnWeek, kind: v.literal('week.submit'), base: v.nullable(Uuid) })
const WeekWithdraw = v.strictObject({ ...OnWeek, kind: v.literal('week.withdraw'), base: Uuid })
const WeekApprove = v.strictObject({
  ...OnWeek,
  kind: v.literal('week.approve'),
  base: Uuid,
  /** The versions of the entries that were on the screen, in any order; absent where the version is all that was seen. */
  entries: v.optional(v.pipe(v.array(Uuid), v.maxLength(entriesPerWeek))),
})
const WeekReturn = v.strictObject({ ...OnWeek, kind: v.literal('week.return'), base: Uuid, reason: Remark })
const WeekReopen = v.strictObject({ ...OnWeek, kind: v.literal('week.reopen'), base: Uuid, reason: Remark })

const OnLate = {
  ...Made,
  /** Whose hours these are. */
  person: Uuid,
  late: Uuid,
  /** The version of the proposal that was seen. */
  base: Uuid,
}
const LateAccept = v.strictObject({ ...OnLate, kind: v.literal('late.accept') })
const LateDecline = v.strictObject({ ...OnLate, kind: v.literal('late.decline'), reason: Remark })

const CommentAdd = v.strictObject({ ...OnWeek, kind: v.literal('comment.add'), note: Remark })

const ProjectPut = v.strictObject({
  ...Made,
  kind: v.literal('project.put'),
  project: Uuid,
  ...projectFields,
  base: v.nullable(Uuid),
})

const PersonPut = v.strictObject({
  ...Made,
  kind: v.literal('person.put'),
  person: Uuid,
  ...personFields,
  base: v.nullable(Uuid),
})

/** Gives the sign-in of one person to another: the tenant has moved, or somebody was made twice. */
const IdentityMove = v.strictObject({
  ...Made,
  kind: v.literal('identity.move'),
  person: Uuid,
  to: Uuid,
  /** The version seen of `person`. */
  base: Uuid,
})

export const Change = v.variant('kind', [
  EntryPut,
  EntryDelete,
  WeekSubmit,
  WeekWithdraw,
  WeekApprove,
  WeekReturn,
  WeekReopen,
  LateAccept,
  LateDecline,
  CommentAdd,
  ProjectPut,
  PersonPut,
  IdentityMove,
])
export type Change = v.InferOutput<typeof Change>
export type EntryPut = v.InferOutput<typeof EntryPut>
type EntryDelete = v.InferOutput<typeof EntryDelete>
export type PersonPut = v.InferOutput<typeof PersonPut>
export type IdentityMove = v.InferOutput<typeof IdentityMove>
export type EntryChange = Extract<Change, { entry: string }>
export type WeekStep = Extract<Change, { kind: Step }>
export type LateDecision = Extract<Change, { late: string }>
/** What is decided about the company as a whole, and belongs to nobody's timesheet. */
export type CompanyChange = Extract<Change, { kind: 'project.put' | 'person.put' | 'identity.move' }>

/** The scope a caller needs for each kind of change; a comment on somebody else's week takes `approve:timesheets`. */
export const scopeByKind: Record<Change['kind'], Scope> = {
  'entry.put': 'create:timesheets',
  'entry.delete': 'delete:timesheets',
  'week.submit': 'create:timesheets',
  'week.withdraw': 'create:timesheets',
  'week.approve': 'approve:timesheets',
  'week.return': 'approve:timesheets',
  'week.reopen': 'approve:timesheets',
  'late.accept': 'approve:timesheets',
  'late.decline': 'approve:timesheets',
  'comment.add': 'create:timesheets',
  'project.put': 'manage:projects',
  'person.put': 'manage:people',
  'identity.move': 'manage:people',
}

/**
 * The scope for a change as somebody sent it; what is no kind of ours counts as an entry's. `owner`: the person it
 * names, if any; `caller`: the one who sends it.
 */
export function scopeOf(kind: string, owner?: unknown, caller?: string): Scope {
  if (kind === 'comment.add' && owner !== caller) return 'approve:timesheets'
  return Object.entries(scopeByKind).find(([known]) => known === kind)?.[1] ?? scopeByKind['entry.put']
}

/** Whether a change, or one of this kind that cannot be read, belongs to nobody's timesheet. */
export const isCompanys = <Sent extends { kind: string }>(
  change: Sent,
): change is Extract<Sent, CompanyChange> =>
  change.kind === 'project.put' || change.kind === 'person.put' || change.kind === 'identity.move'

/** Whose timesheet a change is about, sent by `caller`; null where it is about nobody's. */
export function ownerOf(change: Change, caller: string): string | null {
  if (isCompanys(change)) return null
  return 'person' in change ? change.person : caller
}

/** What a change is about, as one text: the id of the entry, project, person or proposal, or whose week it is. */
export function thingOf(change: Change): string {
  switch (change.kind) {
    case 'entry.put':
    case 'entry.delete':
      return change.entry
    case 'late.accept':
    case 'late.decline':
      return change.late
    case 'project.put':
      return change.project
    case 'person.put':
    case 'identity.move':
      return change.person
    case 'comment.add':
      return change.id
    default:
      return weekKey(change.person, change.week)
  }
}

/** Whether a change is a step with a week: submitting, withdrawing, or a decision. */
export const isStep = (change: Change): change is WeekStep => isStepKind(change.kind)

/**
 * The weeks (ISO) that a change of an entry touches: where it puts the entry, and then, if that is another one, where the
 * entry lies now (its date; undefined where it counts nowhere).
 */
export function weeksTouched(
  change: Pick<EntryPut, 'kind' | 'date'> | Pick<EntryDelete, 'kind'>,
  lies: string | undefined,
): string[] {
  const dates = [change.kind === 'entry.put' ? change.date : undefined, lies]
  return [...new Set(dates.flatMap((date) => (date === undefined ? [] : weekOf(date))))]
}

/** One text for one person's week. */
export const weekKey = (person: string, week: string) => `${person} ${week}`
