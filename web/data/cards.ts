// What the outbox means: which changes are played and sent, and which stand behind a refusal, one card per entry.
import { type Book, openBook, play, type Row } from '#domain/book.ts'
import { type Change, thingOf } from '#domain/change.ts'
import type { AnyRefusal } from '#domain/problem.ts'
import type { OutboxItem } from './stored.ts'

export interface Card {
  /** The entry (or project) it is about. */
  thing: string
  /** Why the first of its changes was refused. */
  problem: AnyRefusal
  /** What was wanted last. */
  change: Change
  /** When the first of them was saved. */
  kept: string
  /** The refused change and the later ones of the same thing, in order. */
  items: OutboxItem[]
}

/** The refused things, one card each, in the order in which they were refused. */
export function cards(items: readonly OutboxItem[]): Card[] {
  const byThing = new Map<string, Card>()
  for (const item of items) {
    const thing = thingOf(item.change)
    const card = byThing.get(thing)
    if (card) {
      card.items.push(item)
      card.change = item.change
    } else if (item.problem) {
      const { problem, change, kept } = item
      byThing.set(thing, { thing, problem, change, kept, items: [item] })
    }
  }
  return [...byThing.values()]
}

/** Those that wait for a verdict: everything but the refused ones and what folded into their cards. */
export function waiting(items: readonly OutboxItem[]): OutboxItem[] {
  const parked = new Set(cards(items).flatMap((card) => card.items))
  return items.filter((item) => !parked.has(item))
}

/** The entries and projects that changes are about, each once. */
export const thingsIn = (items: readonly OutboxItem[]): Set<string> =>
  new Set(items.map(({ change }) => thingOf(change)))

/** The minutes of the entries as the last change of each wants them; what is to be deleted has none. */
export function minutesWanted(items: readonly OutboxItem[]): number {
  const wanted = new Map(
    items.map(({ change }) => [thingOf(change), change.kind === 'entry.put' ? change.minutes : 0]),
  )
  return [...wanted.values()].reduce((sum, minutes) => sum + minutes, 0)
}

/** What is shown and what rules are asked on: the server's rows with the waiting changes played over them. */
export function bookOf(person: string, rows: readonly Row[], items: readonly OutboxItem[]): Book {
  const entries = rows.filter((row) => row.kind === 'entry')
  const projects = rows.filter((row) => row.kind === 'project')
  const book = openBook(person, entries, projects)
  for (const item of waiting(items)) play(book, item.change)
  return book
}
