// Minutes on a wall clock with their offset from UTC: what a person saw, to be reckoned with without a table of zones.
import * as v from 'valibot'
import { addDays, instantOf, millisecondsOf, minutesPerDay, today, WorkDate } from './calendar.ts'
import { clockWord } from './unit-words.ts'

const minuteLength = 60_000

/** A time of day on a wall clock, `00:00` to `23:59`. */
export const LocalTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:30'))

// `-00:00` would be a second spelling of `+00:00`, and means "unknown" (RFC 3339, section 4.3).
const offsetPattern = /^(\+(0\d|1[0-3]):[0-5]\d|\+14:00|-(?!00:00)(0\d|1[01]):[0-5]\d|-12:00)$/

/** A minute as RFC 3339 without seconds, `2026-10-25T02:30+02:00`: on a `WorkDate`, `-12:00` to `+14:00`, never `Z`. */
export const Moment = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$/, 'must be a minute like 2026-10-25T02:30+02:00'),
  v.check((text) => v.is(WorkDate, dateIn(text)), 'must be on a day that exists'),
  v.check((text) => v.is(LocalTime, timeIn(text)), 'must be at a time from 00:00 to 23:59'),
  v.check((text) => offsetPattern.test(text.slice(16)), 'must be -12:00 to +14:00 from UTC'),
)

/** The date the wall calendar showed, `2026-10-25`. */
export const dateIn = (moment: string) => moment.slice(0, 10)

/** The time the wall clock showed, `02:30`. */
export const timeIn = (moment: string) => moment.slice(11, 16)

/** The whole minutes that pass from one moment to another; negative if `end` is earlier. */
export const minutesBetween = (start: string, end: string) =>
  (millisecondsOf(end) - millisecondsOf(start)) / minuteLength

/** How far east of UTC a moment was seen, in minutes. */
export const offsetOf = (moment: string) => minutesBetween(moment, `${moment.slice(0, 16)}Z`)

/** How far apart the offsets of two moments are, in whole minutes: what a clock was set by, or places lie apart. */
export const offsetBetween = (one: string, other: string) => Math.abs(offsetOf(one) - offsetOf(other))

/** From one moment to another. */
export interface Stretch {
  start: string
  end: string
}

/** Whether two stretches share an instant; each holds its start and not its end, so back-to-back is no overlap. */
export const isOverlapping = (one: Stretch, other: Stretch) =>
  minutesBetween(one.start, other.end) > 0 && minutesBetween(other.start, one.end) > 0

/** The minute in `zone` at `now` (milliseconds since 1970); without a zone known here, `offset` minutes east of UTC. */
export function momentAt(now: number, zone: string | null, offset = 0): string {
  try {
    return momentOf(now, offsetAt(now, zone, offset))
  } catch (error) {
    if (error instanceof RangeError) return momentOf(now, offset)
    throw error
  }
}

/**
 * Every moment at which the wall clock in `zone` (null: `offset` minutes east of UTC) shows `time` on `date`; `24:00` ends
 * the day. One; two, the earlier first, when it is set back; none when it skips. RangeError: the zone is unknown here.
 */
export function momentsOf(date: string, time: string, zone: string | null, offset = 0): string[] {
  const wall = millisecondsOf(`${date}T${time}Z`)
  const nowAt = (east: number) => wall - east * minuteLength
  // The instant lies between that time at +14:00 and at -12:00, and no zone changes twice in these 26 hours. Where both
  // offsets are right the clock was set back, and the offset from before the change makes the earlier moment.
  const offsets = new Set([840, -720].map((east) => offsetAt(nowAt(east), zone, offset)))
  return [...offsets]
    .filter((east) => offsetAt(nowAt(east), zone, offset) === east)
    .map((east) => momentOf(nowAt(east), east))
}

export type Span =
  | { start: string; end: string; minutes: number }
  | { ask: 'start' | 'end'; moments: string[] }
  | { problem: 'time.missing'; field: 'start' | 'end' }
  | { problem: 'time.zero' | 'time.too-long' }

