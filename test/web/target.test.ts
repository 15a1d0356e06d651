// Root writes how much a week of somebody is to hold, the way people do.
import { describe, expect, it } from 'vitest'
import { readTarget } from '../../web/state/target.ts'

describe('Root types a weekly target', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['40', 2400],
    ['40 h', 2400],
    ['38:30', 2310],
    ['38h30', 2310],
    ['38.5', 2310],
    ['38,5', 2310],
    ['38,5 Std', 2310],
    ['38,75 Stunden', 2325],
    // As floats these would be a minute off.
    ['8.20', 492],
    ['19,2', 1152],
    // To the nearest minute, half of one going up.
    ['0,008', 0],
    ['0,0084', 1],
    ['168', 10_080],
    ['168:00', 10_080],
  ])('%j is %s minutes', (typed, minutes) => {
    expect(readTarget(typed)).toEqual({ minutes })
  })

  it.each([
    ['forty', 'unreadable'],
    ['38:3', 'unreadable'],
    ['38:60', 'unreadable'],
    ['-1', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['2310 m', 'unreadable'],
    ['168:01', 'too-long'],
    ['169', 'too-long'],
    ['168,01', 'too-long'],
  ])('%j is refused as %s', (typed, problem) => {
    expect(readTarget(typed)).toEqual({ problem })
  })
})
