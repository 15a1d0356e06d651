// The number on the app's icon: entries that are only on this device.
import { thingsIn } from './cards.ts'
import { transact } from './database.ts'
import type { Device } from './device.ts'
import { settingIn } from './settings.ts'

/** Shows how many entries of the person who is signed in wait or stand refused; nothing where the platform has no badge. */
export async function showBadge(device: Device): Promise<void> {
  if (!('setAppBadge' in navigator)) return
  const count = await transact(device, 'readonly', ['outbox', 'settings'], async (transaction) => {
    const person = await settingIn(transaction, 'current')
    const items = person ? await transaction.objectStore('outbox').index('person').getAll(person) : []
    return thingsIn(items).size
  })
  // Refused by the platform when the app is not installed: there is no icon to put it on then.
  await (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined)
}
