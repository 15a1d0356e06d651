// Lin's night shift is not taken for one that ends before it began.
import { expect, it } from 'vitest'
import { writeTimes } from '../../web/parts/written-times.ts'

it.each([
  ['2026-11-24T09:00+01:00', '2026-11-24T17:30+01:00', '09:00 – 17:30'],
  ['2026-11-24T22:00+01:00', '2026-11-25T06:00+01:00', '22:00 – 06:00 (+1)'],
  ['2026-11-24T16:00+01:00', '2026-11-25T00:00+01:00', '16:00 – 24:00'],
])('%s to %s: %s', (start, end, written) => expect(writeTimes(start, end)).toBe(written))
