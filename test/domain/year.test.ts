// The turn of the year: week 53, leap days, and the night that belongs to the year in which Ada started it.
import { describe, expect, it } from 'vitest'
import { addWeeks, daysOf, weekOf } from '#domain/calendar.ts'
import { berlin, span } from './zones.ts'

describe('Ada turns the year', () => {
  it('has a week 53 in 2026 that runs into January', () => {
    expect(daysOf('2026-W53')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01')
    expect(addWeeks('2027-W01', -1)).toBe('2026-W53')
  })

  it('finds her hours of 1 January 2027 in the last week of 2026', () => {
    expect(weekOf('2027-01-01')).toBe('2026-W53')
  })

  it.each([
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2027-W01', '2027-01-04', '2027-01-10'],
    ['2028-W01', '2028-01-03', '2028-01-09'],
  ])('begins her first week, %s, on %s', (week, monday, last) => {
    expect([daysOf(week)[0], daysOf(week)[6]]).toEqual([monday, last])
  })

  it('has the leap day of 2028 on the Tuesday of its week', () => {
    expect(daysOf(weekOf('2028-02-29'))[1]).toBe('2028-02-29')
  })

  it('keeps the night of New Year in the year and the week in which she started it', () => {
    expect(span(berlin, '2027-01-03', '22:00', '02:00')).toEqual({
      start: '2027-01-03T22:00+01:00',
      end: '2027-01-04T02:00+01:00',
      minutes: 240,
    })
    expect(weekOf('2027-01-03')).toBe('2026-W53')
  })
})
