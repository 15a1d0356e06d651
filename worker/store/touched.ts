// What a list of changes touches, as tables that statements join: each list is one parameter. What is only known once a
// proposal has been read (its entry, its dates) is found by SQLite itself, so that a push stays at two calls.
import { type SQL, sql } from 'drizzle-orm'
import { reach } from '../domain/book.ts'
import { mondayOfDate } from './db.ts'
import { entries, lates } from './schema.ts'

/** Something of one person. */
export interface Ref {
  person: string
  id: string
}

/** Days of one person, both included. */
export interface Span {
  person: string
  from: string
  to: string
}

export interface WeekRef {
  person: string
  /** The week by its first day. */
  monday: string
}

/** An entry, and the week (ISO) into which it may come late; said of one entry only, so that no row is read twice. */
export interface Going extends Ref {
  goes: string | null
}

export interface NamedWeek {
  person: string
  week: string
}

export interface Touched {
  /** Chains of the ledger that a verdict may go into. */
  chains: string[]
  changes: string[]
  entries: Going[]
  /** Days of which every entry is wanted. */
  spans: Span[]
  /** Weeks (ISO) of which every comment is wanted. */
  discussed: NamedWeek[]
  weeks: WeekRef[]
  lates: Ref[]
  projects: string[]
  people: string[]
  /** Whether all people are wanted. */
  everybody: boolean
}

const json = (list: readonly object[]) => sql`json_each(${JSON.stringify(list)})`
const text = (name: string) => sql.raw(`value ->> '${name}'`)

const refs = (list: readonly Ref[]) =>
  sql`select ${text('person')} as person, ${text('id')} as id from ${json(list)}`
/** (person, week) of weeks by their names. */
export const namedWeeks = (list: readonly NamedWeek[]) =>
  sql`(select ${text('person')} as person, ${text('week')} as week from ${json(list)})`

/** The proposals named by id. */
const named = (list: readonly Ref[]) =>
  sql`(${refs(list)}) as named cross join ${lates} as late on late.id = named.id and late.person = named.person`

/** `union` what the proposals add, if there are any. */
const also = ({ lates: list }: Touched, more: (from: SQL) => SQL) =>
  list.length === 0 ? sql`` : sql` union ${more(named(list))}`

/** (person, id, goes) of the entries. */
export const touchedEntries = (touched: Touched) =>
  sql`(select ${text('person')} as person, ${text('id')} as id, ${text('goes')} as goes from ${json(touched.entries)}${also(
    touched,
    (from) => sql`select late.person, late.entry, null from ${from}`,
  )})`

/** How many days around a date its week can reach, from the Sunday back to the Monday. */
const restOfWeek = 6
const around = (date: string, days: number) =>
  sql.raw(`date(${date}, '-${days} days'), date(${date}, '+${days} days')`)

/**
 * (person, since, until) of the days. Of a proposal all are wanted that its rules can ask about: its week, the days whose
 * entries may share minutes with it, and the week that its entry would leave; both weeks are settled anew.
 */
export const touchedSpans = (touched: Touched) =>
  sql`(select ${text('person')} as person, ${text('from')} as since, ${text('to')} as until from ${json(touched.spans)}${also(
    touched,
    (from) => sql`select late.person, ${around('late.date', Math.max(reach, restOfWeek))} from ${from}
      union select entry.person, ${around('entry.date', restOfWeek)} from ${from}
        cross join ${entries} as entry on entry.person = late.person and entry.id = late.entry`,
  )})`

/** (person, monday) of the weeks: those named, and those in which the touched entries lie now. */
export const touchedWeeks = (touched: Touched) =>
  sql`(select ${text('person')} as person, ${text('monday')} as monday from ${json(touched.weeks)}
    union select entry.person, ${mondayOfDate(sql.raw('entry.date'))} from ${touchedEntries(touched)} as touch
      cross join ${entries} as entry on entry.person = touch.person and entry.id = touch.id
    ${also(touched, (from) => sql`select late.person, ${mondayOfDate(sql.raw('late.date'))} from ${from}`)})`

/** (id) of the projects. */
export const touchedProjects = (touched: Touched) =>
  sql`(select value as id from json_each(${JSON.stringify(touched.projects)})${also(
    touched,
    (from) => sql`select late.project from ${from}`,
  )})`
