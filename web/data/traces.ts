// What a person leaves on a device when they go: what waits for delivery, for them alone, and their name as long as it does.
import { removeCopy } from './copy.ts'
import type { Transaction } from './database.ts'

type Writing = Transaction<'readwrite'>

/** What a transaction that removes traces must include. */
export const storesOfTraces = ['rows', 'copies', 'delivered', 'reports', 'outbox', 'accounts'] as const

/** Removes what the server said to a person; the outbox and drafts are not touched. */
export async function removeTraces(transaction: Writing, person: string): Promise<void> {
  await removeCopy(transaction, person)
  const delivered = transaction.objectStore('delivered')
  for (const key of await delivered.index('person').getAllKeys(person)) await delivered.delete(key)
  await transaction.objectStore('reports').delete(person)
  await removeName(transaction, person)
}

/** The name stays as long as something waits: whoever forgets this device must be told whose it is. */
export async function removeName(transaction: Writing, person: string): Promise<void> {
  const waits = await transaction.objectStore('outbox').index('person').count(person)
  if (waits === 0) await transaction.objectStore('accounts').delete(person)
}
