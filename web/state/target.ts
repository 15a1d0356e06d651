// How much a week is to hold, as people write it: longer than a day, so the durations of entries do not read it.
import { minutesOfFraction } from '#domain/duration.ts'
import { minutesPerWeek } from '#domain/person.ts'
import { hourWord } from '#domain/unit-words.ts'

export type TargetReading = { minutes: number | null } | { problem: 'unreadable' | 'too-long' }

// 38:30, 38h30, 38.5, 38,5 and 40, with or without an h behind.
const hours = new RegExp(`^(\\d{1,3})(?:(?::|h) ?(\\d\\d)|[.,](\\d{1,4}))? ?${hourWord}?$`)

/** Reads a weekly target; nothing typed is no target. Parts of a minute go to the nearest whole one. */
export function readTarget(typed: string): TargetReading {
  const text = typed.trim().toLowerCase()
  if (text === '') return { minutes: null }
  const found = hours.exec(text)
  if (!found) return { problem: 'unreadable' }
  const [, whole, clock = '0', digits = ''] = found
  if (Number(clock) > 59) return { problem: 'unreadable' }
  const minutes = Number(whole) * 60 + Number(clock) + minutesOfFraction(digits)
  return minutes > minutesPerWeek ? { problem: 'too-long' } : { minutes }
}
