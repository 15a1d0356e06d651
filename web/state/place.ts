// Where wall clocks hang: that of the device, and that of an entry, which keeps the place where it was written.
import { computed } from '@preact/signals'
import type { Entry } from '#domain/entry.ts'
import { now, zone } from './clock.ts'
import { offsetOf, type Place } from './timing.ts'

/** Where the device is now. */
export const here = computed<Place>(() => ({
  zone: zone.value,
  offset: -new Date(now.value).getTimezoneOffset(),
}))

/** Where an entry was written; here, if it does not say. */
export const placeOf = ({ zone: named, start }: Pick<Entry, 'zone' | 'start'>): Place =>
  named === null && start === null
    ? here.value
    : { zone: named, offset: start === null ? here.value.offset : offsetOf(start) }
