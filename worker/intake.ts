// What a client sent, change by change: read where it can be read, with what is wrong where it cannot; and everything
// the rules will want to know to decide it.
import * as v from 'valibot'
import { spanAround } from './domain/book.ts'
import { addDays, Instant, mondayOf, weekOf } from './domain/calendar.ts'
import { Change, isCompanys, ownerOf, thingOf, weekKey } from './domain/change.ts'
import { type Issue, issuesOf, oneByField } from './domain/problem.ts'
import type { Asked } from './rulings.ts'
import type { Seal } from './seal.ts'
import { company } from './store/chains.ts'
import type { Going, NamedWeek, Span, Touched, WeekRef } from './store/touched.ts'

export interface Item extends Asked {
  change: Change | null
  /** Why `change` is null. */
  issues: Issue[]
  /** Whose timesheet it is about, as far as it says. */
  owner: string
}

const Legible = v.object({
  kind: v.fallback(v.pipe(v.string(), v.regex(/^[a-z]{1,20}\.[a-z]{1,20}$/)), 'unknown'),
  at: v.fallback(v.nullable(Instant), null),
  person: v.fallback(v.nullable(v.string()), null),
})

/**
 * Reads one change of a person; one that cannot be read is still an item, and gets a verdict of its own. Its chain is the
 * caller's own (or the company's) until somebody has found that they may act for another.
 */
export async function itemOf(caller: string, sent: { id: string }, seal: Seal): Promise<Item> {
  const parsed = v.safeParse(Change, sent, oneByField)
  const { kind, at, person } = v.parse(Legible, sent)
  const change = parsed.success ? parsed.output : null
  return {
    id: sent.id,
    chain: isCompanys({ kind }) ? company : caller,
    kind,
    thing: change && thingOf(change),
    at,
    digest: await seal.digest(digested(sent)),
    change,
    issues: parsed.success ? [] : issuesOf(parsed.issues),
    owner: (change && ownerOf(change, caller)) ?? person ?? caller,
  }
}

/** A change as it came, whatever the order of its fields; without the device's time, which REST callers cannot repeat. */
const digested = (sent: object) =>
  Object.entries(sent)
    .filter(([name]) => name !== 'at')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))

/** Everything that the rules will want to know to decide these items of one caller. */
export function touchedBy(caller: string, items: readonly Item[]): Touched {
  const changes = items.flatMap(({ change }) => change ?? [])
  const owners = distinct(changes.flatMap((change) => ownerOf(change, caller) ?? []))
  const spans = changes.flatMap((change) => spanOf(change, caller) ?? [])
  const weeks = changes.flatMap((change) => weekRefOf(change, caller) ?? [])
  const discussed = changes.flatMap((change) => (change.kind === 'comment.add' ? change : []))
  return {
    chains: distinct([caller, ...items.map(({ chain }) => chain), ...owners]),
    changes: distinct(items.map(({ id }) => id)),
    entries: distinctBy(goingOf(changes, caller), ({ id, goes }) => `${id} ${goes}`),
    spans: merged(spans),
    discussed: distinctBy(discussed, ({ person, week }: NamedWeek) => weekKey(person, week)),
    weeks: distinctBy(weeks, ({ person, monday }: WeekRef) => `${person} ${monday}`),
    lates: changes.flatMap((change) => ('late' in change ? { person: change.person, id: change.late } : [])),
    projects: distinct(changes.flatMap((change) => ('project' in change ? change.project : []))),
    people: distinct([...owners.filter((owner) => owner !== caller), ...changes.flatMap(peopleOf)]),
    everybody: changes.some(({ kind }) => kind === 'person.put'),
  }
}

const distinct = (list: readonly string[]) => [...new Set(list)]
const distinctBy = <Value>(list: readonly Value[], nameOf: (value: Value) => string) => [
  ...new Map(list.map((value) => [nameOf(value), value])).values(),
]

function goingOf(changes: readonly Change[], caller: string): Going[] {
  const said = new Set<string | null>()
  return changes.flatMap((change) => {
    if (!('entry' in change)) return []
    // Who asks about a week as it is now is never late.
    const week = change.kind === 'entry.put' && change.seen !== undefined ? weekOf(change.date) : null
    const goes = said.has(week) ? null : week
    said.add(week)
    return { person: caller, id: change.entry, goes }
  })
}

function spanOf(change: Change, caller: string): Span | null {
  if (change.kind === 'entry.put') {
    const { date, start } = change
    return { person: caller, ...(start === null ? { from: date, to: date } : spanAround(date)) }
  }
  // Who approves or returns a week settles all of its entries.
  if (change.kind !== 'week.approve' && change.kind !== 'week.return') return null
  const monday = mondayOf(change.week)
  return { person: change.person, from: monday, to: addDays(monday, 6) }
}

/** Spans that share days as one, so that no day is read twice. */
function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  const inOrder = spans.toSorted((one, other) =>
    `${one.person} ${one.from}` < `${other.person} ${other.from}` ? -1 : 1,
  )
  for (const span of inOrder) {
    const last = found.at(-1)
    if (last?.person !== span.person || last.to < span.from) found.push({ ...span })
    else if (last.to < span.to) last.to = span.to
  }
  return found
}

function weekRefOf(change: Change, caller: string): WeekRef | null {
  if (change.kind === 'entry.put') return { person: caller, monday: mondayOf(weekOf(change.date)) }
  if (!('week' in change) || change.kind === 'comment.add') return null
  return { person: change.person, monday: mondayOf(change.week) }
}

const peopleOf = (change: Change) =>
  change.kind === 'identity.move'
    ? [change.person, change.to]
    : change.kind === 'person.put'
      ? [change.person]
      : []
