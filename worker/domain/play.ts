// What a change does: it leaves rows, and nothing else. The device plays its waiting changes over what the server said;
// the server plays what it has decided, and writes the rows.
import { type Book, entriesOf, key, lateWeek, proposalOn, type Row, weeksOfChange, write } from './book.ts'
import { weekOf } from './calendar.ts'
import {
  type Change,
  type CompanyChange,
  type EntryChange,
  type EntryPut,
  type IdentityMove,
  isCompanys,
  type LateDecision,
  type PersonPut,
  weekKey,
  type WeekStep,
  weeksTouched,
} from './change.ts'
import type { Decision } from './decide.ts'
import { dateOf, type Entry } from './entry.ts'
import { entryFrom, type Late } from './late.ts'
import type { Person } from './person.ts'
import { versionsOf } from './sheet.ts'
import { isLocked, statusAfter, type Week } from './week.ts'

/**
 * Plays a change into the book, allowed or not, and answers the rows as it leaves them: the thing it is about first
 * (none where that is not there), then what moved with it.
 */
export function play(book: Book, change: Change, verdict: 'applied' | 'late' = 'applied'): Row[] {
  const rows: Row[] = []
  for (const row of effects(book, change, verdict)) {
    write(book, row)
    rows.push(row)
  }
  return rows
}

/** The version, before the change, of the thing it is about; null where there is none. */
export function versionBefore(
  book: Book,
  change: Change,
  verdict: Decision['verdict'] = 'applied',
): string | null {
  switch (change.kind) {
    case 'entry.put':
    case 'entry.delete':
      return entryBefore(book, change, verdict)?.version ?? null
    case 'late.accept':
    case 'late.decline':
      return book.lates.get(key(change.person, change.late))?.version ?? null
    case 'project.put':
      return book.projects.get(change.project)?.version ?? null
    case 'person.put':
    case 'identity.move':
      return book.people.get(change.person)?.version ?? null
    case 'comment.add':
      return null
    default:
      return book.weeks.get(weekKey(change.person, change.week))?.version ?? null
  }
}

/** What a change of an entry goes on from: the entry, or the proposal on it that it names or takes the place of. */
function entryBefore(
  book: Book,
  { entry, base }: EntryChange,
  verdict: Decision['verdict'],
): Entry | Late | undefined {
  const { person } = book.actor
  const [proposal, current] = [proposalOn(book, person, entry), book.entries.get(key(person, entry))]
  return proposal && (proposal.version === base || verdict === 'late') ? proposal : current
}

/** One by one, each seeing the book with those before it written. */
function* effects(book: Book, change: Change, verdict: 'applied' | 'late'): Generator<Row> {
  if (isCompanys(change)) yield* companyEffects(book, change)
  else if (change.kind === 'entry.put' || change.kind === 'entry.delete') {
    yield* verdict === 'late' ? lateEffects(book, change) : entryEffects(book, change)
  } else if (change.kind === 'late.accept' || change.kind === 'late.decline')
    yield* decisionEffects(book, change)
  else if (change.kind === 'comment.add') {
    const { id, person, week, note, at } = change
    const { person: author, name: authorName } = book.actor
    const written = { author, authorName, note, at, received: book.now }
    yield { kind: 'comment', id, person, week, ...written, version: id, number: 0 }
  } else yield weekAfter(book, change)
}

function* entryEffects(book: Book, change: EntryChange): Generator<Row> {
  const { person } = book.actor
  const current = book.entries.get(key(person, change.entry))
  const weeks = weeksOfChange(book, change, current).flatMap(({ week }) => week ?? [])
  if (change.kind === 'entry.put') yield entryAfter(change, person)
  else if (current) yield { ...current, version: change.id, number: 0, deleted: true }
  else return
  for (const week of weeks) yield* moved(book, week, change.id)
}

/** A closed week whose hours have changed has another version, so that nobody approves what they have not seen. */
function* moved(book: Book, week: Week, version: string): Generator<Week> {
  if (!isLocked(week)) return
  const settled = week.status === 'approved' ? versionsIn(book, week) : week.settled
  const changed = week.changed || week.status === 'submitted'
  yield { ...week, settled, changed, was: week.version, version, number: 0 }
}

const versionsIn = (book: Book, { person, week }: { person: string; week: string }) =>
  versionsOf(entriesOf(book, person, week))

/** The entry as a put wants it, whatever was there before. */
export function entryAfter(put: EntryPut, person: string): Entry {
  const { entry: id, project, date, zone, start, end, minutes, note, id: version } = put
  const values = { project, date, zone, start, end, minutes, note }
  return { kind: 'entry', id, person, ...values, version, number: 0, deleted: false }
}

