// Entries that say from when to when: what follows from that, and that no two of them share a minute.
import { describe, expect, it } from 'vitest'
import type { EntryPut } from '#domain/change.ts'
import { decide } from '#domain/decide.ts'
import type { Entry } from '#domain/entry.ts'
import { bookOf, entry, friday, put, thursday, told } from './rows.ts'

describe('an entry that says from when to when', () => {
  const nine = { start: '2026-11-20T09:00+01:00', end: '2026-11-20T10:00+01:00' }

  it.each<[string, Partial<EntryPut>, string | null]>([
    ['is an hour', nine, null],
    ['has more minutes', { ...nine, minutes: 61 }, 'minutes'],
    ['has fewer minutes', { ...nine, minutes: 59 }, 'minutes'],
    ['is on another day than its start', { ...nine, date: thursday }, 'date'],
    ['has no end', { ...nine, end: null }, 'end'],
    ['has no start', { ...nine, start: null }, 'start'],
    ['ends before it starts', { start: nine.end, end: nine.start }, 'minutes'],
    [
      'lasts over midnight, and is its first day’s',
      { start: '2026-11-20T23:30+01:00', end: '2026-11-21T00:30+01:00' },
      null,
    ],
    [
      'lasts over midnight, and would be its second day’s',
      { start: '2026-11-20T23:30+01:00', end: '2026-11-21T00:30+01:00', date: '2026-11-21' },
      'date',
    ],
    [
      'is a whole day',
      { start: '2026-11-20T00:00+01:00', end: '2026-11-21T00:00+01:00', minutes: 1440 },
      null,
    ],
    [
      'lasts over the change to winter time',
      { date: '2026-10-25', start: '2026-10-25T02:30+02:00', end: '2026-10-25T02:30+01:00' },
      null,
    ],
    ['ends in another zone', { start: '2026-11-20T09:00+01:00', end: '2026-11-20T09:00+00:00' }, null],
    [
      'counts a day where the clock says half an hour',
      { start: '2026-11-20T09:00+14:00', end: '2026-11-20T09:30-09:00', minutes: 1410 },
      'end',
    ],
    [
      'ends on the day before',
      { start: '2026-11-20T10:00+14:00', end: '2026-11-19T22:00-12:00', minutes: 840 },
      'end',
    ],
  ])('%s', (_, values, path) => {
    expect(decide(bookOf('ada'), put(values))).toMatchObject(
      path === null
        ? { verdict: 'applied' }
        : { verdict: 'refused', problem: { code: 'input.invalid', issues: [{ path }] } },
    )
  })

  it.each<[string, Partial<Entry>, boolean]>([
    ['the same times', {}, true],
    ['half of it', { start: '2026-11-20T09:30+01:00', end: '2026-11-20T10:30+01:00' }, true],
    ['its last minute', { start: '2026-11-20T09:59+01:00', end: '2026-11-20T11:00+01:00' }, true],
    [
      'what comes back-to-back after',
      { start: '2026-11-20T10:00+01:00', end: '2026-11-20T11:00+01:00' },
      false,
    ],
    [
      'what comes back-to-back before',
      { start: '2026-11-20T08:00+01:00', end: '2026-11-20T09:00+01:00' },
      false,
    ],
    [
      'the same instants in another zone',
      { date: '2026-11-20', start: '2026-11-20T22:00+14:00', end: '2026-11-20T23:00+14:00' },
      true,
    ],
    [
      'the same text in another zone',
      { start: '2026-11-20T09:00+00:00', end: '2026-11-20T10:00+00:00' },
      false,
    ],
    [
      'a night that began the day before',
      { date: thursday, start: '2026-11-19T22:00+01:00', end: '2026-11-20T09:30+01:00' },
      true,
    ],
    [
      'a night that ended at nine',
      { date: thursday, start: '2026-11-19T22:00+01:00', end: '2026-11-20T09:00+01:00' },
      false,
    ],
    ['one that was deleted', { deleted: true }, false],
    ['one of Lin’s', { person: 'lin' }, false],
    ['one that only says how long', { start: null, end: null }, false],
  ])('beside %s', (_, values, isRefused) => {
    const other = entry('b', { ...nine, ...values })
    expect(told(bookOf('ada', other), put(nine))).toBe(isRefused ? 'entry.overlaps' : 'applied')
  })

  it('names the one that it would overlap', () => {
    expect(decide(bookOf('ada', entry('b', nine)), put(nine))).toEqual({
      verdict: 'refused',
      problem: { code: 'entry.overlaps', entry: 'b', ...nine },
    })
  })

  it('does not overlap itself as it was', () => {
    const later = { start: '2026-11-20T09:30+01:00', end: '2026-11-20T10:30+01:00' }
    expect(told(bookOf('ada', entry('a', nine)), put({ ...later, base: 'a1' }))).toBe('applied')
  })

  it('overlaps nothing once it only says how long', () => {
    expect(told(bookOf('ada', entry('a', nine), entry('b', nine)), put({ base: 'a1' }))).toBe('applied')
  })

  it('overlaps what lies three days on by its date, where zones lie that far apart', () => {
    const night = {
      date: friday,
      start: '2026-11-20T23:59-12:00',
      end: '2026-11-21T23:59-12:00',
      minutes: 1440,
    }
    const early = { date: '2026-11-23', start: '2026-11-23T00:00+14:00', end: '2026-11-23T01:00+14:00' }
    expect(told(bookOf('ada', entry('b', night)), put(early))).toBe('entry.overlaps')
    expect(told(bookOf('ada', entry('b', early)), put(night))).toBe('entry.overlaps')
  })
})
