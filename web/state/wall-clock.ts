// Whose clock the times are read from: the one where the device is, or the one of the place where an entry was written.
import { computed } from '@preact/signals'
import type { Entry } from '#domain/entry.ts'
import { offsetOf } from '#domain/moment.ts'
import { offsetHere } from '../data/clock.ts'
import { now, zone } from './clock.ts'
import type { WallClock } from './timing.ts'

/** The clock on the wall where the device is now. */
export const here = computed<WallClock>(() => ({
  zone: zone.value,
  offset: offsetHere(now.value),
}))

/** The clock where an entry was written; here, if it does not say. */
export const wallClockOf = ({ zone: named, start }: Pick<Entry, 'zone' | 'start'>): WallClock =>
  named === null && start === null
    ? here.value
    : { zone: named, offset: start === null ? here.value.offset : offsetOf(start) }
