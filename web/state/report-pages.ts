// One page of paper per person and week: what stands on it.
import * as v from 'valibot'
import { daysOf } from '#domain/calendar.ts'
import { minutesOf } from '#domain/duration.ts'
import { isExpected, type Person } from '#domain/person.ts'
import { Status } from '#domain/problem.ts'
import type { Line } from '#domain/report.ts'
import { isClosed } from '#domain/week.ts'
import { compareNames } from '../locale.ts'
import type { Printing } from './report-address.ts'
import { standingOf, type WeekStanding } from './weeks.ts'

export interface PrintedDay {
  date: string
  lines: Line[]
  minutes: number
}

export interface PrintedPage {
  person: string
  name: string | null
  week: string
  days: PrintedDay[]
  minutes: number
  status: Status
  /** Who took the last step with the week and when; null where this device does not know, or nobody did. */
  step: { by: string | null; at: string } | null
  /** The minutes that were agreed on; null where nothing was. */
  target: number | null
  /** Whether some of it is on this device only. */
  waits: boolean
}

/** Somebody whose week is not among the pages, and where it stands. */
export interface LeftOut {
  person: string
  name: string | null
  standing: Exclude<WeekStanding, 'submitted' | 'approved'>
}

export interface Printed {
  pages: PrintedPage[]
  /** Who is missing among the pages of everybody; nobody where one person's page was asked for. */
  leftOut: LeftOut[]
}

/** Where a week stands, as far as paper says it. */
export const Standing = v.object({
  person: v.string(),
  status: Status,
  note: v.string(),
  byName: v.nullable(v.string()),
  since: v.string(),
})
type Standing = v.InferOutput<typeof Standing>
type People = ReadonlyMap<string, Pick<Person, 'name' | 'target'>>

/** One person's week on paper: all seven days, those without hours too. */
export function pageOf(
  person: string,
  week: string,
  lines: readonly Line[],
  standing: Standing | undefined,
  people: People,
): PrintedPage {
  const days = daysOf(week).map((date) => {
    const ofDay = lines.filter((line) => line.date === date)
    return { date, lines: ofDay, minutes: minutesOf(ofDay) }
  })
  return {
    person,
    name: people.get(person)?.name ?? lines[0]?.personName ?? null,
    week,
    days,
    minutes: minutesOf(days),
    status: standing?.status ?? 'open',
    // An open week was withdrawn or opened again, and its hours may be newer than that.
    step: standing && standing.status !== 'open' ? { by: standing.byName, at: standing.since } : null,
    target: people.get(person)?.target ?? null,
    waits: false,
  }
}

/** The pages that the server's hours and weeks make, by name: of one person, or of all who have handed in. */
export function pagesOf(
  { person, week }: Printing,
  lines: readonly Line[],
  standings: readonly Standing[],
  people: People,
): PrintedPage[] {
  const whose =
    person === null ? standings.filter(({ status }) => isClosed(status)).map((each) => each.person) : [person]
  return whose
    .map((id) => {
      const own = lines.filter((line) => line.person === id)
      const standing = standings.find((each) => each.person === id)
      return pageOf(id, week, own, standing, people)
    })
    .toSorted(byName)
}

/** Pages in the order of the names on them. */
export const byName = (one: PrintedPage, other: PrintedPage) => compareNames(one.name, other.name)

/**
 * Which of these people have not handed in, though that was expected of them or they have hours (`worked`, by id), in the
 * order they come in.
 */
export const leftOutOf = (
  week: string,
  people: readonly Person[],
  standings: readonly Pick<Standing, 'person' | 'status' | 'note'>[],
  worked: ReadonlySet<string>,
): LeftOut[] =>
  people.flatMap((person) => {
    const standing = standingOf(standings.find((each) => each.person === person.id))
    if (isClosed(standing)) return []
    if (!isExpected(person, week) && !worked.has(person.id)) return []
    return [{ person: person.id, name: person.name ?? person.email, standing }]
  })
