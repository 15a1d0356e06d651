// From when to when as text, the same everywhere: a night shift says that it ends on the next day.
import { timeIn } from '#domain/moment.ts'
import type { Messages } from '../messages/english.ts'
import { text } from '../messages.ts'
import { endTime, laterDay } from './time-input.ts'

/** Stands behind the end on the next day, in any language; no entry is longer than a day. */
export const nextDay = '(+1)'

/** `22:00 – 06:00`, whatever day it ends on. */
export const clockTimes = (
  start: string,
  end: string,
  words: Pick<Messages['history'], 'times'> = text.history,
) => words.times(timeIn(start), endTime(start, end))

/** `22:00 – 06:00 (+1)`, for where only text can stand; else `Times`, which says the day. */
export const writeTimes = (start: string, end: string, words?: Pick<Messages['history'], 'times'>) =>
  [clockTimes(start, end, words), laterDay(start, end) && nextDay].filter(Boolean).join(' ')
