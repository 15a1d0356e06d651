// The shapes of what people and programs write: ids, one-line names and free notes.
import * as v from 'valibot'

/** A UUID of any version in lower case: one id has one spelling, so that comparing text compares ids. */
export const Uuid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case'),
)

// Lone surrogates cannot be stored as UTF-8 and NUL ends a text in SQLite: both would come back altered.
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** A note's longest, in UTF-16 units. */
export const noteLength = 1000

/** A note; kept exactly as typed. */
export const Note = v.pipe(
  v.string(),
  v.maxLength(noteLength, 'must have at most 1,000 characters'),
  v.check(isStorable, 'must be well-formed text'),
)

/** A name on one line, trimmed, of 1 to `most` characters (UTF-16 units). */
export const Line = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must have at most ${most} characters`),
    v.check((text) => isStorable(text) && !/[\r\n]/.test(text), 'must be one line of well-formed text'),
  )

/** What one person tells another: a comment, or the reason of a decision. Kept as typed, but never blank. */
export const Remark = v.pipe(
  Note,
  v.check((text) => text.trim() !== '', 'must not be empty'),
)
