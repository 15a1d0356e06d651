// What Grace has before her eyes stays before them, and what is different is said line by line.
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../worker/domain/entry.ts'
import type { Sheet } from '../../worker/domain/sheet.ts'
import { differenceLines } from '../../web/parts/difference-lines.ts'
import { openOn, readOn } from '../../web/state/reading.ts'
import { entry, sheet } from './desk.ts'

describe('while Grace reads Ada’s week', () => {
  const first = sheet({ version: 'one' }, [entry('a')])
  const lateHourIn = sheet({ version: 'two', changed: true }, [entry('a'), entry('b')])
  const restored = sheet({ version: 'one' }, [entry('b')])
  const approvedHere = sheet({ version: 'mine', status: 'approved', number: 0 }, [entry('a')])
  const approvedThere = sheet({ version: 'mine', status: 'approved', number: 9 }, [entry('a')])
  const returned = sheet({ version: 'back', status: 'returned' }, [entry('a')])
  const approvedByRoot = sheet({ version: 'root', status: 'approved', number: 9 }, [entry('a')])
  const otherByRoot = sheet({ version: 'root', status: 'approved', number: 9 }, [entry('a'), entry('b')])

  it.each<[string, Sheet[], { shown: Sheet; moved: boolean }]>([
    ['it is what there is', [first], { shown: first, moved: false }],
    ['a late hour does not slip in under her eyes', [first, lateHourIn], { shown: first, moved: true }],
    [
      'and not by arriving twice',
      [first, lateHourIn, sheet({ version: 'three' }), lateHourIn],
      { shown: first, moved: true },
    ],
    [
      'nor other hours under the same version, from a restored server',
      [first, restored],
      { shown: first, moved: true },
    ],
    ['Root’s decision is no decision of hers', [first, approvedByRoot], { shown: first, moved: true }],
    [
      'what she had returned and Ada submits again is shown as it comes',
      [returned, first],
      { shown: first, moved: false },
    ],
    ['her own is shown at once', [first, approvedHere], { shown: approvedHere, moved: false }],
    [
      'and surprises nobody when the server confirms it',
      [first, approvedHere, approvedThere],
      { shown: approvedThere, moved: false },
    ],
    [
      'where it is refused because a late hour came in, she sees what she had decided on',
      [first, approvedHere, lateHourIn],
      { shown: first, moved: true },
    ],
    [
      'where it is refused and nothing moved, the week is as it was',
      [first, approvedHere, first],
      { shown: first, moved: false },
    ],
    [
      'opened while her decision waited, it becomes what the server has',
      [approvedHere, lateHourIn],
      { shown: lateHourIn, moved: false },
    ],
    [
      'what comes after her decision was confirmed is new again',
      [first, approvedHere, approvedThere, lateHourIn],
      { shown: approvedThere, moved: true },
    ],
    [
      'where Root was quicker to approve the same hours, nothing is left to look at',
      [first, approvedHere, approvedByRoot],
      { shown: approvedByRoot, moved: false },
    ],
    [
      'but not where Root has approved other hours than she did',
      [first, approvedHere, otherByRoot],
      { shown: first, moved: true },
    ],
  ])('%s', (_, arrivals, expected) => {
    const reading = arrivals.reduce<ReturnType<typeof readOn> | null>(readOn, null)
    expect(reading).toMatchObject({ moved: expected.moved })
    expect(reading?.shown).toBe(expected.shown)
  })

  it('a week she opens for the first time is what the server has by then', () => {
    const stale = openOn(null, first)
    const fetched = openOn(stale, lateHourIn)
    expect(fetched).toMatchObject({ shown: lateHourIn, moved: false })
    expect(openOn(fetched, lateHourIn)).toBe(fetched)
    // Once that has come, it stays before her eyes.
    expect(readOn(fetched, first)).toMatchObject({ shown: lateHourIn, moved: true })
  })

  it('nothing new is the same reading, and looking again begins anew', () => {
    const reading = readOn(null, first)
    expect(readOn(reading, first)).toBe(reading)
    const moved = readOn(reading, lateHourIn)
    expect(readOn(moved, lateHourIn)).toBe(moved)
    expect(readOn(null, lateHourIn)).toMatchObject({ shown: lateHourIn, moved: false })
  })
})

describe('the difference to what Grace returned', () => {
  const times = { start: '2026-11-19T09:00+01:00', end: '2026-11-19T10:00+01:00' }
  it.each<[string, Partial<Entry>, string[]]>([
    ['more time', { minutes: 90 }, ['minutes']],
    ['another project', { project: 'tower' }, ['project']],
    ['another day', { date: '2026-11-20' }, ['date']],
    ['another note', { note: 'girders' }, ['note']],
    ['times said', times, ['times']],
    ['several at once', { date: '2026-11-20', minutes: 90, note: 'x' }, ['date', 'minutes', 'note']],
  ])('%s is one changed line', (_, values, parts) => {
    const lines = differenceLines([entry('a')], [entry('a', { ...values, version: 'a-2' })])
    expect(lines).toMatchObject([{ kind: 'changed', id: 'a', parts }])
  })

  it('has a line for what is new and for what is gone, and none for what was only saved again', () => {
    const before = [entry('gone'), entry('same'), entry('again')]
    const now = [entry('new'), entry('same'), entry('again', { version: 'again-2' })]
    const lines = differenceLines(before, now).map(({ kind, id }) => `${kind} ${id}`)
    expect(lines.toSorted()).toEqual(['added new', 'removed gone'])
  })
})
