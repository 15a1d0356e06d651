// What is said while Ada types times: what they come to, what is asked, and how to make room beside another entry.
import { describe, expect, it } from 'vitest'
import { cutsFor, endTime, laterDay, readTimes, timesOf } from '../../web/parts/time-input.ts'

const berlin = { zone: 'Europe/Berlin', offset: 60 }
const autumn = { date: '2026-10-25', start: '', end: '' }
const twice = ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00']

describe('Ada is asked', () => {
  it('which 2:30 she began at', () => {
    const reading = readTimes({ ...autumn, from: '2:30', to: '9' }, berlin)
    expect(reading.questions).toEqual([{ field: 'from', moments: twice }])
    expect(reading.span).toBeUndefined()
  })

  it('which 2:30 she ended at', () => {
    const reading = readTimes({ ...autumn, from: '1', to: '2:30' }, berlin)
    expect(reading.questions).toEqual([{ field: 'to', moments: twice }])
  })

  it('both, one after the other', () => {
    const form = { ...autumn, from: '2:15', to: '2:30' }
    expect(readTimes(form, berlin).questions.map(({ field }) => field)).toEqual(['from'])
    const start = '2026-10-25T02:15+02:00'
    expect(readTimes({ ...form, start }, berlin).questions.map(({ field }) => field)).toEqual(['from', 'to'])
  })

  it('still, after she has answered: she may think better of it', () => {
    const [start = ''] = twice
    const reading = readTimes({ ...autumn, from: '2:30', to: '9', start }, berlin)
    expect(reading.questions).toHaveLength(1)
    expect(reading.span).toMatchObject({ minutes: 450 })
  })

  it('anew, when she types another time', () => {
    const [start = ''] = twice
    expect(readTimes({ ...autumn, from: '2:45', to: '9', start }, berlin).span).toBeUndefined()
  })

  it('nothing on other days', () => {
    const reading = readTimes({ ...autumn, date: '2026-10-26', from: '2:30', to: '9' }, berlin)
    expect(reading).toMatchObject({ questions: [], span: { minutes: 390 } })
  })
})

describe('an entry that is opened', () => {
  it.each([
    ['2026-11-21T09:00+01:00', '2026-11-21T17:30+01:00', '09:00', '17:30', null],
    ['2026-11-21T16:00+01:00', '2026-11-22T00:00+01:00', '16:00', '24:00', null],
    ['2026-11-21T00:00+01:00', '2026-11-22T00:00+01:00', '00:00', '24:00', null],
    ['2026-11-21T22:00+01:00', '2026-11-22T06:00+01:00', '22:00', '06:00', '2026-11-22'],
    ['2026-10-25T02:30+02:00', '2026-10-25T02:15+01:00', '02:30', '02:15', null],
  ])('from %s to %s shows %s to %s, and means the same again', (start, end, from, to, later) => {
    expect(timesOf({ start, end })).toEqual({ from, to, start, end })
    expect(endTime(start, end)).toBe(to)
    expect(laterDay(start, end)).toBe(later)
    const date = start.slice(0, 10)
    expect(readTimes({ date, from, to, start, end }, berlin).span).toMatchObject({ start, end })
  })

  it('without times shows none', () => {
    expect(timesOf({ start: null, end: null })).toEqual({ from: '', to: '', start: '', end: '' })
  })
})

describe('times that overlap can be cut', () => {
  const other = { start: '2026-11-21T09:00+01:00', end: '2026-11-21T11:00+01:00' }
  const on = (from: string, to: string) => ({
    start: `2026-11-21T${from}+01:00`,
    end: `2026-11-21T${to}+01:00`,
  })
  const sides = (from: string, to: string) => cutsFor(on(from, to), other, berlin).map(({ side }) => side)

  it.each([
    ['08:00', '10:00', ['end']],
    ['10:00', '12:00', ['start']],
    ['08:00', '12:00', ['end', 'start']],
    ['09:00', '12:00', ['start']],
    ['08:00', '11:00', ['end']],
    ['09:30', '10:30', []],
    ['09:00', '11:00', []],
  ])('%s to %s: %j', (from, to, expected) => expect(sides(from, to)).toEqual(expected))

  it('so that they are back-to-back', () => {
    const cuts = cutsFor(on('08:00', '12:00'), other, berlin)
    expect(cuts.map(({ patch }) => patch)).toMatchObject([
      { to: '09:00' },
      { date: '2026-11-21', from: '11:00', to: '12:00' },
    ])
  })

  it('and each cut means what it says, also where the clock shows a time twice', () => {
    const night = { start: '2026-10-25T02:15+02:00', end: '2026-10-25T02:30+01:00' }
    const span = { start: '2026-10-25T01:00+02:00', end: '2026-10-25T05:00+01:00' }
    const typed = { date: '2026-10-25', from: '01:00', to: '05:00', start: '', end: '' }
    const spans = cutsFor(span, night, berlin).map(
      ({ patch }) => readTimes({ ...typed, ...patch }, berlin).span,
    )
    expect(spans).toEqual([
      { start: span.start, end: night.start, minutes: 75 },
      { start: night.end, end: span.end, minutes: 150 },
    ])
  })

  it('after another of New York, by the clock of Berlin, on the day it is there', () => {
    const abroad = { start: '2026-11-21T17:00-05:00', end: '2026-11-21T18:30-05:00' }
    const span = { start: '2026-11-21T23:30+01:00', end: '2026-11-22T06:00+01:00' }
    expect(cutsFor(span, abroad, berlin)).toMatchObject([
      { side: 'start', patch: { date: '2026-11-22', from: '00:30', to: '06:00' } },
    ])
  })
})
