// What a duration with two meanings can mean, so that a tap can say which.
import { readDuration } from '#domain/duration.ts'

/** The minutes that an ambiguous text can stand for: `90` is 1:30, `1:5` is 1:05 or 1:50. None for any other text. */
export function readingsOf(typed: string): number[] {
  const reading = readDuration(typed)
  if (!('problem' in reading) || reading.problem !== 'duration.ambiguous') return []
  const text = typed.trim()
  // One digit behind the hours: of the minutes it is the last, or the first.
  const [, hours, digit] = /^(.*\D)(\d)$/.exec(text) ?? []
  const candidates = digit === undefined ? [`${text}m`] : [`${hours}0${digit}`, `${hours}${digit}0`]
  return candidates.flatMap((candidate) => {
    const meant = readDuration(candidate)
    return 'minutes' in meant ? [meant.minutes] : []
  })
}
