// When the app asks again: soon at first, then less and less, never all at once, never against the server's wish.
import { describe, expect, it } from 'vitest'
import { isOldOnOpening, isStale, isWorthTrying, nextSync } from '../../web/data/rhythm.ts'
import type { Outcome, Report } from '../../web/data/stored.ts'

const report = (fields: Partial<Report> = {}): Report => ({
  at: '2026-11-21T09:00:00.000Z',
  outcome: 'offline',
  delivered: 0,
  refused: 0,
  waiting: 1,
  withheld: 0,
  ...fields,
})
const minute = 60_000

describe('while something waits', () => {
  it.each([
    [1, 5_000],
    [2, 10_000],
    [3, 20_000],
    [7, 5 * minute],
    [50, 5 * minute],
  ])('the pause after %d failures is at most %d ms', (failures, most) => {
    expect(nextSync({ report: report(), failures, visible: false, random: 1 })).toBe(most)
  })

  it('the pause is anything below that, so that a crowd does not come back at once', () => {
    const pauses = [0, 0.25, 0.9].map((random) =>
      nextSync({ report: report(), failures: 3, visible: true, random }),
    )
    expect(pauses).toEqual([0, 5_000, 18_000])
  })

  it('the pause is never shorter than the server asked for', () => {
    const later = report({ outcome: 'later', retryAfter: 60 })
    expect(nextSync({ report: later, failures: 1, visible: true, random: 0 })).toBe(minute)
  })

  it.each(['sign-in', 'mismatch', 'deactivated', 'nobody'] satisfies Outcome[])(
    '%s waits for a person',
    (outcome) => {
      expect(nextSync({ report: report({ outcome }), failures: 1, visible: false, random: 1 })).toBeNull()
      expect(isWorthTrying(report({ outcome }))).toBe(false)
    },
  )

  it('what this account may not send does not keep the phone awake', () => {
    const withheld = report({ outcome: 'done', withheld: 1 })
    expect(nextSync({ report: withheld, failures: 1, visible: false, random: 1 })).toBeNull()
  })
})

it('with nothing waiting it is every quarter of an hour, and only while somebody looks', () => {
  const done = report({ outcome: 'done', waiting: 0 })
  expect(nextSync({ report: done, failures: 0, visible: true, random: 1 })).toBe(15 * minute)
  expect(nextSync({ report: done, failures: 0, visible: false, random: 1 })).toBeNull()
})

it('Grace, who looks at what others submit, has it two minutes later at most', () => {
  const done = report({ outcome: 'done', waiting: 0 })
  const watched = { report: done, failures: 0, isWatched: true, random: 1 }
  expect(nextSync({ ...watched, visible: true })).toBe(2 * minute)
  expect(nextSync({ ...watched, visible: false })).toBeNull()
  const later = { ...done, retryAfter: 600 }
  expect(nextSync({ ...watched, report: later, visible: true })).toBe(10 * minute)
})

it.each<[string, number, Report | null, boolean]>([
  ['not what has just come', 30_000, null, false],
  ['what is older than half a minute', 30_001, null, true],
  ['what is from the future', -1, null, true],
  ['nothing in the pause the server asked for', 31_000, report({ retryAfter: 60 }), false],
  ['what is old after that pause', 61_000, report({ retryAfter: 60 }), true],
])('another screen fetches %s', (_, age, last, expected) => {
  const complete = Date.parse('2026-11-21T09:00:00.000Z')
  expect(isOldOnOpening(complete, last, complete + age)).toBe(expected)
})

it('a look at the app fetches what is older than a minute, or from the future', () => {
  expect(isStale(0, minute)).toBe(false)
  expect(isStale(0, minute + 1)).toBe(true)
  expect(isStale(minute, 0)).toBe(true)
})
