// Logging an hour, and what the day holds already.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { longDay, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { InstallHint } from '../parts/banners.tsx'
import { EntryCard } from '../parts/entry-card.tsx'
import { EntryForm } from '../parts/entry-form.tsx'
import { Heading } from '../parts/heading.tsx'
import { Icon } from '../parts/icon.tsx'
import { SaveButton } from '../parts/save-button.tsx'
import { TimerPanel } from '../parts/timer-panel.tsx'
import { WeekStrip } from '../parts/week-strip.tsx'
import { askedDate, go } from '../state/address.ts'
import { todayHere } from '../state/clock.ts'
import { entryCalled, latestOn, minutesOf, recent } from '../state/entries.ts'
import { blank, formCalled, lastBy, type Values } from '../state/form.ts'

/** The form as it is before anything was typed: the project used last, today. */
function fresh(): Values {
  const last = recent.value[0]?.project
  const asked = askedDate.value
  return {
    ...blank,
    project: last?.id ?? '',
    search: last?.name ?? '',
    date: v.is(WorkDate, asked) ? asked : todayHere.value,
    by: lastBy(),
  }
}

export function Log() {
  const form = formCalled('log')
  const saved = useSignal<string | null>(null)
  const values = form.typed.value ?? fresh()

  // Asked for another day while something was typed already: the day is what was asked for last.
  const asked = askedDate.value
  const isRead = form.typed.value !== undefined
  useEffect(() => {
    const typed = form.typed.peek()
    if (isRead && typed && v.is(WorkDate, asked)) form.type({ ...typed, date: asked })
  }, [form, asked, isRead])

  /** Who logs another day than today has often more to log for it, and wants to see it there. */
  const stay = (entry: string) => {
    saved.value = entry
    const date = entryCalled(entry)?.entry.date ?? todayHere.value
    go(date === todayHere.value ? '/' : `/?date=${date}`, 'replace')
  }

  return (
    <>
      <Heading title={text.log.title} />
      <div class="log">
        <TimerPanel />
        <EntryForm name="log" form={form} fresh={fresh()} onSaved={stay}>
          {/* Beside what is typed next, it would be taken to be about that. */}
          <SavedNote entry={form.typed.value ? null : saved.value} />
          <SaveButton />
        </EntryForm>
        <Day date={v.is(WorkDate, values.date) ? values.date : todayHere.value} />
        <InstallHint />
      </div>
    </>
  )
}

/** The promise, said only after the device has kept the hour, and then that it has arrived. */
function SavedNote({ entry: id }: { entry: string | null }) {
  const element = useRef<HTMLOutputElement>(null)
  // The button was within reach of the thumb, wherever the form ends; what it has done is said at that end.
  useEffect(() => {
    if (id !== null) element.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  const shown = id === null ? undefined : entryCalled(id)
  return (
    <output ref={element} class="saved">
      {shown && (
        <>
          <Icon name={shown.standing} />
          <span>
            <strong>{text.log.saved}</strong>
            <span class="saved-what">
              {text.log.savedWhat(
                writeDuration(shown.entry.minutes),
                shown.project?.name ?? text.unknownProject,
                shortDay(shown.entry.date),
              )}
              {shown.standing !== 'device' && `, ${text.standing[shown.standing]}`}
            </span>
          </span>
        </>
      )}
    </output>
  )
}

function Day({ date }: { date: string }) {
  const entries = latestOn(date)
  return (
    <section class="day-card" aria-labelledby="day-title">
      <div class="day-head">
        <h2 id="day-title">{longDay(date)}</h2>
        <span class="day-total figure">{entries.length > 0 && writeDuration(minutesOf(entries))}</span>
      </div>
      {entries.length === 0 ? (
        <p class="quiet">{text.log.empty}</p>
      ) : (
        <ul class="entries">
          {entries.map((shown) => (
            <EntryCard key={shown.entry.id} shown={shown} canContinue />
          ))}
        </ul>
      )}
      <WeekStrip date={date} />
    </section>
  )
}
