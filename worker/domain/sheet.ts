// Somebody's week as an approver gets it: the week and its entries in one piece, so that what is decided on is what was
// on the screen; and what has become of it since it was decided last.
import * as v from 'valibot'
import { Entry } from './entry.ts'
import { Week } from './week.ts'

export const Sheet = v.object({
  kind: v.literal('sheet'),
  week: Week,
  /** Those that count, as of the week's version. */
  entries: v.array(Entry),
  /** The entries as they were when it was last approved or returned; null before that. */
  before: v.nullable(v.array(Entry)),
  /** That of the week. */
  number: v.number(),
})
export type Sheet = v.InferOutput<typeof Sheet>

/** Whether two sheets show the same week: its version and those of the hours in it. */
export const isSame = (one: Sheet | undefined, other: Sheet): boolean =>
  one?.week.version === other.week.version && isSameSet(versionsOf(one.entries), versionsOf(other.entries))

/** The versions of entries, by which whoever decides says which hours they saw. */
export const versionsOf = (entries: readonly Entry[]): string[] => entries.map(({ version }) => version)

/** Whether two lists name the same versions, in any order. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)]
  return first.size === second.size && one.every((version) => second.has(version))
}

export type Difference =
  | { kind: 'added'; now: Entry }
  | { kind: 'removed'; before: Entry }
  | { kind: 'changed'; before: Entry; now: Entry }

/** How the entries of a week differ from those it had, in the order of their days; an untouched one is not among them. */
export function differences(before: readonly Entry[], now: readonly Entry[]): Difference[] {
  const then = new Map(before.map((entry) => [entry.id, entry]))
  const still = new Set(now.map(({ id }) => id))
  const found: Difference[] = []
  for (const entry of now) {
    const old = then.get(entry.id)
    if (!old) found.push({ kind: 'added', now: entry })
    else if (old.version !== entry.version) found.push({ kind: 'changed', before: old, now: entry })
  }
  for (const old of before) {
    if (!still.has(old.id)) found.push({ kind: 'removed', before: old })
  }
  return found.toSorted((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1))
}

const dateOf = (difference: Difference) => ('now' in difference ? difference.now : difference.before).date
