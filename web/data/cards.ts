// What the outbox means: which changes are played and sent, and which stand behind a refusal, one card per thing.
import { type Book, openBook } from '#domain/book.ts'
import { type Change, thingOf } from '#domain/change.ts'
import { decide } from '#domain/decide.ts'
import { play } from '#domain/play.ts'
import type { AnyRefusal } from '#domain/problem.ts'
import type { FeedRow } from '#domain/sync.ts'
import type { OutboxItem } from './stored.ts'

export interface Card {
  /** What it is about, as `subjectOf` says. */
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
    const thing = subjectOf(item.change)
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

/**
 * What a change is about, as far as one can stand in for another: the id of the entry, project, person or proposal, or
 * whose week it is. To give a sign-in away is something else than to write who a person is.
 */
export const subjectOf = (change: Change): string =>
  change.kind === 'identity.move' ? `${change.person} sign-in` : thingOf(change)

/** Those that wait for a verdict: everything but the refused ones and what folded into their cards. */
export function waiting(items: readonly OutboxItem[]): OutboxItem[] {
  const parked = new Set(cards(items).flatMap((card) => card.items))
  return items.filter((item) => !parked.has(item))
}

/** What changes are about, each once. */
export const thingsIn = (items: readonly OutboxItem[]): Set<string> =>
  new Set(items.map(({ change }) => subjectOf(change)))

export interface WaitingThing {
  /** What it is about, as `subjectOf` says. */
  thing: string
  /** What is wanted last; of something made on this device it is still what makes it. */
  change: Change
  /** When the first of its changes was saved. */
  kept: string
  /** Its changes, in order. */
  items: OutboxItem[]
}

/** The changes by what they are about, the longest waiting first. */
export function waitingThings(items: readonly OutboxItem[]): WaitingThing[] {
  const byThing = new Map<string, WaitingThing>()
  for (const item of items) {
    const { change, kept } = item
    const thing = subjectOf(change)
    const known = byThing.get(thing)
    if (!known) byThing.set(thing, { thing, change, kept, items: [item] })
    else {
      known.items.push(item)
      known.change = afterAll(known.items, change)
    }
  }
  return [...byThing.values()]
}

/** What was new stays new, whatever was written over it. */
function afterAll([first]: readonly OutboxItem[], last: Change): Change {
  const isNew = first !== undefined && 'base' in first.change && first.change.base === null
  switch (last.kind) {
    case 'entry.put':
    case 'project.put':
    case 'person.put':
      return isNew ? { ...last, base: null } : last
    default:
      return last
  }
}

/** The minutes of the entries as the last change of each wants them; what is to be deleted has none, nor has what is no entry. */
export function minutesWanted(items: readonly OutboxItem[]): number {
  const wanted = new Map(
    items.map(({ change }) => [subjectOf(change), change.kind === 'entry.put' ? change.minutes : 0]),
  )
  return [...wanted.values()].reduce((sum, minutes) => sum + minutes, 0)
}

/**
 * What is shown and what rules are asked on: the server's rows with the waiting changes played over them. `now`: an
 * instant (RFC 3339, UTC).
 */
export function bookOf(
  actor: Book['actor'],
  now: string,
  rows: readonly FeedRow[],
  items: readonly OutboxItem[],
): Book {
  const book = openBook(actor, now, rows)
  // Most weeks are not approved, and then the rules, which look at every entry, need not be asked.
  const isOwn = ({ person }: { person: string }) => person === actor.person
  const mayBeLate =
    [...book.weeks.values()].some((week) => isOwn(week) && week.status === 'approved') ||
    [...book.lates.values()].some((late) => isOwn(late) && late.status === 'proposed')
  for (const { change, kept } of waiting(items)) {
    // As if it had been done when it was saved, so that looking later shows the same.
    book.now = kept
    play(book, change, mayBeLate && isLate(book, change) ? 'late' : 'applied')
  }
  book.now = now
  return book
}

/** Whether a waiting change comes too late for its week, as far as this device knows; it is not counted then. */
const isLate = (book: Book, change: Change): boolean =>
  (change.kind === 'entry.put' || change.kind === 'entry.delete') && decide(book, change).verdict === 'late'
