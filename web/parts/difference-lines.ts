// What is different between two versions of hours, as values to be put into words.
import type { Entry } from '#domain/entry.ts'
import { differences } from '#domain/sheet.ts'

/** The values of an entry that people see; late hours have the same. */
export type Hours = Pick<Entry, 'project' | 'date' | 'start' | 'end' | 'minutes' | 'note'>

/** From when to when counts as one value. */
export type Part = 'project' | 'date' | 'times' | 'minutes' | 'note'

/** Which values differ, in the order in which they are read. */
export function partsChanged(before: Hours, now: Hours): Part[] {
  const changed: Part[] = []
  for (const part of ['date', 'project', 'minutes'] as const)
    if (before[part] !== now[part]) changed.push(part)
  if (before.start !== now.start || before.end !== now.end) changed.push('times')
  if (before.note !== now.note) changed.push('note')
  return changed
}

export type Line =
  | { kind: 'added' | 'removed'; id: string; hours: Hours }
  | { kind: 'changed'; id: string; before: Hours; hours: Hours; parts: Part[] }

/** A line for each entry that reads differently; what was saved again as it was is not among them. */
export function differenceLines(before: readonly Entry[], now: readonly Entry[]): Line[] {
  return differences(before, now).flatMap((difference): Line[] => {
    if (difference.kind === 'added') return [{ kind: 'added', id: difference.now.id, hours: difference.now }]
    const { before: old } = difference
    if (difference.kind === 'removed') return [{ kind: 'removed', id: old.id, hours: old }]
    const parts = partsChanged(old, difference.now)
    return parts.length > 0
      ? [{ kind: 'changed', id: old.id, before: old, hours: difference.now, parts }]
      : []
  })
}
