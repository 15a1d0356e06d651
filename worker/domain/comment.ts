// What the owner of a week and an approver say to each other about it.
import * as v from 'valibot'
import type { Refusal } from './problem.ts'

/** A comment as it is kept and shown. Nobody changes it later. */
export const Comment = v.object({
  kind: v.literal('comment'),
  id: v.string(),
  /** Whose week. */
  person: v.string(),
  /** The ISO week. */
  week: v.string(),
  author: v.string(),
  /** The name the author had then. */
  authorName: v.nullable(v.string()),
  note: v.string(),
  /** By the device's clock, and by the server's (RFC 3339, UTC). */
  at: v.string(),
  received: v.string(),
  version: v.string(),
  number: v.number(),
})
export type Comment = v.InferOutput<typeof Comment>

/** The most comments on one week: nobody reads more, and they travel with it. */
export const mostComments = 200

/** Why nothing more may be said about this week, or null. */
export const mayComment = (comments: readonly Comment[], week: string): Refusal | null =>
  comments.length < mostComments ? null : { code: 'week.crowded', week, by: 'comment', most: mostComments }
