// Minutes on a wall clock: their shape, what passes between them, and which one it is.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { addDays, millisecondsOf, minutesPerDay } from '#domain/calendar.ts'
import {
  dateIn,
  isOverlapping,
  LocalTime,
  minutesBetween,
  Moment,
  momentAt,
  momentsOf,
  offsetOf,
  spanOf,
  timeIn,
} from '#domain/moment.ts'

describe('a moment', () => {
  it.each([
    '2026-10-25T02:30+02:00',
    '2028-02-29T23:59-12:00',
    '2026-11-21T00:00+14:00',
    '2026-11-21T09:30+05:45',
    '2000-01-01T00:00+00:00',
    '2099-12-31T23:59-02:30',
  ])('is written %s', (text) => expect(v.is(Moment, text)).toBe(true))

  it.each([
    ['2026-10-25T02:30Z', 'Z hides where the person was'],
    ['2026-10-25T02:30', 'no offset'],
    ['2026-10-25T02:30:00+02:00', 'seconds'],
    ['2026-10-25 02:30+02:00', 'no T'],
    ['2026-10-25T2:30+02:00', 'one digit'],
    ['2026-10-25T02:30+0200', 'no colon'],
    ['2026-10-25T24:00+02:00', 'the next day has a date of its own'],
    ['2026-10-25T02:60+02:00', 'sixty minutes'],
    ['2027-02-29T02:30+02:00', 'no leap year'],
    ['2026-13-01T02:30+02:00', 'no month'],
    ['1999-12-31T23:59+00:00', 'before the first date'],
    ['2100-01-01T00:00+00:00', 'after the last date'],
    ['2026-10-25T02:30+14:01', 'no clock is that early'],
    ['2026-10-25T02:30-12:01', 'no clock is that late'],
    ['2026-10-25T02:30-13:00', 'no clock is that late'],
    ['2026-10-25T02:30+02:60', 'sixty minutes of offset'],
    ['2026-10-25T02:30-00:00', 'a second spelling of +00:00'],
    ['2026-10-25T02:30+02:00 ', 'a blank'],
    ['', 'nothing'],
  ])('is not written %j: %s', (text) => expect(v.is(Moment, text)).toBe(false))

  it('says which date and time Ada saw', () => {
    expect(dateIn('2026-10-25T02:30+02:00')).toBe('2026-10-25')
    expect(timeIn('2026-10-25T02:30+02:00')).toBe('02:30')
  })

  it.each(['00:00', '09:05', '23:59'])('is at a time like %s', (time) =>
    expect(v.is(LocalTime, time)).toBe(true),
  )
  it.each(['24:00', '9:05', '09:60', '09:05:00', '0905', ''])('is not at %j', (time) =>
    expect(v.is(LocalTime, time)).toBe(false),
  )
})

describe('between two moments', () => {
  it.each([
    ['2026-11-21T09:00+01:00', '2026-11-21T10:30+01:00', 90],
    ['2026-11-21T10:30+01:00', '2026-11-21T09:00+01:00', -90],
    ['2026-10-25T02:30+02:00', '2026-10-25T02:15+01:00', 45],
    ['2026-03-29T01:59+01:00', '2026-03-29T03:00+02:00', 1],
    ['2026-11-22T09:00+14:00', '2026-11-21T09:00-10:00', 0],
    ['2028-02-28T22:00+00:00', '2028-03-01T02:00+00:00', 28 * 60],
    ['2026-11-21T09:00+05:30', '2026-11-21T09:00+05:45', -15],
  ])('%s and %s pass %i minutes', (start, end, minutes) => {
    expect(minutesBetween(start, end)).toBe(minutes)
  })
})

describe('how far east a moment was seen', () => {
  it.each([
    ['2026-11-21T09:00+01:00', 60],
    ['2026-11-21T09:00+00:00', 0],
    ['2026-11-21T23:30-03:30', -210],
    ['2026-11-21T00:30+14:00', 840],
  ])('%s', (moment, minutes) => expect(offsetOf(moment)).toBe(minutes))
})

describe('two stretches of time', () => {
  const nine = { start: '2026-11-21T09:00+01:00', end: '2026-11-21T10:00+01:00' }
  it.each([
    ['with itself', nine, true],
    ['inside', { start: '2026-11-21T09:20+01:00', end: '2026-11-21T09:40+01:00' }, true],
    ['around', { start: '2026-11-21T08:00+01:00', end: '2026-11-21T11:00+01:00' }, true],
    ['over its start', { start: '2026-11-21T08:00+01:00', end: '2026-11-21T09:01+01:00' }, true],
    ['over its end', { start: '2026-11-21T09:59+01:00', end: '2026-11-21T11:00+01:00' }, true],
    ['back-to-back before', { start: '2026-11-21T08:00+01:00', end: '2026-11-21T09:00+01:00' }, false],
    ['back-to-back after', { start: '2026-11-21T10:00+01:00', end: '2026-11-21T11:00+01:00' }, false],
    ['the same text an hour west', { start: '2026-11-21T09:00+00:00', end: '2026-11-21T10:00+00:00' }, false],
    ['other text, same instants', { start: '2026-11-21T22:15+14:00', end: '2026-11-21T22:45+14:00' }, true],
  ])('%s', (_, other, overlapping) => {
    expect(isOverlapping(nine, other)).toBe(overlapping)
    expect(isOverlapping(other, nine)).toBe(overlapping)
  })
})

