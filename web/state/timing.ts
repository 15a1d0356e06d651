// What the clock makes of a running timer. Pure, because each oddity of clocks must be tried: none may count hours that
// nobody worked, and none may lose those that somebody did.
import { millisecondsOf } from '#domain/calendar.ts'
import { dateIn, minutesBetween, momentAt, momentsOf, offsetOf, readTime } from '#domain/moment.ts'
import type { RunningTimer } from '../data/stored.ts'

/** Minutes; a timer that has run for longer was probably forgotten. */
export const longestRun = 600

/** What a clock on a wall shows depends on where it hangs. */
export interface WallClock {
  /** IANA, or null where the device does not know. */
  zone: string | null
  /** Minutes east of UTC, for where the zone is not known. */
  offset: number
}

/** From when to when a timer ran. */
export interface Stretch {
  /** The day it is booked on: the one it began on. */
  date: string
  zone: string | null
  start: string
  end: string
  minutes: number
}

/** What a timer is for. */
export type Purpose = Pick<RunningTimer, 'project' | 'note'>

/** Why a timer that is stopped is not simply saved. */
export type Doubt =
  /** It ran for less than a minute: there is nothing to save. */
  | 'short'
  /** It ran for more than ten hours. */
  | 'long'
  /** By the device's clock it would end before it began. */
  | 'backwards'

/** A timer that begins `now` (milliseconds since 1970), at a whole minute: the present one. */
export const begun = (purpose: Purpose, now: number, { zone, offset }: WallClock) => ({
  ...purpose,
  zone,
  start: momentAt(now, zone, offset),
})

/** The one that begins where another has ended: no minute is lost between the two, and none counted twice. */
export const begunAfter = (purpose: Purpose, { end }: Stretch, wallClock: WallClock) =>
  begun(purpose, millisecondsOf(end), wallClock)

/** What the timer has measured at `now`, by the clock where it began, wherever the device is now. */
export function stretchOf({ start, zone }: Pick<RunningTimer, 'start' | 'zone'>, now: number): Stretch {
  const end = momentAt(now, zone, offsetOf(start))
  return { date: dateIn(start), zone, start, end, minutes: minutesBetween(start, end) }
}

/** The same in whole minutes alone; 0 for a clock that was set back. */
export const minutesRun = ({ start }: Pick<RunningTimer, 'start'>, now: number) =>
  Math.max(0, Math.floor((now - millisecondsOf(start)) / 60_000))

/**
 * When a running timer began, as somebody types it: a time of today by the clock where it began. One that the
 * clock shows twice is the later, as nobody has said that more was worked.
 */
export function startToday(
  typed: string,
  { start, zone }: Pick<RunningTimer, 'start' | 'zone'>,
  now: number,
): { start: string } | { problem: 'time.empty' | 'time.unreadable' | 'time.missing' | 'time.future' } {
  const read = readTime(typed)
  if ('problem' in read) return read
  const offset = offsetOf(start)
  const moments = momentsOf(dateIn(momentAt(now, zone, offset)), read.time, zone, offset)
  if (moments.length === 0) return { problem: 'time.missing' }
  const past = moments.findLast((moment) => millisecondsOf(moment) <= now)
  return past === undefined ? { problem: 'time.future' } : { start: past }
}

/** Why this stretch is to be asked about, or null. */
export function doubtAbout({ minutes }: Stretch): Doubt | null {
  if (minutes < 0) return 'backwards'
  if (minutes < 1) return 'short'
  return minutes > longestRun ? 'long' : null
}
