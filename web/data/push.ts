// Which changes the next push carries. Pure.
import { type Change, thingOf } from '#domain/change.ts'
import { waiting } from './cards.ts'
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

/**
 * What of an outbox may be sent: all that waits, but nothing that is held, nor what came later on the same thing: its
 * base would be missing at the server.
 */
export function sendable(items: readonly OutboxItem[], { withheld, aside }: Held): OutboxItem[] {
  const heldThings = new Set<string>()
  return waiting(items).filter(({ change, order }) => {
    if (withheld.has(change.kind) || aside?.has(order)) heldThings.add(thingOf(change))
    return !heldThings.has(thingOf(change))
  })
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
