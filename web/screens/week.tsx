// One's own timesheet of a week: where it stands, its hours, and what is said about it.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { daysOf, weekNumber, weekOf } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { CopyWeek } from '../parts/copy-week.tsx'
import { DeletedEntries } from '../parts/deleted-entries.tsx'
import { Heading } from '../parts/heading.tsx'
import { HistoryButton } from '../parts/history-button.tsx'
import { inWords } from '../parts/in-words.ts'
import { LateHours } from '../parts/late-hours.tsx'
import { useLedTo } from '../parts/led-to.ts'
import { SubmitDialog } from '../parts/submit-dialog.tsx'
import { Target } from '../parts/target.tsx'
import { Thread } from '../parts/thread.tsx'
import { WeekDays } from '../parts/week-days.tsx'
import { WeekGrid } from '../parts/week-grid.tsx'
import { WeekState } from '../parts/week-state.tsx'
import { WeekSteps } from '../parts/week-steps.tsx'
import { closeOver, openAs } from '../state/address.ts'
import { todayHere } from '../state/clock.ts'
import { hasCopy, me } from '../state/copy.ts'
import { entriesOn, minutesOf } from '../state/entries.ts'
import { lockOfWeek, ownTarget } from '../state/own-week.ts'
import { printAddress } from '../state/report-address.ts'
import { hasRoom } from '../state/room.ts'

export function Week({ week: asked }: { week: string | null }) {
  useLedTo()
  const week = asked ?? weekOf(todayHere.value)
  const dates = daysOf(week)
  const entries = dates.flatMap(entriesOn)
  const lock = lockOfWeek(week)
  const isEmpty = entries.length === 0 && lock === null
  /** The rows of the grid, which stay while this week is on the screen. */
  const projects = useSignal<readonly string[]>([])
  const person = me.value
  const closeReview = () => closeOver('submit')
  return (
    <>
      <Heading title={text.week.name(weekNumber(week))} />
      <div class="week-head">
        <WeekSteps week={week} />
        <Target minutes={minutesOf(entries)} target={ownTarget()} />
      </div>
      <WeekState week={week} />
      <LateHours week={week} />
      {hasRoom.value ? (
        <WeekGrid week={week} projects={projects} />
      ) : (
        <>
          {isEmpty && (
            <Nothing>
              <CopyWeek week={week} projects={projects} />
            </Nothing>
          )}
          <WeekDays dates={dates} locked={lock && inWords(lock)} />
        </>
      )}
      <div class="week-more">
        {(hasRoom.value || !isEmpty) && <CopyWeek week={week} projects={projects} />}
        <HistoryButton subject={{ kind: 'week', person, week }} />
        <a class="button button-plain" href={printAddress({ person, week })}>
          {text.week.print}
        </a>
      </div>
      <Thread person={person} week={week} />
      <DeletedEntries dates={dates} isLocked={lock !== null} />
      {openAs('submit') === week && lock === null && <SubmitDialog week={week} onClose={closeReview} />}
    </>
  )
}

function Nothing({ children }: { children: ComponentChildren }) {
  return (
    <div class="nothing">
      <strong>{hasCopy.value ? text.week.empty : text.week.fetching}</strong>
      <p>{text.week.emptyMore}</p>
      {children}
    </div>
  )
}
