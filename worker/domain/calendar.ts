// Dates, ISO weeks, instants and zones as text. The only file that reckons with Date; others compare strings, and at most
// read a clock or a header by it.
import * as v from 'valibot'

const dayLength = 86_400_000

/** What a day holds at most, also the one in autumn that is an hour longer. */
export const minutesPerDay = 1440

const atNoon = (date: string) => Date.parse(`${date}T12:00:00Z`)
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

/** The first and the last day that hours can be on; the pattern of WorkDate and IsoWeek says the same. */
export const firstDate = '2000-01-01'
export const lastDate = '2099-12-31'

/** A day that exists in the proleptic Gregorian calendar, `2026-11-21`, from `firstDate` to `lastDate`. */
export const WorkDate = v.pipe(
  v.string(),
  v.regex(/^20\d\d-\d\d-\d\d$/, 'must be a date like 2026-11-21'),
  v.check(
    (date) => !Number.isNaN(atNoon(date)) && dateOf(atNoon(date)) === date,
    'must be a day that exists',
  ),
)

/** A moment as RFC 3339 in UTC with milliseconds, `2026-11-21T09:30:00.000Z`. */
export const Instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be an instant like 2026-11-21T09:30:00.000Z'),
  v.check((instant) => !Number.isNaN(Date.parse(instant)), 'must be a moment that exists'),
)

/**
 * The name of an IANA time zone, `Europe/Berlin`, by its shape. Whether a runtime knows it depends on the age of its
 * tables: a phone's may be newer than the server's, and an hour must not be lost to that.
 */
export const Zone = v.pipe(v.string(), v.regex(/^[A-Za-z][\w+/-]{0,63}$/, 'must be the name of a time zone'))

/** An ISO 8601 week, `2026-W47`. */
export const IsoWeek = v.pipe(
  v.string(),
  v.regex(/^20\d\d-W(0[1-9]|[1-4]\d|5[0-3])$/, 'must be a week like 2026-W47'),
  v.check((week) => weekOf(mondayOf(week)) === week, 'must be a week that exists'),
)

/** The instant of `now` (milliseconds since 1970) as text. */
export const instantOf = (now: number) => new Date(now).toISOString()

/** The milliseconds since 1970 of an instant. */
export const millisecondsOf = (instant: string) => Date.parse(instant)

/** The date on a wall calendar in `zone` at `now` (milliseconds since 1970). */
export function today(now: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The date `count` days after `date`; a negative count goes back. */
export const addDays = (date: string, count: number) => dateOf(atNoon(date) + count * dayLength)

/** Monday is 1, Sunday is 7 (ISO 8601). */
const weekdayOf = (date: string) => new Date(atNoon(date)).getUTCDay() || 7

/** The ISO week a date belongs to: the one that holds its Thursday. */
export function weekOf(date: string): string {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const year = thursday.slice(0, 4)
  const daysIntoYear = Math.round((atNoon(thursday) - atNoon(`${year}-01-01`)) / dayLength)
  return `${year}-W${String(Math.floor(daysIntoYear / 7) + 1).padStart(2, '0')}`
}

/** Which week of its year it is, 1 to 53. */
export const weekNumber = (week: string) => Number(week.slice(6))

/** The Monday of a week. 4 January always lies in week 1. */
export function mondayOf(week: string): string {
  const fourth = `${week.slice(0, 4)}-01-04`
  return addDays(fourth, 1 - weekdayOf(fourth) + (weekNumber(week) - 1) * 7)
}

/** The seven dates of a week, Monday first. */
export const daysOf = (week: string) => Array.from({ length: 7 }, (_, day) => addDays(mondayOf(week), day))

/** The week `count` weeks after `week`; a negative count goes back. */
export const addWeeks = (week: string, count: number) => weekOf(addDays(mondayOf(week), count * 7))
