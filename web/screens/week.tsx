// The seven days of a week, with what each holds and what it all comes to.
import { addWeeks, daysOf, weekNumber, weekOf } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { dayOfMonth, longDay, shortDay, shortWeekday, span, weekday } from '../dates.ts'
import { text } from '../messages.ts'
import { EntryCard } from '../parts/entry-card.tsx'
import { Heading } from '../parts/heading.tsx'
import { Icon } from '../parts/icon.tsx'
import { inWords } from '../parts/in-words.ts'
import { todayHere } from '../state/clock.ts'
import { book, copy } from '../state/copy.ts'
import { deletedOn, entriesOn, minutesOf, restore } from '../state/entries.ts'
import { notify } from '../state/notice.ts'

export function Week({ week: asked }: { week: string | null }) {
  const current = weekOf(todayHere.value)
  const week = asked ?? current
  const dates = daysOf(week)
  const entries = dates.flatMap(entriesOn)
  const name = text.week.name(weekNumber(week))
  return (
    <>
      <Heading title={name} />
      <div class="week-head">
        <div class="week-steps">
          <a class="button-icon" href={`/week/${addWeeks(week, -1)}`} aria-label={text.week.previous}>
            <Icon name="back" />
          </a>
          <p class="week-span">{span(dates[0] ?? '', dates[6] ?? '')}</p>
          <a class="button-icon" href={`/week/${addWeeks(week, 1)}`} aria-label={text.week.next}>
            <Icon name="forward" />
          </a>
          {week !== current && (
            <a class="chip" href="/week">
              {text.week.current}
            </a>
          )}
        </div>
        <p class="week-total">
          <span class="quiet">{text.week.total}</span>
          <strong class="figure">{writeDuration(minutesOf(entries))}</strong>
        </p>
      </div>
      {entries.length === 0 && <Nothing />}
      <ol class="week">
        {dates.map((date) => (
          <Day key={date} date={date} />
        ))}
      </ol>
      <Deleted dates={dates} />
    </>
  )
}

function Nothing() {
  const never = (copy.value?.complete ?? 0) === 0
  return (
    <div class="nothing">
      <strong>{never ? text.week.fetching : text.week.empty}</strong>
      <p>{text.week.emptyMore}</p>
    </div>
  )
}

function Day({ date }: { date: string }) {
  const entries = entriesOn(date)
  const isToday = date === todayHere.value
  return (
    <li class={isToday ? 'day day-today' : 'day'}>
      <div class="day-head">
        <h2 class="day-name">
          <span class="hidden-word">{isToday ? `${text.form.today}, ${longDay(date)}` : longDay(date)}</span>
          <span aria-hidden="true">
            <span class="day-weekday-long">{weekday(date)}</span>
            <span class="day-weekday-short">{shortWeekday(date)}</span>{' '}
            <span class="day-number figure">{dayOfMonth(date)}</span>
          </span>
        </h2>
        <span class="day-total figure">{entries.length > 0 && writeDuration(minutesOf(entries))}</span>
      </div>
      {entries.length > 0 && (
        <ul class="entries">
          {entries.map((shown) => (
            <EntryCard key={shown.entry.id} shown={shown} />
          ))}
        </ul>
      )}
      <a class="day-add" href={`/?date=${date}`} aria-label={text.week.add(longDay(date))}>
        <Icon name="log" />
      </a>
    </li>
  )
}

/** What was deleted, for those who think better of it later. */
function Deleted({ dates }: { dates: readonly string[] }) {
  const deleted = deletedOn(dates)
  if (deleted.length === 0) return null
  return (
    <details class="deleted">
      <summary>{text.week.deleted(deleted.length)}</summary>
      <ul class="rows">
        {deleted.map((entry) => (
          <li key={entry.id} class="row">
            <span class="row-words">
              <strong>{book.value.projects.get(entry.project)?.name ?? text.unknownProject}</strong>
              <span class="quiet">
                {shortDay(entry.date)} · <span class="figure">{writeDuration(entry.minutes)}</span>
              </span>
            </span>
            <button
              class="button"
              type="button"
              onClick={async () => {
                const kept = await restore(entry, entry.version)
                notify({ text: 'refused' in kept ? inWords(kept.refused) : text.edit.restored })
              }}
            >
              {text.week.restore}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
