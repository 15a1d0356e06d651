// Which changes the next push carries. Pure.
import { type Change, isStep, weekKey } from '#domain/change.ts'
import { subjectOf, waiting } from './cards.ts'
import { type Dates, weeksByOrder } from './gate.ts'
import type { OutboxItem } from './stored.ts'

export interface Limits {
  /** The most changes. */
  changes: number
  /** The most bytes of JSON. */
  bytes: number
}

/** What may not be sent now. */
export interface Held {
  /** Kinds this account has no right to. */
  withheld: ReadonlySet<Change['kind']>
  /** Orders of single changes that must wait for another time. */
  aside?: ReadonlySet<number>
}

/** When a waiting change can go: in the next push, in a later one, or not before something else has changed. */
const now = 0
const later = 1
const stuck = 2

/**
 * What of an outbox may be sent in one push: all that waits, but nothing that is held, nor what came later on the same
 * thing: its base would be missing at the server. Nor a step with a week while hours of that week wait before it, for one
 * of them may be refused and the week must not go without it; nor hours of a week that wait behind such a step.
 */
export const sendable = (items: readonly OutboxItem[], held: Held, dates: Dates): OutboxItem[] =>
  ranked(items, held, dates).flatMap(({ item, rank }) => (rank === now ? [item] : []))

/** How many of the waiting changes no push can carry as things are. */
export const countStuck = (items: readonly OutboxItem[], held: Held, dates: Dates): number =>
  ranked(items, held, dates).filter(({ rank }) => rank === stuck).length

function ranked(items: readonly OutboxItem[], { withheld, aside }: Held, dates: Dates) {
  const touched = weeksByOrder(items, dates)
  const things = new Ranks()
  const hours = new Ranks()
  const steps = new Ranks()
  return waiting(items).map((item) => {
    const { change, order } = item
    const weeks = touched.get(order) ?? []
    const isHeld = withheld.has(change.kind) || aside?.has(order)
    let rank = Math.max(isHeld ? stuck : now, things.of([subjectOf(change)]))
    if (isStep(change)) {
      const week = weekKey(change.person, change.week)
      rank = Math.max(rank, hours.of([week]))
      steps.raise([week], rank)
    } else {
      rank = Math.max(rank, steps.of(weeks))
      hours.raise(weeks, Math.max(later, rank))
    }
    things.raise([subjectOf(change)], rank)
    return { item, rank }
  })
}

/** The latest of what was said about each name. */
class Ranks {
  readonly #ranks = new Map<string, number>()

  of(names: readonly string[]): number {
    return Math.max(now, ...names.map((name) => this.#ranks.get(name) ?? now))
  }

  raise(names: readonly string[], rank: number): void {
    for (const name of names) this.#ranks.set(name, Math.max(rank, this.of([name])))
  }
}

/** Bytes of JSON. */
export const bytesOf = (items: readonly OutboxItem[]) =>
  items.reduce((sum, { change }) => sum + sizeOf(change), 0)

/** The first of the items that fit into one push together; always at least one, should any be there. */
export function fill(items: readonly OutboxItem[], limits: Limits): OutboxItem[] {
  const load: OutboxItem[] = []
  let bytes = 0
  for (const item of items) {
    bytes += sizeOf(item.change)
    if (load.length > 0 && (bytes > limits.bytes || load.length >= limits.changes)) break
    load.push(item)
  }
  return load
}

const encoder = new TextEncoder()
const sizeOf = (change: Change) => encoder.encode(JSON.stringify(change)).length + 1
