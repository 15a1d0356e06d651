// What Ada may have meant by a duration with two meanings.
import { expect, it } from 'vitest'
import { readingsOf } from '../../web/parts/duration-readings.ts'

it.each([
  ['30', [30]],
  [' 90 ', [90]],
  ['1440', [1440]],
  ['1441', []],
  ['1:5', [65, 110]],
  ['1h5', [65, 110]],
  ['1:7', [67]],
  ['1:123', []],
  ['7:30', []],
  ['soon', []],
  ['', []],
])('Ada types "%s": %j', (typed, minutes) => expect(readingsOf(typed)).toEqual(minutes))