type Answers = { start?: string | undefined; end?: string | undefined }
type WallClock = { zone: string | null; offset?: number }
type FormTimes = WallClock & { date: string; from: string; to: string; which?: Answers }

/**
 * What the times in a form mean; zone and offset as in `momentsOf`, `which` holds the answers to what was asked.
 * - Work belongs to the day it starts. It ends on that day if the clock shows `to` after the start, else on the next; by
 *   instants, not by text: from the first 02:30 to the second 02:15 are 45 minutes. More than 24 hours are a problem.
 * - Equal times are no 24 hours but nothing, unless the clock was set back and came to that time again. From midnight to
 *   midnight is `00:00` to `24:00`; only an end can be `24:00`.
 * - A time shown twice is asked for, the start first; an end only where both moments come after the start, even if one
 *   would be too long. An answer that was not on offer is none. A time that was skipped is missing, never moved.
 */
export function spanOf({ date, from, to, zone, offset = 0, which = {} }: FormTimes): Span {
  const starts = from === '24:00' ? [] : momentsOf(date, from, zone, offset)
  if (starts.length === 0) return { problem: 'time.missing', field: 'start' }
  const start = meant(starts, which.start)
  if (!start) return { ask: 'start', moments: starts }

  const isAfterStart = (moment: string) => minutesBetween(start, moment) > 0
  const sameDay = momentsOf(date, to, zone, offset)
  const isOvernight = sameDay.length > 0 ? !sameDay.some(isAfterStart) : to < from
  if (isOvernight && to === from) return { problem: 'time.zero' }
  const ends = (isOvernight ? momentsOf(addDays(date, 1), to, zone, offset) : sameDay).filter(isAfterStart)
  if (ends.length === 0) return { problem: 'time.missing', field: 'end' }
  const end = meant(ends, which.end)
  if (!end) return { ask: 'end', moments: ends }

  const minutes = minutesBetween(start, end)
  return minutes > minutesPerDay ? { problem: 'time.too-long' } : { start, end, minutes }
}

const meant = (moments: string[], answer: string | undefined) =>
  moments.length === 1 ? moments[0] : moments.find((moment) => moment === answer)

const of24 = new RegExp(`^(\\d{1,2})(?:(?: ?(?:[:.h]|${clockWord}) ?)?(\\d\\d))? ?(?:${clockWord}|h)?$`)
const of12 = /^(0?[1-9]|1[0-2])(?:[:.]?(\d\d))? ?([ap])(?:\.?m\.?)?$/

/** Reads a time of day as it is typed in English or German: `9`, `905`, `9.05 Uhr`, `9:05 pm`, `21h15`; `24:00` too. */
export function readTime(typed: string): { time: string } | { problem: 'time.empty' | 'time.unreadable' } {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (text === '') return { problem: 'time.empty' }
  const [, hours, minutes = '00', half] = of24.exec(text) ?? of12.exec(text) ?? []
  if (hours === undefined) return { problem: 'time.unreadable' }
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours)
  const time = `${String(hour).padStart(2, '0')}:${minutes}`
  return time === '24:00' || v.is(LocalTime, time) ? { time } : { problem: 'time.unreadable' }
}

const momentOf = (now: number, offset: number) => {
  const wall = instantOf(now + offset * minuteLength).slice(0, 16)
  return `${wall}${offset < 0 ? '-' : '+'}${timeIn(instantOf(Math.abs(offset) * minuteLength))}`
}

/** Minutes east of UTC. */
function offsetAt(now: number, zone: string | null, otherwise: number): number {
  if (zone === null) return otherwise
  const form = { numberingSystem: 'latn', hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const
  const time = new Intl.DateTimeFormat('en-GB', { ...form, timeZone: zone }).format(now)
  return millisecondsOf(`${today(now, zone)}T${time}Z`) / minuteLength - Math.floor(now / minuteLength)
}
