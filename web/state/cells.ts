// What is written into the week's grid and copied into the week: each hour is an entry like any other, kept at once.
import type { Change } from '#domain/change.ts'
import { thingOf } from '#domain/change.ts'
import type { Entry } from '#domain/entry.ts'
import type { Refusal } from '#domain/problem.ts'
import { zone } from './clock.ts'
import { entriesOn, restore } from './entries.ts'
import { kindOf } from './grid.ts'
import { save, type Saved } from './save.ts'
import type { Copied } from './weeks.ts'

/** A cell by its row and its column. */
export interface CellAt {
  project: string
  date: string
}

let writing: Promise<unknown> = Promise.resolve()

/** One after the other: a cell that is typed into twice in a hurry holds one entry, and not two. */
function inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
  const written = writing.then(write)
  writing = written.catch(() => undefined)
  return written
}

/**
 * Gives a cell these minutes: its one entry keeps its note, an empty cell gets an entry. `several`: meanwhile there is more
 * than typing may change, and nothing was written.
 */
export const writeCell = (at: CellAt, minutes: number): Promise<Saved | 'several'> =>
  inTurn(async () => {
    const entries = entriesIn(at)
    const [first] = entries
    if (kindOf(entries) === 'several') return 'several'
    if (!first) return save(hours({ ...at, minutes }))
    const { id: entry, zone: seenIn, note, version: saw } = first.entry
    return save({ ...hours({ ...at, minutes }), entry, zone: seenIn, note, saw })
  })

/** Deletes the one entry of a cell, and answers what puts it back; null where there is not exactly one. */
export const clearCell = (
  at: CellAt,
): Promise<{ entry: Entry; undo: () => Promise<Saved> } | { refused: Refusal } | null> =>
  inTurn(async () => {
    const entries = entriesIn(at)
    const [first] = entries
    if (!first || kindOf(entries) === 'several') return null
    const { entry } = first
    const saved = await save({ kind: 'entry.delete', entry: entry.id, saw: entry.version })
    if ('refused' in saved) return saved
    return { entry, undo: () => restore(entry, saved.change.id) }
  })

const entriesIn = ({ project, date }: CellAt) =>
  entriesOn(date).filter(({ entry }) => entry.project === project)

const hours = ({ project, date, minutes }: Copied) =>
  ({
    kind: 'entry.put',
    project,
    date,
    zone: zone.value,
    start: null,
    end: null,
    minutes,
    note: '',
  }) as const

/** One more entry in a cell, beside what is there. */
export const addHours = (copied: Copied, note: string): Promise<Saved> =>
  inTurn(() => save({ ...hours(copied), note }))

/** Keeps copied hours one by one: what does not fit does not stop the others. */
export async function keepCopies(copies: readonly Copied[]): Promise<{ kept: Change[]; refused: number }> {
  const kept: Change[] = []
  for (const copied of copies) {
    const saved = await inTurn(() => save(hours(copied)))
    if ('change' in saved) kept.push(saved.change)
  }
  return { kept, refused: copies.length - kept.length }
}

/** Deletes copied hours again, save those that were changed since. */
export async function dropCopies(kept: readonly Change[]): Promise<void> {
  for (const change of kept) {
    await inTurn(() => save({ kind: 'entry.delete', entry: thingOf(change), saw: change.id }))
  }
}
