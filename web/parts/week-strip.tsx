// The week around a day in seven small columns: what is there, what is missing, and the way to both.
import { addressOfWeek } from '#domain/address.ts'
import { daysOf, weekNumber, weekOf } from '#domain/calendar.ts'
import { minutesOf as minutesIn, writeDuration } from '#domain/duration.ts'
import { longDay, shortWeekday } from '../dates.ts'
import { text } from '../messages.ts'
import { entriesOn, minutesOf } from '../state/entries.ts'
import { Icon } from './icon.tsx'

/** The minutes of a full column. */
const full = 600

export function WeekStrip({ date }: { date: string }) {
  const week = weekOf(date)
  const days = daysOf(week).map((each) => ({ date: each, minutes: minutesOf(entriesOn(each)) }))
  const total = minutesIn(days)
  return (
    <div class="strip">
      <ol class="strip-days">
        {days.map((each) => (
          <li key={each.date}>
            <a
              class="strip-day"
              href={`/?date=${each.date}`}
              {...(each.date === date ? { 'aria-current': 'date' } : {})}
            >
              <span
                class={each.minutes > 0 ? 'strip-bar' : 'strip-bar strip-bar-empty'}
                style={{ '--part': Math.min(1, each.minutes / full) }}
              />
              <span class="hidden-word">{longDay(each.date)}</span>
              <span aria-hidden="true">{shortWeekday(each.date)}</span>
              <span class="figure">{each.minutes > 0 ? writeDuration(each.minutes) : '–'}</span>
            </a>
          </li>
        ))}
      </ol>
      <a class="link" href={addressOfWeek(week)}>
        {text.log.wholeWeek(weekNumber(week), writeDuration(total))}
        <Icon name="forward" />
      </a>
    </div>
  )
}
