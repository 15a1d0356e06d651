// The addresses of reports and of what is printed: what they ask for.
import * as v from 'valibot'
import { IsoWeek } from '#domain/calendar.ts'
import { By } from '#domain/report.ts'
import { Uuid } from '#domain/text.ts'
import { type Range, weekAround } from './report-range.ts'

/** Whose hours: one's own, those of everybody one acts for, or of one of them (by id). */
export type Whose = string

export interface Wanted {
  range: Range
  by: By
  whose: Whose
}

/** The report that search parameters ask for; this week of one's own, by project, where they do not say. */
export function wantedIn(search: URLSearchParams, today: string, mayApprove: boolean): Wanted {
  const week = weekAround(today)
  const range = { from: search.get('from') ?? week.from, to: search.get('to') ?? week.to }
  const person = search.get('person')
  const isOthers = mayApprove && (person === 'all' || v.is(Uuid, person))
  const whose = isOthers && person !== null ? person : 'me'
  const by = search.get('by')
  return { range, whose, by: v.is(By, by) && (by !== 'person' || whose === 'all') ? by : 'project' }
}

/** The address of a report. */
export function addressOf({ range, by, whose }: Wanted): string {
  return `/reports?${new URLSearchParams({ ...range, by, person: whose })}`
}

/** Whose week is to be printed: one person's, or of everybody whose week was submitted or approved. */
export interface Printing {
  /** null: everybody one acts for. */
  person: string | null
  week: string
}

/** What search parameters ask to print, `?print=<person>/<week>` or `?print=all&week=<week>`; null for nothing. */
export function printingIn(search: URLSearchParams): Printing | null {
  const asked = search.get('print')
  const week = search.get('week')
  if (asked === 'all') return v.is(IsoWeek, week) ? { person: null, week } : null
  const [person, ofPerson, ...rest] = (asked ?? '').split('/')
  return rest.length === 0 && v.is(Uuid, person) && v.is(IsoWeek, ofPerson)
    ? { person, week: ofPerson }
    : null
}

/** The address of what is to be printed. */
export const printAddress = ({ person, week }: Printing) =>
  person === null ? `/reports?print=all&week=${week}` : `/reports?print=${person}/${week}`
