// What a clock owes to Ada and Lin on the days when it changes, and in zones a day apart.
import { describe, expect, it } from 'vitest'
import { today } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { isOverlapping, momentAt, momentsOf } from '#domain/moment.ts'
import { berlin, cairo, honolulu, kiritimati, kolkata, lordHowe, newYork, span } from './zones.ts'

const untilFour = Array.from({ length: 240 }, (_, minute) => writeDuration(minute).padStart(5, '0'))

describe('Ada looks at her clock on the days it changes', () => {
  it.each([
    [berlin, '2026-03-29', '02:00', '02:59'],
    [berlin, '2027-03-28', '02:00', '02:59'],
    [newYork, '2026-03-08', '02:00', '02:59'],
    [newYork, '2027-03-14', '02:00', '02:59'],
    [lordHowe, '2026-10-04', '02:00', '02:29'],
    [lordHowe, '2027-10-03', '02:00', '02:29'],
    [cairo, '2026-04-24', '00:00', '00:59'],
  ])('in %s on %s it skips %s to %s, and no other minute until four', (zone, date, first, last) => {
    const skipped = untilFour.filter((time) => momentsOf(date, time, zone).length === 0)
    expect([skipped[0], skipped.at(-1)]).toEqual([first, last])
    expect(skipped).toHaveLength(Number(last.slice(3)) - Number(first.slice(3)) + 1)
  })

  it.each([
    [berlin, '2026-10-25', '02:30', ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00']],
    [berlin, '2027-10-31', '02:30', ['2027-10-31T02:30+02:00', '2027-10-31T02:30+01:00']],
    [newYork, '2026-11-01', '01:30', ['2026-11-01T01:30-04:00', '2026-11-01T01:30-05:00']],
    [newYork, '2027-11-07', '01:30', ['2027-11-07T01:30-04:00', '2027-11-07T01:30-05:00']],
    [lordHowe, '2026-04-05', '01:45', ['2026-04-05T01:45+11:00', '2026-04-05T01:45+10:30']],
    [lordHowe, '2027-04-04', '01:45', ['2027-04-04T01:45+11:00', '2027-04-04T01:45+10:30']],
  ])('in %s on %s it shows %s twice, the earlier first', (zone, date, time, moments) => {
    expect(momentsOf(date, time, zone)).toEqual(moments)
  })

  it.each([
    [berlin, '2026-10-25', ['01:59', '02:00', '02:59', '03:00'], [1, 2, 2, 1]],
    [newYork, '2026-11-01', ['00:59', '01:00', '01:59', '02:00'], [1, 2, 2, 1]],
    [lordHowe, '2026-04-05', ['01:29', '01:30', '01:59', '02:00'], [1, 2, 2, 1]],
    [berlin, '2026-03-29', ['01:59', '02:00', '02:59', '03:00'], [1, 0, 0, 1]],
    [kolkata, '2026-10-25', ['01:59', '02:00', '02:59', '03:00'], [1, 1, 1, 1]],
    [kiritimati, '2026-03-29', ['01:59', '02:00', '02:59', '03:00'], [1, 1, 1, 1]],
  ])('in %s on %s it shows %j as often as it should', (zone, date, times, counts) => {
    expect(times.map((time) => momentsOf(date, time, zone).length)).toEqual(counts)
  })

  it.each([
    [kolkata, '2026-11-21', ['2026-11-21T09:00+05:30']],
    [kiritimati, '2026-11-21', ['2026-11-21T09:00+14:00']],
    ['Etc/GMT+12', '2026-11-21', ['2026-11-21T09:00-12:00']],
  ])('in %s, where no clock changes, it shows nine once', (zone, date, moments) => {
    expect(momentsOf(date, '09:00', zone)).toEqual(moments)
  })

  it('goes from the first 02:59 to the second 02:00 in a minute', () => {
    const first = Date.parse('2026-10-25T00:59:30Z')
    expect(momentAt(first, berlin)).toBe('2026-10-25T02:59+02:00')
    expect(momentAt(first + 60_000, berlin)).toBe('2026-10-25T02:00+01:00')
  })
})

describe('Lin travels', () => {
  const inKiritimati = { start: '2026-11-22T09:00+14:00', end: '2026-11-22T10:00+14:00' }

  it('cannot be on Kiritimati and in Honolulu at one instant, though a day lies between the dates', () => {
    const there = span(honolulu, '2026-11-21', '09:00', '10:00')
    expect(there).toEqual({ start: '2026-11-21T09:00-10:00', end: '2026-11-21T10:00-10:00', minutes: 60 })
    expect(
      isOverlapping(inKiritimati, { start: '2026-11-21T09:59-10:00', end: '2026-11-21T12:00-10:00' }),
    ).toBe(true)
  })

  it('logs the same date and times on both islands, a day apart, without an overlap', () => {
    expect(
      isOverlapping(inKiritimati, { start: '2026-11-22T09:00-10:00', end: '2026-11-22T10:00-10:00' }),
    ).toBe(false)
  })

  it('stops in one zone and starts in the next at once', () => {
    const after = { start: '2026-11-21T10:00-10:00', end: '2026-11-21T11:00-10:00' }
    expect(isOverlapping(inKiritimati, after)).toBe(false)
    expect(isOverlapping(after, inKiritimati)).toBe(false)
  })

  it('logs both half hours between two and three on the autumn night', () => {
    const early = { start: '2026-10-25T02:00+02:00', end: '2026-10-25T02:30+02:00' }
    const late = { start: '2026-10-25T02:00+01:00', end: '2026-10-25T02:30+01:00' }
    expect(isOverlapping(early, late)).toBe(false)
  })

  it('has the date of the place where she is', () => {
    const now = Date.parse('2026-11-21T10:30:00Z')
    expect(today(now, kiritimati)).toBe('2026-11-22')
    expect(today(now, honolulu)).toBe('2026-11-21')
  })
})
