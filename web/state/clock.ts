// The time on the wall, as far as a screen needs it: which day it is, and how long something has been waiting.
import { computed, signal } from '@preact/signals'
import { today } from '#domain/calendar.ts'
import { dateHere } from '../data/clock.ts'
import { thisDevice } from '../data/device.ts'

const read = () => ({ now: thisDevice().now(), zone: zoneHere() })

// Browsers have named zones that they then refuse (Chrome: Etc/Unknown), or none at all.
function zoneHere(): string | null {
  const name: string | undefined = new Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!name) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The date on a wall calendar in `zone` at `now` (milliseconds since 1970); without a zone, the device's local date. */
export const dayIn = (now: number, zone: string | null): string =>
  zone === null ? dateHere(now) : today(now, zone)

const clock = signal(read())

/** Milliseconds since 1970 by the device's clock, at most a minute old. */
export const now = computed(() => clock.value.now)
/** The zone the device is in (IANA), or null where it cannot say; a traveller's changes. */
export const zone = computed(() => clock.value.zone)
/** The date on the wall here. */
export const todayHere = computed(() => dayIn(clock.value.now, clock.value.zone))

const lookAtTheClock = () => {
  clock.value = read()
}

/** Keeps the time while the page is visible. */
export function followClock(): void {
  setInterval(lookAtTheClock, 60_000)
  document.addEventListener('visibilitychange', lookAtTheClock)
}
