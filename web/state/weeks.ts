// What is reckoned about a week of one's own: where it stands, what is missing, what copying the last one would bring.
import { addDays } from '#domain/calendar.ts'
import { type Change, weeksTouched } from '#domain/change.ts'
import type { Person } from '#domain/person.ts'
import type { Status } from '#domain/problem.ts'
import { statusOf, type Week } from '#domain/week.ts'
import type { Dates } from '../data/gate.ts'
import type { ShownEntry } from './entries.ts'

/** `reopened`: an approved week that its approver has opened again. */
export type WeekStanding = Status | 'reopened'

/** Where a week of one's own stands, as its owner sees it. */
export function standingOf(week: Pick<Week, 'status' | 'note'> | undefined): WeekStanding {
  const status = statusOf(week)
  // The owner's own withdrawal has no reason; an approver must give one.
  return status === 'open' && week !== undefined && week.note !== '' ? 'reopened' : status
}

/** The step of this week that waits on this device for the server's word, if one does. */
export const stepWaiting = (waiting: readonly Change[], person: string, week: string) =>
  waiting.findLast(
    (change) =>
      (change.kind === 'week.submit' || change.kind === 'week.withdraw') &&
      change.person === person &&
      change.week === week,
  )?.kind

/** How many entries these changes would bring into a week, change there, or take from it. */
export function hoursTouched(changes: readonly Change[], week: string, dates: Dates): number {
  const touched = changes.flatMap((change) => {
    if (change.kind !== 'entry.put' && change.kind !== 'entry.delete') return []
    return weeksTouched(change, dates.get(change.entry)).includes(week) ? [change.entry] : []
  })
  return new Set(touched).size
}

/**
 * Monday to Friday without hours, as far as a timesheet is expected of the person on that day. Who has hours from before
 * their first day has begun with those: `from` may only be the day on which they first signed in.
 */
export function gapsIn(
  dates: readonly string[],
  minutesOn: (date: string) => number,
  { from, until }: Pick<Person, 'from' | 'until'> = { from: null, until: null },
): string[] {
  const worked = dates.find((date) => minutesOn(date) > 0)
  const isExpected = (date: string) =>
    (from === null || from <= date || (worked !== undefined && worked < date)) && (until ?? date) >= date
  return dates.slice(0, 5).filter((date) => minutesOn(date) === 0 && isExpected(date))
}

export interface Copied {
  project: string
  date: string
  minutes: number
}

/**
 * The hours of the week before, a week later and without their notes: one new entry for each day of a project. Left out are
 * days that already have that project, and projects one may no longer book on.
 */
export function copiesOf(
  last: readonly ShownEntry[],
  here: readonly ShownEntry[],
  mayBook: (project: string) => boolean,
): Copied[] {
  const keyOf = (project: string, date: string) => `${project} ${date}`
  const taken = new Set(here.map(({ entry }) => keyOf(entry.project, entry.date)))
  const copies = new Map<string, Copied>()
  for (const { entry, counted } of last) {
    const date = addDays(entry.date, 7)
    const key = keyOf(entry.project, date)
    if (!counted || taken.has(key) || !mayBook(entry.project)) continue
    const minutes = (copies.get(key)?.minutes ?? 0) + entry.minutes
    copies.set(key, { project: entry.project, date, minutes })
  }
  return [...copies.values()]
}

/** The projects of the week before that are not here and may still be booked on. */
export function rowsToCopy(
  last: readonly ShownEntry[],
  here: readonly string[],
  mayBook: (project: string) => boolean,
): string[] {
  const projects = new Set(last.flatMap(({ entry, counted }) => (counted ? [entry.project] : [])))
  return [...projects].filter((project) => !here.includes(project) && mayBook(project))
}
