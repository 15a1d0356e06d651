// What a person leaves on a device when they go: for them alone, what waits for delivery, a timer that runs, what was typed
// into forms and which notices were read; and their name, as long as there is work among it.
import { removeCopy } from './copy.ts'
import type { Transaction } from './database.ts'

type Writing = Transaction<'readwrite'>

/** What a transaction that removes traces must include. */
export const storesOfTraces = [
  'rows',
  'copies',
  'delivered',
  'reports',
  'outbox',
  'timers',
  'accounts',
] as const

/** Removes what the server said to a person; what they did themselves is not touched. */
export async function removeTraces(transaction: Writing, person: string): Promise<void> {
  await removeCopy(transaction, person)
  const delivered = transaction.objectStore('delivered')
  for (const key of await delivered.index('person').getAllKeys(person)) await delivered.delete(key)
  await transaction.objectStore('reports').delete(person)
  await removeName(transaction, person)
}

/** The name stays as long as something waits or a timer runs: whoever forgets this device must be told whose it is. */
export async function removeName(transaction: Writing, person: string): Promise<void> {
  const waits = await transaction.objectStore('outbox').index('person').count(person)
  const runs = await transaction.objectStore('timers').count(person)
  if (waits + runs === 0) await transaction.objectStore('accounts').delete(person)
}
