// The notices that a person has read and put away on this device. Kept over a sign-out for their owner, so that what was
// read does not come back as new; gone with "Forget this device".
import { instantOf } from '#domain/calendar.ts'
import { transact } from './database.ts'
import type { Device } from './device.ts'

/** Puts notices away. */
export async function dismiss(device: Device, person: string, keys: readonly string[]): Promise<void> {
  const at = instantOf(device.now())
  await transact(device, 'readwrite', ['dismissed'], async (transaction) => {
    for (const key of keys) await transaction.objectStore('dismissed').put({ person, key, at })
  })
  device.announce()
}

/** The keys of the notices that were put away. */
export const dismissedBy = (device: Device, person: string): Promise<Set<string>> =>
  transact(device, 'readonly', ['dismissed'], async (transaction) => {
    const range = IDBKeyRange.bound([person], [person, []])
    const keys = await transaction.objectStore('dismissed').getAllKeys(range)
    return new Set(keys.map(([, key]) => key))
  })
