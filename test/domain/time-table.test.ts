// What a clock, a calendar and a sum owe to Ada (an employee) and Lin (a contractor), on the days when they are hard.
import { describe, expect, it } from 'vitest'
import { addWeeks, daysOf, today, weekOf } from '#domain/calendar.ts'
import { readDuration, writeDuration } from '#domain/duration.ts'
import { isOverlapping, momentAt, momentsOf, readTime, spanOf } from '#domain/moment.ts'

const berlin = 'Europe/Berlin'
const newYork = 'America/New_York'
const lordHowe = 'Australia/Lord_Howe'
const kolkata = 'Asia/Kolkata'
const kiritimati = 'Pacific/Kiritimati'
const honolulu = 'Pacific/Honolulu'
const cairo = 'Africa/Cairo'

const span = (zone: string, date: string, from: string, to: string, which = {}) =>
  spanOf({ date, from, to, zone, which })
const untilFour = Array.from({ length: 240 }, (_, minute) => writeDuration(minute).padStart(5, '0'))
const minutes = (count: number) => expect.objectContaining({ minutes: count })
const missing = (field: string) => ({ problem: 'time.missing', field })

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

describe('Ada works by the clock', () => {
  it.each([
    [berlin, '2026-11-20', '09:00', '17:30', 510],
    [berlin, '2026-11-20', '22:00', '06:00', 480],
    [berlin, '2026-11-20', '23:59', '00:00', 1],
    [berlin, '2026-11-20', '23:00', '24:00', 60],
    [berlin, '2026-11-20', '00:00', '24:00', 1440],
    [berlin, '2026-11-20', '09:01', '09:00', 1439],
    [berlin, '2026-12-31', '22:00', '02:00', 240],
    [berlin, '2028-02-28', '22:00', '02:00', 240],
    [berlin, '2028-02-29', '22:00', '02:00', 240],
    [kolkata, '2026-10-24', '22:00', '06:00', 480],
    [kiritimati, '2026-10-24', '22:00', '06:00', 480],
    // Both nights on which the clock changes, in both years.
    [berlin, '2026-03-28', '22:00', '06:00', 420],
    [berlin, '2027-03-27', '22:00', '06:00', 420],
    [berlin, '2026-10-24', '22:00', '06:00', 540],
    [berlin, '2027-10-30', '22:00', '06:00', 540],
    [newYork, '2026-03-07', '22:00', '06:00', 420],
    [newYork, '2027-03-13', '22:00', '06:00', 420],
    [newYork, '2026-10-31', '22:00', '06:00', 540],
    [newYork, '2027-11-06', '22:00', '06:00', 540],
    [lordHowe, '2026-10-03', '22:00', '06:00', 450],
    [lordHowe, '2027-10-02', '22:00', '06:00', 450],
    [lordHowe, '2026-04-04', '22:00', '06:00', 510],
    [lordHowe, '2027-04-03', '22:00', '06:00', 510],
    // The days themselves.
    [berlin, '2026-03-29', '01:59', '03:00', 1],
    [berlin, '2026-03-29', '00:00', '24:00', 1380],
    [berlin, '2026-10-25', '01:59', '03:00', 121],
    [berlin, '2026-10-25', '01:00', '24:00', 1440],
    [berlin, '2026-03-28', '03:30', '03:15', 1365],
    [lordHowe, '2026-10-04', '00:00', '24:00', 1410],
  ])('in %s on %s from %s to %s and is credited %i minutes', (zone, date, from, to, count) => {
    expect(span(zone, date, from, to)).toEqual(minutes(count))
  })

  it('keeps what she saw at both ends of a night', () => {
    expect(span(berlin, '2026-10-24', '22:00', '06:00')).toEqual({
      start: '2026-10-24T22:00+02:00',
      end: '2026-10-25T06:00+01:00',
      minutes: 540,
    })
  })

  it('says the whole of a leap day as 00:00 to 24:00', () => {
    expect(span(berlin, '2028-02-29', '00:00', '24:00')).toEqual({
      start: '2028-02-29T00:00+01:00',
      end: '2028-03-01T00:00+01:00',
      minutes: 1440,
    })
  })

  it('types 24 Uhr for the midnight that ends her day, and is not put on the next', () => {
    const end = readTime('24 Uhr')
    expect(end).toEqual({ time: '24:00' })
    expect(span(berlin, '2026-11-20', '20:00', '24:00')).toEqual({
      start: '2026-11-20T20:00+01:00',
      end: '2026-11-21T00:00+01:00',
      minutes: 240,
    })
  })

  it('cannot start at 24:00: that is on another day', () => {
    expect(span(berlin, '2026-11-20', '24:00', '02:00')).toEqual(missing('start'))
    expect(span(berlin, '2026-11-20', '24:00', '24:00')).toEqual(missing('start'))
  })

  it.each([
    [berlin, '2026-11-20', '09:00'],
    [berlin, '2026-11-20', '00:00'],
    [berlin, '2026-10-24', '02:30'],
    [berlin, '2026-03-28', '02:30'],
    [berlin, '2026-03-28', '03:30'],
  ])('in %s on %s is not credited a day for ending at %s as she starts', (zone, date, time) => {
    expect(span(zone, date, time, time)).toEqual({ problem: 'time.zero' })
  })

  it.each([
    [berlin, '2026-10-25', '00:00', '24:00'],
    [berlin, '2026-10-25', '00:59', '24:00'],
    [berlin, '2026-10-24', '03:30', '03:00'],
    [lordHowe, '2026-04-05', '00:00', '24:00'],
  ])('in %s on %s cannot log more than 24 hours from %s to %s, though the clock was set back', (...row) => {
    expect(span(...row)).toEqual({ problem: 'time.too-long' })
  })
})