describe('the minute it is', () => {
  const now = millisecondsOf('2026-11-21T23:30:59.999Z')
  it.each([
    ['Europe/Berlin', '2026-11-22T00:30+01:00'],
    ['America/New_York', '2026-11-21T18:30-05:00'],
    ['America/St_Johns', '2026-11-21T20:00-03:30'],
    ['Asia/Kolkata', '2026-11-22T05:00+05:30'],
    ['Pacific/Kiritimati', '2026-11-22T13:30+14:00'],
    ['Etc/GMT+12', '2026-11-21T11:30-12:00'],
    ['UTC', '2026-11-21T23:30+00:00'],
  ])('in %s is %s, its seconds cut off', (zone, moment) => {
    expect(momentAt(now, zone)).toBe(moment)
  })

  it.each([
    [null, 0, '2026-11-21T23:30+00:00'],
    [null, 120, '2026-11-22T01:30+02:00'],
    [null, -210, '2026-11-21T20:00-03:30'],
    ['Mars/Olympus_Mons', 60, '2026-11-22T00:30+01:00'],
    ['Europe/Berlin', -600, '2026-11-22T00:30+01:00'],
  ])('on a device whose zone is %s, %i minutes east of UTC, is %s', (zone, offset, moment) => {
    expect(momentAt(now, zone, offset)).toBe(moment)
  })

  it('is UTC where nothing is known', () => {
    expect(momentAt(now, null)).toBe('2026-11-21T23:30+00:00')
    expect(momentAt(now, 'Mars/Olympus_Mons')).toBe('2026-11-21T23:30+00:00')
  })
})

describe('without a zone that is known', () => {
  it('Ada logs by the offset of her device', () => {
    expect(momentsOf('2026-11-21', '09:00', null, -210)).toEqual(['2026-11-21T09:00-03:30'])
    expect(spanOf({ date: '2026-11-21', from: '22:00', to: '06:00', zone: null, offset: 840 })).toEqual({
      start: '2026-11-21T22:00+14:00',
      end: '2026-11-22T06:00+14:00',
      minutes: 480,
    })
  })

  it('nobody guesses what her clock showed in a zone this device does not know', () => {
    expect(() => momentsOf('2026-11-21', '09:00', 'Mars/Olympus_Mons', 60)).toThrow(RangeError)
  })
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Honolulu',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Africa/Cairo',
]
const zone = fc.constantFrom(...zones)
const year2000 = millisecondsOf('2000-01-02T00:00:00.000Z')
const year2050 = millisecondsOf('2050-01-01T00:00:00.000Z')
const sunday = millisecondsOf('2026-01-04T00:00:00.000Z')
const dayLength = 86_400_000

/** Half of all clocks change on a Sunday night: half of the instants are on one, soon. */
const instant = fc.oneof(
  fc.integer({ min: year2000, max: year2050 }),
  fc
    .tuple(fc.nat({ max: 104 }), fc.integer({ min: -dayLength, max: dayLength }))
    .map(([weeks, rest]) => sunday + weeks * 7 * dayLength + rest),
)
const minuteOfDay = fc.nat({ max: minutesPerDay - 1 })
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

describe('whenever and wherever Ada is', () => {
  it('finds the minute it is among the moments at which her clock shows it', () => {
    fc.assert(
      fc.property(instant, zone, (now, zone) => {
        const moment = momentAt(now, zone)
        expect(v.is(Moment, moment)).toBe(true)
        expect(millisecondsOf(moment)).toBe(Math.floor(now / 60_000) * 60_000)
        const moments = momentsOf(dateIn(moment), timeIn(moment), zone)
        expect(moments).toContain(moment)
        expect(moments.toSorted((one, other) => minutesBetween(other, one))).toEqual(moments)
        for (const each of moments) expect(momentAt(millisecondsOf(each), zone)).toBe(each)
      }),
      { numRuns: 100 },
    )
  })

  it('counts the minutes that passed between the two times she wrote, at least one and at most a day of them', () => {
    const times = fc.record({ now: instant, zone, from: minuteOfDay, to: fc.nat({ max: minutesPerDay }) })
    fc.assert(
      fc.property(times, fc.boolean(), fc.boolean(), ({ now, zone, from, to }, laterStart, laterEnd) => {
        const form = { date: dateIn(momentAt(now, zone)), from: clock(from), to: clock(to), zone }
        const which: { start?: string; end?: string } = {}
        let span = spanOf(form)
        for (let questions = 0; 'ask' in span; questions++) {
          expect(questions).toBeLessThan(2)
          expect(span.moments).toHaveLength(2)
          which[span.ask] = span.moments[Number(span.ask === 'start' ? laterStart : laterEnd)]!
          span = spanOf({ ...form, which })
        }
        fc.pre(!('problem' in span))
        expect(span.minutes).toBe(minutesBetween(span.start, span.end))
        expect(span.minutes).toBeGreaterThan(0)
        expect(span.minutes).toBeLessThanOrEqual(minutesPerDay)
        expect([dateIn(span.start), timeIn(span.start)]).toEqual([form.date, form.from])
        expect(timeIn(span.end)).toBe(form.to === '24:00' ? '00:00' : form.to)
        expect([form.date, addDays(form.date, 1)]).toContain(dateIn(span.end))
      }),
      { numRuns: 100 },
    )
  })
})
