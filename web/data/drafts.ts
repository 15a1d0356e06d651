// What is in a form and not saved yet, per person, so that a killed page does not lose what was typed.
import { transact } from './database.ts'
import type { Device } from './device.ts'

/** Keeps what a form holds. `value` must be something IndexedDB can clone. */
export async function saveDraft(device: Device, person: string, key: string, value: unknown): Promise<void> {
  await transact(device, 'readwrite', ['drafts'], async (transaction) => {
    await transaction.objectStore('drafts').put({ person, key, value })
  })
}

/** What the form held, or undefined. */
export const readDraft = (device: Device, person: string, key: string): Promise<unknown> =>
  transact(device, 'readonly', ['drafts'], async (transaction) => {
    const draft = await transaction.objectStore('drafts').get([person, key])
    return draft?.value
  })

/** Forgets what the form held: it has been saved, or the person emptied it. */
export async function clearDraft(device: Device, person: string, key: string): Promise<void> {
  await transact(device, 'readwrite', ['drafts'], async (transaction) => {
    await transaction.objectStore('drafts').delete([person, key])
  })
}
