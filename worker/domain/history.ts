// The history of an entry or a week, as the API tells it: one step per verdict in the ledger, newest first.
import * as v from 'valibot'
import { Row } from './book.ts'
import { AnyRefusal } from './problem.ts'

export const HistoryStep = v.object({
  /** The id of the change. */
  change: v.string(),
  kind: v.string(),
  /** The id of the entry or proposal, or whose week it was (`<person> <week>`). */
  thing: v.nullable(v.string()),
  verdict: v.picklist(['applied', 'late', 'refused']),
  problem: v.nullable(AnyRefusal),
  /** The version before: the change of the step that this one went on from. */
  was: v.nullable(v.string()),
  /** The thing as the change left it. */
  became: v.nullable(Row),
  /** The device's time and the server's (RFC 3339, UTC). */
  at: v.nullable(v.string()),
  received: v.string(),
  client: v.string(),
  by: v.object({ person: v.string(), name: v.nullable(v.string()) }),
})
export type HistoryStep = v.InferOutput<typeof HistoryStep>

/** What GET .../history answers. */
export const History = v.object({
  history: v.array(HistoryStep),
  /** Whether older steps are left out. */
  more: v.optional(v.boolean(), false),
})
export type History = v.InferOutput<typeof History>

/**
 * The most steps of a history. Of a week's, so many of each of three: what was done with hours, what else its owner did,
 * and what others did; so that nobody can push a decision or a comment out of sight by doing much.
 */
export const mostSteps = 500
