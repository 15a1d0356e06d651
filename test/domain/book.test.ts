// What a book knows of the rows it was opened on: the newest of each thing, the minutes of each day, what lies where.
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/calendar.ts'
import { entriesOf, key, keyOf, openBook, spanAround, timedAround, weekAt, write } from '#domain/book.ts'
import { isOverlapping } from '#domain/moment.ts'
import {
  aroundTheWeek,
  bookOf,
  dayAfter,
  dayBefore,
  entry,
  friday,
  late,
  now,
  thursday,
  week,
  weekOf,
} from './rows.ts'

describe('a book', () => {
  it('holds of two rows of one thing the one with the higher number, in whatever order they come', () => {
    const [older, newer] = [entry('a', { minutes: 30, number: 2 }), entry('a', { minutes: 90, number: 5 })]
    for (const rows of [
      [older, newer],
      [newer, older],
    ]) {
      const book = openBook({ person: 'ada', name: null }, now, rows)
      expect(book.entries.get('ada a')).toBe(newer)
      expect(book.days.get(key('ada', friday))).toBe(90)
    }
  })

  it('opens a sheet as the week and its hours', () => {
    const entries = [entry('a'), entry('b', { minutes: 30 })]
    const sheet = { kind: 'sheet' as const, week: weekOf('submitted'), entries, before: null, number: 3 }
    const book = openBook({ person: 'grace', name: null }, now, [sheet])
    expect(weekAt(book, 'ada', friday)).toBe(sheet.week)
    expect(book.days.get(key('ada', friday))).toBe(90)
    expect(keyOf(sheet)).toBe(keyOf(sheet.week))
  })

  it('tells Ada’s rows from Lin’s, though they have the same ids', () => {
    const book = bookOf(
      'ada',
      entry('a'),
      entry('a', { person: 'lin', minutes: 15 }),
      late('l'),
      late('l', { person: 'lin' }),
    )
    expect([book.entries.size, book.lates.size]).toEqual([2, 2])
    expect([book.days.get(key('ada', friday)), book.days.get(key('lin', friday))]).toEqual([60, 15])
  })

  it('counts an hour on the day where it is now, and a deleted one nowhere', () => {
    const book = bookOf('ada', entry('a'))
    const sums = () => [thursday, friday].map((date) => book.days.get(key('ada', date)) ?? 0)
    expect(sums()).toEqual([0, 60])
    write(book, entry('a', { date: thursday, minutes: 45 }))
    expect(sums()).toEqual([45, 0])
    write(book, entry('a', { date: thursday, minutes: 45, deleted: true }))
    expect(sums()).toEqual([0, 0])
    write(book, entry('a', { minutes: 20 }))
    expect(sums()).toEqual([0, 20])
  })

  it('finds the hours of a week, Monday to Sunday, of this person, deleted ones not among them', () => {
    const book = bookOf('ada', ...aroundTheWeek)
    expect(entriesOf(book, 'ada', week).map(({ id }) => id)).toEqual(['monday', 'sunday'])
  })

  it('has the hours of a day as time went by, also when the clock was set back, and then the others', () => {
    const on = (id: string, start: string | null) => entry(id, { date: '2026-10-25', start })
    const book = bookOf(
      'ada',
      on('untimed', null),
      on('second', '2026-10-25T02:15+01:00'),
      on('first', '2026-10-25T02:30+02:00'),
    )
    const there = entriesOf(book, 'ada', '2026-W43')
    expect(there.map(({ id }) => id)).toEqual(['first', 'second', 'untimed'])
  })

  it('has no week where nothing was done with it yet', () => {
    const book = bookOf('ada', weekOf('approved'))
    expect(weekAt(book, 'ada', friday)?.status).toBe('approved')
    for (const date of [dayBefore, dayAfter]) expect(weekAt(book, 'ada', date)).toBeUndefined()
    expect(weekAt(book, 'lin', friday)).toBeUndefined()
  })
})

describe('the hours around a day', () => {
  it('are the timed ones of the same person, the entry itself not among them', () => {
    const times = { start: '2026-11-20T09:00+01:00', end: '2026-11-20T10:00+01:00' }
    const book = bookOf(
      'ada',
      entry('a', times),
      entry('b', times),
      entry('plain'),
      entry('lins', { ...times, person: 'lin' }),
      entry('far', { ...times, date: '2026-11-10' }),
    )
    expect(timedAround(book, 'ada', 'a', friday).map(({ id }) => id)).toEqual(['b'])
  })

  // 24 hours from 23:59 at -12:00 end at 11:59 UTC of the second day after: there are places where the third has begun.
  it('reach as far as two entries can lie apart by their dates and still share a minute', () => {
    const long = { start: '2026-11-20T23:59-12:00', end: '2026-11-21T23:59-12:00' }
    const early = { start: '2026-11-23T00:00+14:00', end: '2026-11-23T01:00+14:00' }
    expect(isOverlapping(long, early)).toBe(true)
    expect(spanAround(friday).to >= '2026-11-23').toBe(true)
    expect(spanAround('2026-11-23').from <= friday).toBe(true)
    const noneCan = addDays(friday, 4)
    expect(isOverlapping(long, { start: `${noneCan}T00:00+14:00`, end: `${noneCan}T01:00+14:00` })).toBe(
      false,
    )
  })
})
