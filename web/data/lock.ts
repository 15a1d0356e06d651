// One at a time across pages and the service worker (Web Locks). The order is sync, then token; nothing is taken inside
// the token lock. Every wait and every hold has a limit, and nobody steals: an orphaned lock frees itself.
import type { Device } from './device.ts'

/** The lock could not be had, or was held as long as it may be: not now. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

/**
 * Waits its turn and does `work` under the lock; rejects with Busy when either lasts longer than the device's patience.
 * `signal` aborts shortly before the hold ends, so that what a late answer still has to store is stored under the lock.
 */
export async function underLock<Result>(
  device: Device,
  name: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(new Busy(`${name}: waited`)), device.patience)
  return device.locks.request(name, { signal: waiting.signal }, () => {
    clearTimeout(timer)
    return withinPatience(device, name, work)
  }) as Promise<Result>
}

async function withinPatience<Result>(
  device: Device,
  name: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Busy(`${name}: held`)), device.patience)
  })
  try {
    return await Promise.race([work(AbortSignal.timeout(requestLimit(device))), limit])
  } finally {
    clearTimeout(timer)
  }
}

/** The same for what nobody may be kept from, like signing out: `work` is done without the lock when it is Busy. */
export const underLockOrWithout = <Result>(
  device: Device,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> =>
  underLock(device, name, work).catch((error: unknown) => {
    if (error instanceof Busy) return work()
    throw error
  })

/** How long a request under a lock may take, in milliseconds: a third of the hold is left for storing its answer. */
export const requestLimit = (device: Device) => Math.round((device.patience * 2) / 3)

/** Held by whoever renews or replaces the session's tokens. Nothing else may be locked inside. */
export const tokenLock = 'timesheets:token'

/** Held by whoever starts, stops or switches this person's timer. */
export const timerLock = (person: string) => `timesheets:timer:${person}`

/** Held by whoever syncs for this person. */
export const syncLock = (person: string) => `timesheets:sync:${person}`