function* lateEffects(book: Book, change: EntryChange): Generator<Row> {
  const { person } = book.actor
  const current = book.entries.get(key(person, change.entry))
  const proposal = proposalOn(book, person, change.entry)
  const isThere = current !== undefined && !current.deleted
  // What would go is what is there, whatever was proposed for it before.
  const wanted = change.kind === 'entry.put' ? entryAfter(change, person) : isThere ? current : proposal
  if (!wanted) return
  const { project, date, zone, start, end, minutes, note } = wanted
  // What does not go on from the proposal takes its place.
  const base = proposal?.version === change.base ? proposal.base : change.base
  const isDropped = change.kind === 'entry.delete' && !isThere
  yield {
    kind: 'late',
    id: proposal?.id ?? change.id,
    person,
    week: lateWeek(book, change, current) ?? proposal?.week ?? weekOf(date),
    entry: change.entry,
    wants: change.kind === 'entry.put' ? 'put' : 'delete',
    base,
    before: isThere ? { date: current.date, minutes: current.minutes, project: current.project } : null,
    project,
    date,
    zone,
    start,
    end,
    minutes,
    note,
    status: isDropped ? 'dropped' : 'proposed',
    reason: '',
    by: null,
    byName: null,
    at: change.at,
    received: book.now,
    version: change.id,
    number: 0,
  }
}

function* decisionEffects(book: Book, change: LateDecision): Generator<Row> {
  const late = book.lates.get(key(change.person, change.late))
  if (!late) return
  const { person: by, name: byName } = book.actor
  if (change.kind === 'late.decline') {
    yield { ...late, status: 'declined', reason: change.reason, by, byName, number: 0 }
    return
  }
  yield { ...late, status: 'accepted', by, byName, number: 0 } satisfies Late
  const before = book.entries.get(key(late.person, late.entry))
  yield entryFrom(late)
  for (const touched of weeksTouched({ kind: 'entry.put', date: late.date }, dateOf(before))) {
    const week = book.weeks.get(weekKey(late.person, touched))
    if (week) yield* moved(book, week, change.id)
  }
}

function weekAfter(book: Book, step: WeekStep): Week {
  const { kind, id: version, person, week } = step
  const before = book.weeks.get(weekKey(person, week))
  const isDecision = kind === 'week.approve' || kind === 'week.return'
  return {
    kind: 'week',
    person,
    week,
    status: statusAfter(kind),
    note: noteAfter(step, before),
    by: book.actor.person,
    byName: book.actor.name,
    since: book.now,
    changed: false,
    settled: isDecision ? versionsIn(book, step) : (before?.settled ?? null),
    was: before?.version ?? null,
    version,
    number: 0,
  }
}

/** The reason of the last return stays until the week is decided again: its approver wants to see what became of it. */
function noteAfter(step: WeekStep, before: Week | undefined): string {
  if ('reason' in step) return step.reason
  return step.kind === 'week.submit' ? (before?.note ?? '') : ''
}

function* companyEffects(book: Book, change: CompanyChange): Generator<Row> {
  switch (change.kind) {
    case 'project.put': {
      const { name, client, code, colour, archived, members, id: version, project: id } = change
      yield { kind: 'project', id, name, client, code, colour, archived, members, version, number: 0 }
      return
    }
    case 'person.put':
      yield personAfter(change, book.people.get(change.person))
      return
    case 'identity.move': {
      const [from, to] = [book.people.get(change.person), book.people.get(change.to)]
      if (from) yield personLeft(book, from, change)
      if (to) yield { ...to, linked: true, version: change.id, number: 0 }
    }
  }
}

/**
 * Who has lost their sign-in: without its address, so that nobody's first sign-in leads there; and approved by whoever moved
 * it until that is decided anew, for the same human may come to be any other person by further moves, and nobody approves
 * their own weeks.
 */
const personLeft = ({ actor }: Book, from: Person, { id: version }: IdentityMove): Person => ({
  ...from,
  manager: actor.person,
  deputy: null,
  email: null,
  linked: false,
  version,
  number: 0,
})

function personAfter(put: PersonPut, before: Person | undefined): Person {
  const { person: id, name, email, from, until, target, manager, deputy, active, id: version } = put
  const fields = { name, email, from, until, target, manager, deputy, active }
  return { kind: 'person', id, ...fields, linked: before?.linked ?? false, version, number: 0 }
}
