// How people write durations, read as whole minutes. Decimals are read as text, digit by digit: 8.20 hours are 492 minutes,
// which a float would miss by one.
import { minutesPerDay } from './calendar.ts'
import { hourWord, minuteWord } from './unit-words.ts'

/** Why a text is no duration that can be kept. */
export type DurationProblem =
  /** Nothing was written. */
  | 'duration.empty'
  /** It is not written in any of the known ways. */
  | 'duration.unreadable'
  /** It can mean two things: `90` (hours or minutes), `1:5` (1:05 or 1:50). */
  | 'duration.ambiguous'
  /** 60 or more minutes behind the hours, as in `1:75`. */
  | 'duration.minutes'
  /** Less than a minute. */
  | 'duration.zero'
  /** More than 24 hours. */
  | 'duration.too-long'

export type DurationReading = { minutes: number } | { problem: DurationProblem }

const bareNumber = /^\d+$/
const decimalHours = new RegExp(`^(\\d*)[.,](\\d+) ?${hourWord}?$`)
const clock = /^(\d*):(\d*)$/
const wholeHours = new RegExp(`^(\\d+) ?${hourWord}$`)
const hoursThenMinutes = new RegExp(`^(\\d+) ?${hourWord} ?(\\d+)( ?${minuteWord})?$`)
const onlyMinutes = new RegExp(`^(\\d+) ?${minuteWord}$`)

/**
 * Reads what a person typed: `1:30`, `1.5`, `1,5`, `1h30`, `1h 30m`, `90m`; in German too, `1,5 Std`, `90 Min`.
 * A bare number up to 24 is hours. Parts of a minute (`0.33` hours) go to the nearest whole one.
 *
 * @example readDuration('7,5') // { minutes: 450 }
 */
export function readDuration(typed: string): DurationReading {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (text === '') return { problem: 'duration.empty' }
  // Nobody needs seven digits in a row, and longer runs would leave the exact integers.
  if (/\d{7}/.test(text)) return { problem: 'duration.unreadable' }

  if (bareNumber.test(text)) {
    return Number(text) > 24 ? { problem: 'duration.ambiguous' } : kept(Number(text) * 60)
  }
  const whole = wholeHours.exec(text) ?? onlyMinutes.exec(text)
  if (whole) return kept(Number(whole[1]) * (onlyMinutes.test(text) ? 1 : 60))

  const decimal = decimalHours.exec(text)
  if (decimal) return kept(Number(decimal[1]) * 60 + minutesOfFraction(decimal[2] ?? ''))

  const split = clock.exec(text) ?? hoursThenMinutes.exec(text)
  if (!split) return { problem: 'duration.unreadable' }
  const [, hours = '', minutes = '', unit] = split
  if (minutes === '') return { problem: 'duration.unreadable' }
  if (minutes.length !== 2 && !unit) return { problem: 'duration.ambiguous' }
  if (Number(minutes) > 59) return { problem: 'duration.minutes' }
  return kept(Number(hours) * 60 + Number(minutes))
}

/** A duration as it is written everywhere, `7:30`; hours are not padded, a day has `24:00`. */
export function writeDuration(minutes: number): string {
  const whole = Math.abs(minutes)
  return `${minutes < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** More or less than was agreed on: `+2:00`, `−0:30`, `0:00`. */
export const writeDifference = (minutes: number): string =>
  `${minutes > 0 ? '+' : ''}${writeDuration(minutes)}`

/** The minutes of several things together. */
export const minutesOf = (parts: readonly { minutes: number }[]): number =>
  parts.reduce((sum, { minutes }) => sum + minutes, 0)

/** The digits behind the point of an hour as minutes, in integers, half a minute going up. */
export function minutesOfFraction(digits: string): number {
  const scale = 10 ** digits.length
  return Math.floor((Number(digits) * 60 * 2 + scale) / (scale * 2))
}

function kept(minutes: number): DurationReading {
  if (minutes < 1) return { problem: 'duration.zero' }
  return minutes > minutesPerDay ? { problem: 'duration.too-long' } : { minutes }
}
