// From week to week.
import { addressOfWeek } from '#domain/address.ts'
import { addWeeks, daysOf, weekOf } from '#domain/calendar.ts'
import { span } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { Icon } from './icon.tsx'

export function WeekSteps({ week }: { week: string }) {
  const dates = daysOf(week)
  return (
    <div class="week-steps">
      <a class="button-icon" href={addressOfWeek(addWeeks(week, -1))} aria-label={text.week.previous}>
        <Icon name="back" />
      </a>
      <p class="week-span">{span(dates[0] ?? '', dates[6] ?? '')}</p>
      <a class="button-icon" href={addressOfWeek(addWeeks(week, 1))} aria-label={text.week.next}>
        <Icon name="forward" />
      </a>
      {week !== weekOf(todayHere.value) && (
        <a class="chip" href="/week">
          {text.week.current}
        </a>
      )}
    </div>
  )
}
