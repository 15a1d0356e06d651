// The shapes of what people and programs write: ids, one-line names and free notes.
import * as v from 'valibot'

/** A UUID of any version in lower case: one id has one spelling, so that comparing text compares ids. */
export const Uuid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a UUID in lower case'),
)

// Control characters but tab and line breaks. Nobody sees them, NUL ends a text in SQLite, and each is six bytes in JSON:
// a week full of them would be too large to travel.
const control = /[^\P{Cc}\t\n\r]/u

// Lone surrogates cannot be stored as UTF-8: they would come back altered.
const isStorable = (text: string) => text.isWellFormed() && !control.test(text)

/** A note's longest, in UTF-16 units. */
export const noteLength = 1000

/** A note; kept exactly as typed. */
export const Note = v.pipe(
  v.string(),
  v.maxLength(noteLength, 'must have at most 1,000 characters'),
  v.check(isStorable, 'must be well-formed text without control characters'),
)

/** A name on one line, trimmed, of 1 to `most` characters (UTF-16 units). */
export const Line = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must have at most ${most} characters`),
    v.check(
      (text) => isStorable(text) && !/[\t\n\r]/.test(text),
      'must be one line of well-formed text without control characters',
    ),
  )

/** What one person tells another: a comment, or the reason of a decision. Kept as typed, but never blank. */
export const Remark = v.pipe(
  Note,
  v.check((text) => text.trim() !== '', 'must not be empty'),
)

/** The order of dates, ids and other texts that are compared as they are; negative where the first comes first. */
export const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** A text as a form takes it, pasted from wherever: without what nobody can see in it. */
export const legible = (text: string): string => text.replaceAll(new RegExp(control, 'gu'), '')

/** The same for a field of one line. */
export const legibleLine = (text: string): string => legible(text.replaceAll(/[\t\n\r]+/g, ' '))
