// What Ada is credited for a stretch of time by the clock, also when her clock skipped one end of it or showed it twice.
import { describe, expect, it } from 'vitest'
import { readTime } from '#domain/moment.ts'
import { berlin, cairo, kiritimati, kolkata, lordHowe, newYork, span } from './zones.ts'

const minutes = (count: number) => expect.objectContaining({ minutes: count })
const missing = (field: string) => ({ problem: 'time.missing', field })

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
