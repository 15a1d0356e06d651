// The time on the wall, as far as a screen needs it: which day it is, and how long something has been waiting.
import { computed, signal } from '@preact/signals'
import { today } from '#domain/calendar.ts'
import { thisDevice } from '../data/device.ts'

const read = () => ({ now: thisDevice().now(), zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })
const clock = signal(read())

/** Milliseconds since 1970 by the device's clock, at most a minute old. */
export const now = computed(() => clock.value.now)
/** The zone the device is in (IANA); a traveller's changes. */
export const zone = computed(() => clock.value.zone)
export const todayHere = computed(() => today(clock.value.now, clock.value.zone))

const lookAtTheClock = () => {
  clock.value = read()
}

/** Keeps the time while the page is visible. */
export function followClock(): void {
  setInterval(lookAtTheClock, 60_000)
  document.addEventListener('visibilitychange', lookAtTheClock)
}
