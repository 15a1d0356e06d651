// Dates and times as people read them, in the language of the texts and the manner of the device.
import { millisecondsOf } from '#domain/calendar.ts'
import { locale } from './locale.ts'
import { text } from './messages.ts'
import { dayIn } from './state/clock.ts'

// A work date has no zone: it is shown as it is, so its noon in UTC is formatted in UTC.
const noonOf = (date: string) => millisecondsOf(`${date}T12:00:00.000Z`)

const forDates = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  return (date: string) => format.format(noonOf(date))
}

/** `Saturday 21 November` */
export const longDay = forDates({ weekday: 'long', day: 'numeric', month: 'long' })
/** `Sat 21 Nov` */
export const shortDay = forDates({ weekday: 'short', day: 'numeric', month: 'short' })
/** `21 Nov 2026` */
export const plainDay = forDates({ day: 'numeric', month: 'short', year: 'numeric' })
/** `November 2026` */
export const month = forDates({ month: 'long', year: 'numeric' })
/** `Saturday` */
export const weekday = forDates({ weekday: 'long' })
/** `Sat` */
export const shortWeekday = forDates({ weekday: 'short' })
/** `21` */
export const dayOfMonth = forDates({ day: 'numeric' })

const range = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `16 – 22 November 2026` */
export const span = (from: string, to: string) => range.formatRange(noonOf(from), noonOf(to))

const shortRange = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** `16 – 22 Nov` */
export const shortSpan = (from: string, to: string) => shortRange.formatRange(noonOf(from), noonOf(to))

const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })

const stamp = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })

/** An instant for paper, which outlives every today: `21 November 2026 at 09:41`. */
export const inFull = (instant: string) => stamp.format(millisecondsOf(instant))

const compactStamp = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** An instant that is compared with another: `21 Nov 2026, 09:41`. */
export const exactly = (instant: string) => compactStamp.format(millisecondsOf(instant))

/** So many minutes between two instants: `1 day 2 h 10 min`. */
export const length = (minutes: number) =>
  text.time.length(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60)

/** An instant in the words of `now`: `just now`, `today at 9:41`, `Thu 19 Nov at 9:41`. */
export function moment(instant: string, now: number, zone: string | null): string {
  const then = millisecondsOf(instant)
  if (Math.abs(now - then) < 60_000) return text.time.now
  const day = dayIn(then, zone)
  const words = day === dayIn(now, zone) ? text.time.today : shortDay(day)
  return text.time.at(words, clock.format(then))
}

/** The same, without the time of day on other days: `9:41`, `Thu 19 Nov`. */
export function since(instant: string, now: number, zone: string | null): string {
  const then = millisecondsOf(instant)
  const day = dayIn(then, zone)
  return day === dayIn(now, zone) ? clock.format(then) : shortDay(day)
}
