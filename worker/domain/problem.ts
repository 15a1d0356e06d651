// The ways of saying no. Clients branch on `code`, never on text; each arm carries what a person needs to understand it.
import * as v from 'valibot'

/** What is wrong with one field of an input; `path` is dotted, '' for the whole. */
export const Issue = v.object({ path: v.string(), reason: v.string() })
export type Issue = v.InferOutput<typeof Issue>

/** Where a week stands. */
export const Status = v.picklist(['open', 'submitted', 'approved', 'returned'])
export type Status = v.InferOutput<typeof Status>

/** How to parse what comes from outside: the first thing that is wrong with each field is enough. */
export const oneByField = { abortPipeEarly: true }

/** Field by field, what valibot found; at most ten. */
export const issuesOf = (found: readonly v.BaseIssue<unknown>[]): Issue[] =>
  found.slice(0, 10).map((issue) => ({
    path: (v.getDotPath(issue) ?? '').slice(0, 200),
    reason: issue.message.slice(0, 200),
  }))

const arm = <const Code extends string>(code: Code) => v.object({ code: v.literal(code) })

/** Why a change was refused. Stored with the verdict, so that a repeat is answered the same. */
export const Refusal = v.variant('code', [
  arm('entry.unknown'),
  arm('entry.exists'),
  arm('entry.stale'),
  /** Two entries that say from when to when would share some minutes. */
  v.object({
    code: v.literal('entry.overlaps'),
    entry: v.string(),
    start: v.string(),
    end: v.string(),
  }),
  arm('project.unknown'),
  v.object({ code: v.literal('project.archived'), project: v.string(), name: v.string() }),
  /** It takes hours of its members only. */
  v.object({ code: v.literal('project.not-yours'), project: v.string() }),
  arm('project.exists'),
  arm('project.stale'),
  v.object({
    code: v.literal('day.full'),
    date: v.string(),
    /** Minutes of the person's other entries on that day. */
    others: v.number(),
    /** Minutes asked for. */
    minutes: v.number(),
  }),
  /** The week is closed, and whoever asked knew it or asks about it as it is now. */
  v.object({ code: v.literal('week.submitted'), week: v.string() }),
  v.object({ code: v.literal('week.approved'), week: v.string() }),
  /** A step that takes a submitted (or, for opening again, an approved) week. */
  v.object({ code: v.literal('week.not-submitted'), week: v.string(), status: Status }),
  /** It has changed since it was seen. */
  v.object({ code: v.literal('week.stale'), week: v.string(), status: Status }),
  /** Nobody approves their own week. */
  arm('week.own'),
  /** The week of somebody for whom the caller may not act. */
  arm('week.not-yours'),
  arm('late.unknown'),
  arm('late.exists'),
  arm('late.stale'),
  v.object({ code: v.literal('late.settled'), status: v.string() }),
  arm('person.unknown'),
  arm('person.exists'),
  arm('person.stale'),
  /** Nobody moves their own sign-in: that takes a second administrator. */
  arm('person.own'),
  v.object({ code: v.literal('person.email-taken'), email: v.string() }),
  /** A day holds so many entries and no more. */
  v.object({ code: v.literal('day.crowded'), date: v.string(), most: v.number() }),
  /** And a week so many late hours that nobody has decided on, and so many comments. */
  v.object({
    code: v.literal('week.crowded'),
    week: v.string(),
    by: v.picklist(['late', 'comment']),
    most: v.number(),
  }),
  v.object({ code: v.literal('input.invalid'), issues: v.array(Issue) }),
  arm('change.reused'),
])
export type Refusal = v.InferOutput<typeof Refusal>

/** What is wrong with one field of an input that can be read; `path` as in `Issue`. */
export const wrong = (path: string, reason: string): Refusal => ({
  code: 'input.invalid',
  issues: [{ path, reason }],
})

/** A refusal as a device reads it: a newer server may know codes that an older app does not. */
export const AnyRefusal = v.union([Refusal, v.looseObject({ code: v.string() })])
export type AnyRefusal = v.InferOutput<typeof AnyRefusal>

/** Why a request was not answered. */
export type Problem =
  | Refusal
  | { code: 'token.missing' }
  | { code: 'token.invalid' }
  | { code: 'insufficient_scope'; scope: string }
  | { code: 'client.unknown' }
  | { code: 'caller.machine' }
  | { code: 'account.mismatch' }
  | { code: 'person.deactivated' }
  | { code: 'identity.mismatch' }
  | { code: 'body.too-large'; limit: number }
  | { code: 'body.not-json' }
  | { code: 'body.type' }
  | { code: 'precondition.missing' }
  | { code: 'route.unknown' }
  | { code: 'method.unknown'; allowed: readonly string[] }
  | { code: 'history.restored' }
  | { code: 'rights.changed' }
  | { code: 'tenant.unavailable'; retryAfter: number }
  | { code: 'store.busy'; retryAfter: number }
  | { code: 'configuration.missing'; names: readonly string[] }
  | { code: 'fault' }

/** A problem on its way to the one place that answers it; the only thing this code throws on purpose. */
export class Refused extends Error {
  readonly problem: Problem
  /** The current state of the thing that was to be changed, where the caller may see it. */
  readonly current: unknown
  constructor(problem: Problem, current?: unknown) {
    super(problem.code)
    this.problem = problem
    this.current = current
  }
}
