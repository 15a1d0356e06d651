// The week of whoever is signed in, as it stands on this device: its lock, its steps, and what to know before submitting it.
import { computed } from '@preact/signals'
import { lateFor } from '#domain/book.ts'
import { daysOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import type { Late } from '#domain/late.ts'
import type { Refusal } from '#domain/problem.ts'
import { mayBookOn } from '#domain/project.ts'
import { compareTexts } from '#domain/text.ts'
import { isLocked, lockedProblem, type Week } from '#domain/week.ts'
import { book, cards, datesAtServer, me, waiting } from './copy.ts'
import { entriesOn, minutesOf } from './entries.ts'
import { save, type Saved } from './save.ts'
import { gapsIn, hoursTouched, stepWaiting } from './weeks.ts'

const changesWaiting = computed(() => waiting.value.map(({ change }) => change))

/** The person's week, with what waits of it; undefined where nothing was done with it yet. */
export const ownWeek = (week: string): Week | undefined => book.value.weeks.get(weekKey(me.value, week))

/** Why the hours of the week may not change, or null. */
export function lockOfWeek(week: string): Refusal | null {
  const mine = ownWeek(week)
  return isLocked(mine) ? lockedProblem(mine) : null
}

/** Why one may book nothing more on a project, or null. */
export const bookingLock = (project: string): Refusal | null =>
  mayBookOn(book.value.projects.get(project), me.value)

/** The step that the server has not answered yet, if there is one. */
export const ownStepWaiting = (week: string) => stepWaiting(changesWaiting.value, me.value, week)

/** The step that the server refused, if there is one. */
export const stepRefused = (week: string) =>
  cards.value.find(({ thing }) => thing === weekKey(me.value, week))

/** Hours that came too late for this week, wherever they stand; in the order of their days. */
export const latesOf = (week: string): Late[] =>
  lateFor(book.value, me.value, week)
    .filter(({ status }) => status !== 'dropped')
    .toSorted((one, other) => compareTexts(one.date, other.date))

export interface Review {
  /** Nothing at all, also nothing that the server refused. */
  isEmpty: boolean
  minutes: number
  /** Weekdays without hours. */
  gaps: string[]
  /** Entries whose change is delivered before the week. */
  waiting: number
  /** Entries that the server refused, which hold the week back. */
  refused: number
}

/** What the person should know before they submit the week. */
export function reviewOf(week: string): Review {
  const dates = daysOf(week)
  const minutesOn = (date: string) => minutesOf(entriesOn(date))
  const entries = dates.flatMap(entriesOn)
  // Also an hour that was to come here from another week, or to leave: the submission would wait for it (data/gate.ts).
  const refused = hoursTouched(
    cards.value.flatMap(({ items }) => items.map(({ change }) => change)),
    week,
    datesAtServer.value,
  )
  return {
    isEmpty: entries.length === 0 && refused === 0,
    minutes: minutesOf(entries),
    gaps: gapsIn(dates, minutesOn, book.value.people.get(me.value)),
    waiting: hoursTouched(changesWaiting.value, week, datesAtServer.value),
    refused,
  }
}

/** Submits the week as it is here. */
export const submitWeek = (week: string): Promise<Saved> =>
  save({ kind: 'week.submit', week, saw: ownWeek(week)?.version ?? null })

/** Takes it back. */
export const withdrawWeek = (week: string): Promise<Saved> =>
  save({ kind: 'week.withdraw', week, saw: ownWeek(week)?.version ?? null })

/** Minutes a week that were agreed on with the person; null where nothing was. */
export const ownTarget = (): number | null => book.value.people.get(me.value)?.target ?? null
