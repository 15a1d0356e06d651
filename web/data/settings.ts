// Small single values: each has a name and a type here, and nothing else does.
import { transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import type { StoredTenant } from './stored.ts'

export interface Settings {
  /** The order number given out last. */
  order: number
  /** The person this device belongs to right now. */
  current: string
  /** Seconds by which the server's clock is ahead of this device's. */
  skew: number
  tenant: StoredTenant
  /** Somebody has signed out here, and nobody in since: the tenant must ask who it is, even if it remembers them. */
  askWho: boolean
}

/** A setting, or undefined where it was never written. */
export const readSetting = <Name extends keyof Settings>(device: Device, name: Name) =>
  transact(device, 'readonly', ['settings'], (transaction) => settingIn(transaction, name))

/** A setting as of the given transaction, which must include the store `settings`. */
export async function settingIn<Name extends keyof Settings>(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  name: Name,
): Promise<Settings[Name] | undefined> {
  // What was put under a name has the type of that name: only the two functions below write here.
  return (await transaction.objectStore('settings').get(name)) as Settings[Name] | undefined
}

/** Whether this device belongs to the person: who has left gets nothing stored by an answer that comes late. */
export const isHere = async (
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  person: string,
): Promise<boolean> => (await settingIn(transaction, 'current')) === person

/** Writes a setting, and resolves after the commit. */
export const writeSetting = <Name extends keyof Settings>(
  device: Device,
  name: Name,
  value: Settings[Name],
) =>
  transact(device, 'readwrite', ['settings'], async (transaction) => {
    await writeSettingIn(transaction, name, value)
  })

/** Writes a setting in the given transaction, which must include the store `settings`. */
export async function writeSettingIn<Name extends keyof Settings>(
  transaction: Transaction<'readwrite'>,
  name: Name,
  value: Settings[Name],
): Promise<void> {
  await transaction.objectStore('settings').put(value, name)
}
