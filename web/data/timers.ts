// The running timer of a person on this device. It is work that was typed and not saved yet: like what waits for delivery
// it survives its owner's sign-out, is shown to nobody else, and goes only with "Forget this device".
import { instantOf } from '#domain/calendar.ts'
import { transact } from './database.ts'
import type { Device } from './device.ts'
import type { RunningTimer } from './stored.ts'

/** The timer that runs for this person here, or null. */
export const readTimer = async (device: Device, person: string): Promise<RunningTimer | null> =>
  transact(
    device,
    'readonly',
    ['timers'],
    async (transaction) => (await transaction.objectStore('timers').get(person)) ?? null,
  )

/** Starts a timer and answers the one that runs now: where one already ran, it goes on, and nothing else is started. */
export async function startTimer(
  device: Device,
  person: string,
  begun: Pick<RunningTimer, 'project' | 'note' | 'start' | 'zone'>,
): Promise<RunningTimer> {
  const began = instantOf(device.now())
  const running = await transact(device, 'readwrite', ['timers'], async (transaction) => {
    const timers = transaction.objectStore('timers')
    const known = await timers.get(person)
    if (known) return known
    const timer = { ...begun, person, began }
    await timers.put(timer)
    return timer
  })
  device.announce()
  return running
}

/** Lets this very timer have begun at another moment; one that was stopped or started anew meanwhile is left alone. */
export async function moveTimer(
  device: Device,
  { person, began }: Pick<RunningTimer, 'person' | 'began'>,
  start: string,
): Promise<void> {
  await transact(device, 'readwrite', ['timers'], async (transaction) => {
    const timers = transaction.objectStore('timers')
    const known = await timers.get(person)
    if (known?.began === began) await timers.put({ ...known, start })
  })
  device.announce()
}

/**
 * Removes the timer and answers it, or null where none runs. Keep the hour it has measured first: should the page die in
 * between, the timer still runs, and a second hour on the same minutes is refused.
 */
export async function stopTimer(device: Device, person: string): Promise<RunningTimer | null> {
  const stopped = await transact(device, 'readwrite', ['timers'], async (transaction) => {
    const timers = transaction.objectStore('timers')
    const known = await timers.get(person)
    await timers.delete(person)
    return known ?? null
  })
  device.announce()
  return stopped
}