describe('Ada writes a time that her clock skipped', () => {
  it.each([
    [berlin, '2026-03-29', '02:30', '04:00', 'start'],
    [berlin, '2026-03-29', '02:30', '02:30', 'start'],
    [berlin, '2026-03-29', '01:30', '02:30', 'end'],
    [berlin, '2026-03-28', '22:00', '02:30', 'end'],
    [newYork, '2027-03-14', '01:30', '02:30', 'end'],
    [lordHowe, '2026-10-04', '01:30', '02:15', 'end'],
    [cairo, '2026-04-23', '20:00', '24:00', 'end'],
    [cairo, '2026-04-23', '20:00', '00:00', 'end'],
  ])('in %s on %s, %s to %s: she is told which one, and nothing is moved', (zone, date, from, to, field) => {
    expect(span(zone, date, from, to)).toEqual(missing(field))
  })

  it('ends the next day at a time that was skipped only on the first', () => {
    expect(span(berlin, '2026-03-29', '03:30', '02:30')).toEqual({
      start: '2026-03-29T03:30+02:00',
      end: '2026-03-30T02:30+02:00',
      minutes: 1380,
    })
  })
})

describe('Ada writes a time that her clock showed twice', () => {
  const autumn = '2026-10-25'
  const first = (time: string) => `${autumn}T${time}+02:00`
  const second = (time: string) => `${autumn}T${time}+01:00`
  const both = (time: string) => [first(time), second(time)]

  it.each([
    ['02:30', '04:00', {}, 'start', both('02:30')],
    ['02:15', '02:45', {}, 'start', both('02:15')],
    ['02:30', '02:30', {}, 'start', both('02:30')],
    ['01:00', '02:30', {}, 'end', both('02:30')],
    ['02:15', '02:45', { start: first('02:15') }, 'end', both('02:45')],
  ])('%s to %s with %j: she is asked for the %s', (from, to, which, ask, moments) => {
    expect(span(berlin, autumn, from, to, which)).toEqual({ ask, moments })
  })

  it.each([
    ['02:30', '04:00', { start: first('02:30') }, second('04:00'), 150],
    ['02:30', '04:00', { start: second('02:30') }, second('04:00'), 90],
    ['01:00', '02:30', { end: first('02:30') }, first('02:30'), 90],
    ['01:00', '02:30', { end: second('02:30') }, second('02:30'), 150],
    ['02:15', '02:45', { start: first('02:15'), end: first('02:45') }, first('02:45'), 30],
    ['02:15', '02:45', { start: first('02:15'), end: second('02:45') }, second('02:45'), 90],
    // Only one of the two ends comes after the start: no question.
    ['02:30', '02:15', { start: first('02:30') }, second('02:15'), 45],
    ['02:30', '02:45', { start: second('02:30') }, second('02:45'), 15],
    ['02:30', '02:30', { start: first('02:30') }, second('02:30'), 60],
    // None does: it is the next night, on which there is only one.
    ['02:30', '02:15', { start: second('02:30') }, '2026-10-26T02:15+01:00', 1425],
    ['03:30', '02:30', {}, '2026-10-26T02:30+01:00', 1380],
  ])('%s to %s with %j ends at %s after %i minutes', (from, to, which, end, count) => {
    expect(span(berlin, autumn, from, to, which)).toEqual(expect.objectContaining({ end, minutes: count }))
  })

  it('is credited nothing from the second 02:30 to the second 02:30', () => {
    expect(span(berlin, autumn, '02:30', '02:30', { start: second('02:30') })).toEqual({
      problem: 'time.zero',
    })
  })

  it('is asked on the night before too, even where one answer is too long', () => {
    const form = [berlin, '2026-10-24', '02:30', '02:15'] as const
    expect(span(...form)).toEqual({ ask: 'end', moments: both('02:15') })
    expect(span(...form, { end: first('02:15') })).toEqual(minutes(1425))
    expect(span(...form, { end: second('02:15') })).toEqual({ problem: 'time.too-long' })
  })

  it('is asked again when she changes the day after answering', () => {
    const stale = { start: '2027-10-31T02:30+02:00', end: '2027-10-31T02:15+01:00' }
    expect(span(berlin, autumn, '02:30', '04:00', stale)).toEqual({ ask: 'start', moments: both('02:30') })
    expect(span(berlin, autumn, '01:00', '02:30', stale)).toEqual({ ask: 'end', moments: both('02:30') })
    expect(span(berlin, '2026-11-20', '02:30', '04:00', stale)).toEqual(minutes(90))
  })

  it('does not meet an end that lies before her start', () => {
    const which = { start: first('02:30'), end: first('02:15') }
    expect(span(berlin, autumn, '02:30', '02:15', which)).toEqual({
      start: first('02:30'),
      end: second('02:15'),
      minutes: 45,
    })
  })

  it('is asked about half an hour on Lord Howe Island', () => {
    const moments = ['2026-04-05T01:45+11:00', '2026-04-05T01:45+10:30']
    expect(span(lordHowe, '2026-04-05', '01:00', '01:45')).toEqual({ ask: 'end', moments })
    expect(span(lordHowe, '2026-04-05', '01:00', '01:45', { end: moments[1] })).toEqual(minutes(75))
    expect(span(lordHowe, '2026-04-05', '01:45', '01:40', { start: moments[0] })).toEqual(minutes(25))
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

describe('Lin bills by the minute', () => {
  const read = (typed: string) => {
    const reading = readDuration(typed)
    if ('problem' in reading) throw new Error(`${typed}: ${reading.problem}`)
    return reading.minutes
  }
  const sum = (typed: string[]) => typed.reduce((total, each) => total + read(each), 0)

  it.each([
    [['7,5', '7.5', '7:30', '7h30', '7 h 30 min', '450m', '7,50 Std'], 450],
    [['8.20', '8,20', '8,2', '8:12', '8h12'], 492],
    [['1,5 Std', '1.5 h', '1.5 hours', '1:30', '90 Min', '1 Stunde 30 Minuten'], 90],
  ])('writes %j and means the same %i minutes', (written, count) => {
    expect(written.map(read)).toEqual(written.map(() => count))
  })

  it('is paid an hour for three times 20 minutes, however they are written', () => {
    expect(writeDuration(sum(['0:20', '0:20', '0:20']))).toBe('1:00')
    expect(writeDuration(sum(['0.33', '0,33', '20m']))).toBe('1:00')
  })

  it('gets a printed total that is the sum of the printed rows', () => {
    const rows = ['0.33', '7,77', '8.20', '1.1', '0,01', '2:59', '4.35'].map(read)
    const printed = rows.map(writeDuration)
    const total = writeDuration(rows.reduce((all, each) => all + each, 0))
    const [hours, rest] = printed
      .map((row) => row.split(':').map(Number))
      .reduce(([hours, rest], [moreHours, moreRest]) => [hours! + moreHours!, rest! + moreRest!])
    expect(printed).toEqual(['0:20', '7:46', '8:12', '1:06', '0:01', '2:59', '4:21'])
    expect(total).toBe('24:45')
    expect(writeDuration(hours! * 60 + rest!)).toBe(total)
  })
})
