// What the database of an older app becomes. Only ever adds: an older outbox must drain through a newer app, and what is
// in it is not touched, because a change that was sent before must be the same when it is sent again.
import type { IDBPDatabase } from 'idb'
import { keyOf } from '#domain/book.ts'
import type { Schema, Upgrade } from './database.ts'
import { wholeRow } from './whole.ts'

/** Runs on each device, inside the version change, from the version it has (0: none). */
export async function upgrade(
  database: IDBPDatabase<Schema>,
  transaction: Upgrade,
  from: number,
): Promise<void> {
  if (from < 1) {
    const outbox = database.createObjectStore('outbox', { keyPath: 'order' })
    outbox.createIndex('person', 'person')
    outbox.createIndex('change', 'change.id', { unique: true })
    const delivered = database.createObjectStore('delivered', { keyPath: 'change.id' })
    delivered.createIndex('person', 'person')
    delivered.createIndex('at', 'at')
    database.createObjectStore('rows')
    database.createObjectStore('copies', { keyPath: 'person' })
    database.createObjectStore('reports')
    database.createObjectStore('drafts', { keyPath: ['person', 'key'] })
    database.createObjectStore('accounts', { keyPath: 'person' })
    database.createObjectStore('redirects', { keyPath: 'state' })
    database.createObjectStore('sessions')
    database.createObjectStore('keys')
    database.createObjectStore('settings')
  }
  if (from < 2) {
    database.createObjectStore('timers', { keyPath: 'person' })
    database.createObjectStore('dismissed', { keyPath: ['person', 'key'] })
    await moveRows(transaction)
    await startNextCopies(transaction)
  }
}

/** Rows had their id for a key, and fewer fields. */
async function moveRows(transaction: Upgrade): Promise<void> {
  const rows = transaction.objectStore('rows')
  for (const key of await rows.getAllKeys()) {
    const row = await rows.get(key)
    if (!row) continue
    const [person, copy, kind] = key
    await rows.delete(key)
    await rows.put(wholeRow(row), [person, copy, kind, keyOf(row)])
  }
}

/** The app before passed over the kinds of rows that it did not know: they are fetched from the first row on. */
async function startNextCopies(transaction: Upgrade): Promise<void> {
  const copies = transaction.objectStore('copies')
  for (const copy of await copies.getAll()) {
    // The rows of a copy in the making go when the new one has taken the shown one's place (copy.ts).
    const next = { copy: Math.max(copy.shown, copy.next?.copy ?? 0) + 1, cursor: null }
    await copies.put({ ...copy, next })
  }
}
