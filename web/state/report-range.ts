// From when to when a report goes: weeks, months and any other days, and the way from one to the next.
import * as v from 'valibot'
import { addDays, daysOf, WorkDate, weekOf } from '#domain/calendar.ts'
import { daysPerReport, spanProblem } from '#domain/report.ts'

/** Both days included. */
export interface Range {
  from: string
  to: string
}

/** The week that a date lies in. */
export const weekAround = (date: string): Range => {
  const days = daysOf(weekOf(date))
  return { from: days[0] ?? date, to: days[6] ?? date }
}

/** The month that a date lies in. */
export const monthAround = (date: string): Range => {
  const from = `${date.slice(0, 7)}-01`
  return { from, to: addDays(firstOfNext(from), -1) }
}

/** The first day of the month after the one that begins on `first`: 31 days later it has begun, whatever its length. */
const firstOfNext = (first: string) => `${addDays(first, 31).slice(0, 7)}-01`

/** What a range is, so that a step leads to the next of its kind. */
export type Shape = 'week' | 'month' | 'days'

/** The shape of a range, by its days alone. */
export function shapeOf(range: Range): Shape {
  if (isSame(range, weekAround(range.from))) return 'week'
  return isSame(range, monthAround(range.from)) ? 'month' : 'days'
}

/** Whether two ranges have the same days. */
export const isSame = (one: Range, other: Range) => one.from === other.from && one.to === other.to

/** The days of a range, in order. */
export function daysIn({ from, to }: Range): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length < daysPerReport; day = addDays(day, 1)) days.push(day)
  return days
}

/** The week, the month or as many days before (-1) or after (1) a range; null where the calendar of the app ends. */
export function next(range: Range, way: -1 | 1): Range | null {
  const beside = way === 1 ? addDays(range.to, 1) : addDays(range.from, -1)
  const found = {
    week: () => weekAround(beside),
    month: () => monthAround(beside),
    days: () => daysBeside(range, way),
  }[shapeOf(range)]()
  return rangeProblem(found) === null ? found : null
}

function daysBeside(range: Range, way: -1 | 1): Range {
  const shift = daysIn(range).length * way
  return { from: addDays(range.from, shift), to: addDays(range.to, shift) }
}

export type RangeProblem = 'missing' | 'backwards' | 'too-long'

/** Why no report can be made of these days, or null; a day that was not chosen yet is missing. */
export const rangeProblem = (range: Range): RangeProblem | null =>
  v.is(WorkDate, range.from) && v.is(WorkDate, range.to) ? spanProblem(range) : 'missing'

/** The ranges asked for most, as of a day. */
export const presets = (today: string) => ({
  thisWeek: weekAround(today),
  lastWeek: weekAround(addDays(today, -7)),
  thisMonth: monthAround(today),
  lastMonth: monthAround(addDays(`${today.slice(0, 7)}-01`, -1)),
})
