// The cast and their rows, for the tables of the rules: Ada logs, Lin is the contractor, Grace approves, Mallory is the
// stranger. Everything can be said otherwise.
import { type Book, openBook, type Row } from '#domain/book.ts'
import type { Change, EntryPut, PersonPut, WeekStep } from '#domain/change.ts'
import { decide } from '#domain/decide.ts'
import type { Entry } from '#domain/entry.ts'
import type { Late } from '#domain/late.ts'
import type { Person } from '#domain/person.ts'
import { play } from '#domain/play.ts'
import type { Project } from '#domain/project.ts'
import type { Week } from '#domain/week.ts'

/** The week of most tables, two days of it, and a day of the week before and after. */
export const week = '2026-W47'
export const [thursday, friday] = ['2026-11-19', '2026-11-20']
export const [dayBefore, dayAfter] = ['2026-11-13', '2026-11-27']
export const now = '2026-11-21T10:00:00.000Z'
export const at = '2026-11-21T09:00:00.000Z'

export const project = (id: string, values: Partial<Project> = {}): Project => ({
  kind: 'project',
  id,
  name: `The ${id}`,
  client: 'Port',
  code: 'HB',
  colour: '#0f766e',
  archived: false,
  members: null,
  version: `${id}1`,
  number: 1,
  ...values,
})

export const person = (id: string, values: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  name: id,
  email: null,
  from: '2026-01-01',
  until: null,
  target: null,
  manager: 'grace',
  deputy: null,
  active: true,
  linked: true,
  version: `${id}1`,
  number: 1,
  ...values,
})

/** An hour of Ada's on Friday. */
export const entry = (id: string, values: Partial<Entry> = {}): Entry => ({
  kind: 'entry',
  id,
  person: 'ada',
  project: 'bridge',
  date: friday,
  zone: null,
  start: null,
  end: null,
  minutes: 60,
  note: '',
  version: `${id}1`,
  number: 2,
  deleted: false,
  ...values,
})

/** Hours of Ada's at both ends of the week, and some that are not of it: of the days around it, deleted, Lin's. */
export const aroundTheWeek = [
  entry('sunday', { date: '2026-11-22' }),
  entry('monday', { date: '2026-11-16' }),
  entry('before', { date: '2026-11-15' }),
  entry('after', { date: '2026-11-23' }),
  entry('gone', { deleted: true }),
  entry('lins', { person: 'lin' }),
]

/** Ada's week of this status; its version is that word. */
export const weekOf = (status: Week['status'], values: Partial<Week> = {}): Week => ({
  kind: 'week',
  person: 'ada',
  week,
  status,
  note: '',
  by: 'ada',
  byName: null,
  since: now,
  changed: false,
  settled: null,
  was: null,
  version: status,
  number: 3,
  ...values,
})

/** A proposal of Ada's, to log a new hour on Friday. */
export const late = (id: string, values: Partial<Late> = {}): Late => ({
  kind: 'late',
  before: null,
  id,
  person: 'ada',
  week,
  entry: 'a',
  wants: 'put',
  base: null,
  project: 'bridge',
  date: friday,
  zone: null,
  start: null,
  end: null,
  minutes: 60,
  note: '',
  status: 'proposed',
  reason: '',
  by: null,
  byName: null,
  at,
  received: now,
  version: id,
  number: 4,
  ...values,
})

/** Logs an hour on Friday, by somebody who asks about the week as it is. */
export const put = (values: Partial<EntryPut> = {}): EntryPut => ({
  id: 'change',
  kind: 'entry.put',
  entry: 'a',
  project: 'bridge',
  date: friday,
  zone: null,
  start: null,
  end: null,
  minutes: 60,
  note: '',
  base: null,
  at,
  ...values,
})

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

export const remove = (base: string, values: Partial<Of<'entry.delete'>> = {}): Of<'entry.delete'> => ({
  id: 'gone',
  kind: 'entry.delete',
  entry: 'a',
  base,
  at,
  ...values,
})

export type StepKind = WeekStep['kind']

/** A step with Ada's week, by who saw this version of it. */
export const step = (kind: StepKind, base: string | null) =>
  ({
    id: 'step',
    kind,
    person: 'ada',
    week,
    base,
    at,
    ...((kind === 'week.return' || kind === 'week.reopen') && { reason: 'Friday is missing' }),
  }) as WeekStep

export const accept = (id: string, base = id): Of<'late.accept'> => ({
  id: 'accept',
  kind: 'late.accept',
  person: 'ada',
  late: id,
  base,
  at,
})

export const decline = (id: string, base = id): Of<'late.decline'> => ({
  ...accept(id, base),
  id: 'decline',
  kind: 'late.decline',
  reason: 'Not on this project',
})

/** Decides about a person; what is not said is as a new one has it. */
export const personPut = (id: string, values: Partial<PersonPut> = {}): PersonPut => {
  const { kind: _, id: __, linked: ___, version: ____, number: _____, ...fields } = person(id)
  return { ...fields, id: 'decided', kind: 'person.put', person: id, base: null, at, ...values }
}

const everybody = [
  person('ada'),
  person('lin'),
  person('grace', { manager: 'root' }),
  person('mallory', { manager: 'root' }),
]
const projects = [project('bridge'), project('tower', { archived: true, name: 'Secret tower' })]

/** A book as this person's device opens it, over these rows; the cast and their projects are in it. */
export const bookOf = (actor: string, ...rows: Row[]): Book =>
  openBook({ person: actor, name: actor }, now, [...everybody, ...projects, ...rows])

/** What a change is told: `applied`, `late`, or the code of its refusal. */
export function told(book: Book, change: Change): string {
  const decision = decide(book, change)
  return decision.verdict === 'refused' ? decision.problem.code : decision.verdict
}

/** Decides a change and lets it take effect; answers what it was told, and the rows that it left. */
export function take(book: Book, change: Change): { told: string; rows: Row[] } {
  const { verdict } = decide(book, change)
  return { told: told(book, change), rows: verdict === 'refused' ? [] : play(book, change, verdict) }
}
