// The device's copy of what the server said: rows and the cursor they belong to. Nothing else writes rows.
import type { Row } from '#domain/book.ts'
import type { Entry } from '#domain/entry.ts'
import type { Project } from '#domain/project.ts'
import { bytesPerPush, type Page } from '#domain/sync.ts'
import { transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import type { Copy, OutboxItem, Report } from './stored.ts'

type Reading = Transaction<'readonly'> | Transaction<'readwrite'>
type Writing = Transaction<'readwrite'>

export interface Snapshot {
  /** Confirmed rows, tombstones included. */
  entries: Entry[]
  projects: Project[]
  /** In order. */
  outbox: OutboxItem[]
  report: Report | null
  /** When the copy was last complete, in milliseconds since 1970; 0 for never. */
  complete: number
}

/** Everything a screen shows of one person, as of one moment. */
export const snapshot = (device: Device, person: string): Promise<Snapshot> =>
  transact(device, 'readonly', ['rows', 'copies', 'outbox', 'reports'], async (transaction) => {
    const rows = await rowsIn(transaction, person)
    return {
      entries: rows.filter((row) => row.kind === 'entry'),
      projects: rows.filter((row) => row.kind === 'project'),
      outbox: await transaction.objectStore('outbox').index('person').getAll(person),
      report: (await transaction.objectStore('reports').get(person)) ?? null,
      complete: (await copyIn(transaction, person)).complete,
    }
  })

/** Where a person's copy stands; a first, empty one where there is none. */
export async function copyIn(transaction: Reading, person: string): Promise<Copy> {
  const copy = await transaction.objectStore('copies').get(person)
  return copy ?? { person, shown: 1, cursor: null, next: null, complete: 0, pushBytes: bytesPerPush }
}

/** The rows on a person's screen. */
export async function rowsIn(transaction: Reading, person: string): Promise<Row[]> {
  const { shown } = await copyIn(transaction, person)
  return transaction.objectStore('rows').getAll(rangeOf(person, shown))
}

// An array sorts after every number and text, so [] closes the range of whatever may stand in its place.
const rangeOf = (person: string, copy: number) => IDBKeyRange.bound([person, copy], [person, copy, []])
const rangeOfPerson = (person: string) => IDBKeyRange.bound([person], [person, []])

/** Takes a row into one copy, unless that already holds a newer one: answers arrive late and out of order. */
export async function storeRow(transaction: Writing, person: string, copy: number, row: Row): Promise<void> {
  const rows = transaction.objectStore('rows')
  const key: [string, number, string, string] = [person, copy, row.kind, row.id]
  const known = await rows.get(key)
  if (!known || known.number < row.number) await rows.put(row, key)
}

/**
 * Takes a page and its cursor into the copy it was asked for with `since`, in the caller's transaction; the last page
 * of a new copy puts that copy in the old one's place. A page that no longer continues where the copy stands is ignored.
 */
export async function storePage(
  transaction: Writing,
  person: string,
  since: string | null,
  page: Page,
  now: number,
): Promise<void> {
  const copy = await copyIn(transaction, person)
  const { cursor, copy: target } = copy.next ?? { cursor: copy.cursor, copy: copy.shown }
  if (cursor !== since) return
  for (const row of page.rows) await storeRow(transaction, person, target, row)
  const copies = transaction.objectStore('copies')
  if (page.more) {
    const reached = copy.next ? { next: { copy: target, cursor: page.cursor } } : { cursor: page.cursor }
    await copies.put({ ...copy, ...reached })
    return
  }
  if (target !== copy.shown) await transaction.objectStore('rows').delete(rangeOf(person, copy.shown))
  await copies.put({ ...copy, shown: target, cursor: page.cursor, next: null, complete: now })
}

/** Begins a new copy beside the one on the screen, which stays until the new one is complete. */
export async function startNextCopy(transaction: Writing, person: string): Promise<void> {
  const copy = await copyIn(transaction, person)
  if (copy.next) await transaction.objectStore('rows').delete(rangeOf(person, copy.next.copy))
  const next = { copy: Math.max(copy.shown, copy.next?.copy ?? 0) + 1, cursor: null }
  await transaction.objectStore('copies').put({ ...copy, next })
}

/** Removes what the server said about a person; the outbox and drafts are not touched. */
export async function removeCopy(transaction: Writing, person: string): Promise<void> {
  await transaction.objectStore('rows').delete(rangeOfPerson(person))
  await transaction.objectStore('copies').delete(person)
}
