// From when to when, as it is shown everywhere: to be heard, a night shift says on which day it ends.
import { weekday } from '../dates.ts'
import { text } from '../messages.ts'
import { laterDay } from './time-input.ts'
import { clockTimes, nextDay } from './written-times.ts'

export function Times({ start, end }: { start: string; end: string }) {
  const later = laterDay(start, end)
  if (later === null) return <>{clockTimes(start, end)}</>
  const day = text.form.endsOn(weekday(later))
  return (
    <span title={day}>
      {clockTimes(start, end)}
      <span aria-hidden="true"> {nextDay}</span>
      <span class="hidden-word">, {day}</span>
    </span>
  )
}
