// The week as a list by day, for phones and wherever the grid has no room.
import { writeDuration } from '#domain/duration.ts'
import { dayOfMonth, longDay, weekday } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { entriesOn, minutesOf } from '../state/entries.ts'
import { EntryCard } from './entry-card.tsx'
import { Icon } from './icon.tsx'
import { idOfDay } from './led-to.ts'

interface Props {
  dates: readonly string[]
  /** Why the hours may not change, in words; null where they may. */
  locked: string | null
}

export const WeekDays = ({ dates, locked }: Props) => (
  <ol class="week">
    {dates.map((date) => (
      <Day key={date} date={date} locked={locked} />
    ))}
  </ol>
)

function Day({ date, locked }: { date: string; locked: string | null }) {
  const entries = entriesOn(date)
  const isToday = date === todayHere.value
  return (
    <li class={isToday ? 'day day-today' : 'day'}>
      <div class="day-head">
        <h2 id={idOfDay(date)} class="day-name" tabIndex={-1}>
          <span class="hidden-word">{isToday ? `${text.form.today}, ${longDay(date)}` : longDay(date)}</span>
          <span aria-hidden="true">
            {weekday(date)} <span class="day-number figure">{dayOfMonth(date)}</span>
          </span>
        </h2>
        <span class="day-total figure">{entries.length > 0 && writeDuration(minutesOf(entries))}</span>
      </div>
      {entries.length > 0 && (
        <ul class="entries">
          {entries.map((shown) => (
            <EntryCard key={shown.entry.id} shown={shown} canContinue />
          ))}
        </ul>
      )}
      {locked === null ? (
        <a class="day-add" href={`/?date=${date}`} aria-label={text.week.add(longDay(date))}>
          <Icon name="log" />
        </a>
      ) : (
        <span class="day-add day-locked" title={locked}>
          <Icon name="lock" />
          <span class="hidden-word">
            {text.week.locked}: {locked}
          </span>
        </span>
      )}
    </li>
  )
}
