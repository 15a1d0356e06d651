// From the times in the fields to the stretch they mean, to what must be asked first, or to what is wrong with them.
import { addDays, millisecondsOf } from '#domain/calendar.ts'
import type { Entry } from '#domain/entry.ts'
import { dateIn, minutesBetween, momentAt, readTime, spanOf, type Stretch, timeIn } from '#domain/moment.ts'
import type { Values } from '../state/form.ts'
import type { WallClock } from '../state/timing.ts'

export type TimeField = 'from' | 'to'
export type TimeProblem =
  | 'time.empty'
  | 'time.unreadable'
  /** The clock skipped it. */
  | 'time.missing'
  /** It comes twice, and nobody has said which is meant. */
  | 'time.twice'
export type SpanProblem = 'time.zero' | 'time.too-long'

/** A time that the clock shows twice; the earlier moment first. */
export interface Question {
  field: TimeField
  moments: string[]
}

export interface TimesReading {
  /** The times as they were understood, where they could be read. */
  from?: string
  to?: string
  span?: { start: string; end: string; minutes: number }
  questions: Question[]
  problems: { from?: TimeProblem; to?: TimeProblem; span?: SpanProblem }
}

type Typed = Pick<Values, 'date' | 'from' | 'to' | 'start' | 'end'>

/** Reads both fields. `date` must be a `WorkDate`; a zone that is unknown here is stood in for by the offset. */
export function readTimes({ date, from, to, start, end }: Typed, wallClock: WallClock): TimesReading {
  const times = { from: readTime(from), to: readTime(to) }
  const reading: TimesReading = { questions: [], problems: {} }
  for (const field of ['from', 'to'] as const) {
    const read = times[field]
    if ('time' in read) reading[field] = read.time
    else reading.problems[field] = read.problem
  }
  if (reading.from === undefined || reading.to === undefined) return reading

  const form = { date, from: reading.from, to: reading.to, ...known(wallClock) }
  // Asked without the answers too, so that an answer can be changed.
  for (const which of [{}, { start }]) {
    const asked = spanOf({ ...form, which })
    if ('ask' in asked) addQuestion(reading, { field: fieldOf[asked.ask], moments: asked.moments })
  }
  const span = spanOf({ ...form, which: { start, end } })
  if ('ask' in span) reading.problems[fieldOf[span.ask]] = 'time.twice'
  else if (!('problem' in span)) reading.span = span
  else if (span.problem === 'time.missing') reading.problems[fieldOf[span.field]] = span.problem
  else reading.problems.span = span.problem
  return reading
}

const fieldOf = { start: 'from', end: 'to' } as const

function addQuestion({ questions }: TimesReading, question: Question): void {
  if (!questions.some(({ field }) => field === question.field)) questions.push(question)
}

/** The clock with a zone that this browser can reckon with; its tables may be older than those of another device. */
function known({ zone, offset }: WallClock): WallClock {
  if (zone === null) return { zone, offset }
  try {
    return { zone: new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone, offset }
  } catch (error) {
    if (error instanceof RangeError) return { zone: null, offset }
    throw error
  }
}

/** What the fields show for an entry that says from when to when; the answers to what its times leave open included. */
export function timesOf({ start, end }: Pick<Entry, 'start' | 'end'>): Omit<Typed, 'date'> {
  if (start === null || end === null) return { from: '', to: '', start: '', end: '' }
  return { from: timeIn(start), to: endTime(start, end), start, end }
}

/** Midnight ends the day on which the work began; it is not the beginning of the next. */
export const endTime = (start: string, end: string) =>
  timeIn(end) === '00:00' && dateIn(end) === addDays(dateIn(start), 1) ? '24:00' : timeIn(end)

/** The day on which it ends, where that is another than the one it began on. */
export const laterDay = (start: string, end: string) =>
  dateIn(end) === dateIn(start) || endTime(start, end) === '24:00' ? null : dateIn(end)

export type Cut = { side: 'start' | 'end'; patch: Partial<Values> }

/** How a stretch can be cut so that it shares no minute with another: it begins where that ends, or ends where that begins. */
export function cutsFor(span: Stretch, other: Stretch, wallClock: WallClock): Cut[] {
  const { zone, offset } = known(wallClock)
  const seen = (moment: string) => momentAt(millisecondsOf(moment), zone, offset)
  const cuts: Cut[] = []
  if (minutesBetween(span.start, other.start) > 0) {
    const end = seen(other.start)
    cuts.push({
      side: 'end',
      patch: { to: endTime(span.start, end), start: span.start, end },
    })
  }
  if (minutesBetween(other.end, span.end) > 0) {
    const start = seen(other.end)
    const patch = {
      date: dateIn(start),
      from: timeIn(start),
      start,
      to: endTime(start, span.end),
      end: span.end,
    }
    cuts.push({ side: 'start', patch })
  }
  return cuts
}
