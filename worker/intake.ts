// What a client sent, change by change: read where it can be read, with what is wrong where it cannot.
import * as v from 'valibot'
import { Change, thingOf } from './domain/change.ts'
import { Instant } from './domain/calendar.ts'
import type { Issue } from './domain/problem.ts'
import type { Seal } from './seal.ts'
import { company } from './store/chains.ts'

export interface Item {
  id: string
  /** The chain of the ledger that its verdict goes into. */
  chain: string
  kind: string
  /** The device's time, where it can be read. */
  at: string | null
  /** Tells a repeat from the same id with another body. */
  digest: string
  change: Change | null
  /** Why `change` is null. */
  issues: Issue[]
}

/** How to parse what comes from outside: the first thing that is wrong with each field is enough. */
export const oneByField = { abortPipeEarly: true }

/** Field by field, what valibot found; at most ten. Paths are dotted, '' for the whole. */
export const issuesOf = (found: readonly v.BaseIssue<unknown>[]): Issue[] =>
  found.slice(0, 10).map((issue) => ({
    path: (v.getDotPath(issue) ?? '').slice(0, 200),
    reason: issue.message.slice(0, 200),
  }))

const Legible = v.object({
  kind: v.fallback(v.pipe(v.string(), v.regex(/^[a-z]{1,20}\.[a-z]{1,20}$/)), 'unknown'),
  at: v.fallback(v.nullable(Instant), null),
})

/** Reads one change of a person; one that cannot be read is still an item, and gets a verdict of its own. */
export async function itemOf(person: string, sent: { id: string }, seal: Seal): Promise<Item> {
  const parsed = v.safeParse(Change, sent, oneByField)
  const { kind, at } = v.parse(Legible, sent)
  return {
    id: sent.id,
    chain: kind === 'project.put' ? company : person,
    kind,
    at,
    digest: await seal.digest(digested(sent)),
    change: parsed.success ? parsed.output : null,
    issues: parsed.success ? [] : issuesOf(parsed.issues),
  }
}

/** A change as it came, whatever the order of its fields; without the device's time, which REST callers cannot repeat. */
const digested = (sent: object) =>
  Object.entries(sent)
    .filter(([name]) => name !== 'at')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))

export interface Touched {
  chains: string[]
  changes: string[]
  entries: string[]
  days: string[]
  projects: string[]
}

const distinct = (list: readonly string[]) => [...new Set(list)]

/** Everything that the rules will want to know to decide these items. */
export function touchedBy(person: string, items: readonly Item[]): Touched {
  const changes = items.flatMap(({ change }) => change ?? [])
  const puts = changes.flatMap((change) => (change.kind === 'entry.put' ? change : []))
  return {
    chains: distinct([person, ...items.map((item) => item.chain)]),
    changes: distinct(items.map((item) => item.id)),
    entries: distinct(changes.flatMap((change) => (change.kind === 'project.put' ? [] : thingOf(change)))),
    days: distinct(puts.map((put) => put.date)),
    projects: distinct(changes.flatMap((change) => ('project' in change ? change.project : []))),
  }
}
