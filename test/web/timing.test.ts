// What the clock makes of Ada's timer: it counts the minutes that passed, and asks where it cannot know.
import { describe, expect, it } from 'vitest'
import { millisecondsOf } from '#domain/calendar.ts'
import { begun, begunAfter, doubtAbout, minutesRun, startToday, stretchOf } from '../../web/state/timing.ts'

const bridge = { project: 'bridge', note: 'girders' }
const berlin = { zone: 'Europe/Berlin', offset: 60 }
const newYork = { zone: 'America/New_York', offset: -300 }
const at = (instant: string) => millisecondsOf(instant)

describe('Ada starts the timer', () => {
  it('begins at the whole minute, by the clock on her wall', () => {
    expect(begun(bridge, at('2026-11-21T08:30:59.999Z'), berlin)).toEqual({
      ...bridge,
      start: '2026-11-21T09:30+01:00',
      zone: 'Europe/Berlin',
    })
  })

  it('keeps the offset where her device knows no zone', () => {
    const wallClock = { zone: null, offset: 330 }
    expect(begun(bridge, at('2026-11-21T08:30:00.000Z'), wallClock)).toMatchObject({
      start: '2026-11-21T14:00+05:30',
      zone: null,
    })
  })
})

describe('Ada stops the timer', () => {
  const nine = { start: '2026-11-21T09:00+01:00', zone: 'Europe/Berlin' }

  it.each([
    ['2026-11-21T08:45:59.000Z', '2026-11-21T09:45+01:00', 45],
    ['2026-11-21T18:00:00.000Z', '2026-11-21T19:00+01:00', 600],
  ])('at %s: from nine to %s, %i minutes', (now, end, minutes) => {
    const stretch = stretchOf(nine, at(now))
    expect(stretch).toEqual({ ...nine, date: '2026-11-21', end, minutes })
    expect(doubtAbout(stretch)).toBeNull()
    expect(minutesRun(nine, at(now))).toBe(minutes)
  })

  it.each([
    ['less than a minute after', '2026-11-21T08:00:59.999Z', 'short'],
    ['ten hours and a minute after', '2026-11-21T18:01:00.000Z', 'long'],
    ['three days after', '2026-11-24T18:01:00.000Z', 'long'],
    ['with a clock that was set back', '2026-11-21T07:59:59.000Z', 'backwards'],
  ])('%s: nothing is counted unasked', (_, now, doubt) => {
    expect(doubtAbout(stretchOf(nine, at(now)))).toBe(doubt)
  })

  it('is shown no negative time by a clock that was set back', () => {
    expect(minutesRun(nine, at('2026-11-21T07:00:00.000Z'))).toBe(0)
  })

  it('has the minutes on the day it began, over midnight', () => {
    const late = { start: '2026-11-20T22:00+01:00', zone: 'Europe/Berlin' }
    expect(stretchOf(late, at('2026-11-21T01:30:00.000Z'))).toMatchObject({
      date: '2026-11-20',
      end: '2026-11-21T02:30+01:00',
      minutes: 270,
    })
  })

  it.each([
    ['spring', '2026-03-29T01:30+01:00', '2026-03-29T02:30:00.000Z', '2026-03-29T04:30+02:00', 120],
    ['autumn', '2026-10-25T02:30+02:00', '2026-10-25T01:30:00.000Z', '2026-10-25T02:30+01:00', 60],
  ])('counts what passed while the clocks changed in %s', (_, start, now, end, minutes) => {
    expect(stretchOf({ start, zone: 'Europe/Berlin' }, at(now))).toMatchObject({ end, minutes })
  })

  it('in New York has the times of Berlin, where it began', () => {
    const before = begun(bridge, at('2026-11-21T08:00:00.000Z'), berlin)
    expect(stretchOf(before, at('2026-11-21T16:00:00.000Z')).end).toBe('2026-11-21T17:00+01:00')
  })

  it('with a zone that this browser does not know, by the offset it began with', () => {
    const there = { start: '2026-11-21T09:00+05:45', zone: 'Mars/Olympus_Mons' }
    expect(stretchOf(there, at('2026-11-21T04:15:00.000Z'))).toMatchObject({
      end: '2026-11-21T10:00+05:45',
      minutes: 60,
    })
  })
})

describe('Ada switches the timer', () => {
  it('begins the next where the last has ended, wherever she is by then', () => {
    const first = begun(bridge, at('2026-11-21T08:00:00.000Z'), berlin)
    const stretch = stretchOf(first, at('2026-11-21T16:00:59.000Z'))
    const second = begunAfter({ project: 'tunnel', note: '' }, stretch, newYork)
    expect(second).toMatchObject({ start: '2026-11-21T11:00-05:00', zone: 'America/New_York' })
    expect(at(stretch.end)).toBe(at(second.start))
  })
})

describe('Ada says when the timer began', () => {
  const nine = { start: '2026-11-21T09:00+01:00', zone: 'Europe/Berlin' }

  it.each([
    ['8:15', { start: '2026-11-21T08:15+01:00' }],
    ['1030', { start: '2026-11-21T10:30+01:00' }],
    ['10:31', { problem: 'time.future' }],
    ['24:00', { problem: 'time.future' }],
    ['soon', { problem: 'time.unreadable' }],
    ['', { problem: 'time.empty' }],
  ])('at half past ten, "%s": %j', (typed, expected) =>
    expect(startToday(typed, nine, at('2026-11-21T09:30:00.000Z'))).toEqual(expected),
  )

  it.each([
    // 02:45 comes twice in this night; before it has come again, only the first can be meant.
    ['2026-10-25T01:00:00.000Z', '2026-10-25T02:45+02:00'],
    ['2026-10-25T02:00:00.000Z', '2026-10-25T02:45+01:00'],
  ])('in the night the clocks go back, at %s: %s', (now, start) =>
    expect(startToday('2:45', nine, at(now))).toEqual({ start }),
  )
})
