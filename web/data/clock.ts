// The device's clock: what it shows where it has no zone to go by, and how wrong it is, by seconds or by years. What the
// tenant signs is judged by the server's clock, as measured on answers of our own API (same origin, so that its Date header
// may be read).
import { dateIn, momentAt } from '#domain/moment.ts'
import type { Transaction } from './database.ts'
import type { Device } from './device.ts'
import { readSetting, settingIn, writeSetting } from './settings.ts'

/** How many minutes the wall clock of this device is ahead of UTC at `now` (milliseconds since 1970). */
export const offsetHere = (now: number): number => -new Date(now).getTimezoneOffset()

/** The date on the wall of this device at `now`, whatever the name of its zone. */
export const dateHere = (now: number): string => dateIn(momentAt(now, null, offsetHere(now)))

/** A difference not worth a write: Date has whole seconds and the answer was some time on its way. */
const tolerance = 5

/** Seconds by which the server's clock is ahead of this device's; negative when the device's is. */
const skewOf = async (device: Device): Promise<number> => (await readSetting(device, 'skew')) ?? 0

/** Milliseconds since 1970 by the server's clock, as far as it was measured. Needs the store `settings`. */
export const serversNow = async (
  device: Device,
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
): Promise<number> => device.now() + ((await settingIn(transaction, 'skew')) ?? 0) * 1000

/** The skew for a library that reads the platform's clock itself, from which a device's differs only in tests. */
export const skewForLibraries = async (device: Device): Promise<number> =>
  (await skewOf(device)) + Math.round((device.now() - Date.now()) / 1000)

/** Measures the skew on an answer to a request that was sent at `asked` (milliseconds since 1970). */
export async function measureSkew(device: Device, response: Response, asked: number): Promise<void> {
  const date = Date.parse(response.headers.get('date') ?? '')
  if (Number.isNaN(date)) return
  const skew = Math.round((date - (asked + device.now()) / 2) / 1000)
  if (Math.abs(skew - (await skewOf(device))) > tolerance) await writeSetting(device, 'skew', skew)
}
