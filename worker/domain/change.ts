// A change is one intent of one person. The device plays it at once; the server decides it again, and its word counts.
import * as v from 'valibot'
import { Instant } from './calendar.ts'
import { entryFields } from './entry.ts'
import { projectFields } from './project.ts'
import type { Scope } from './scope.ts'
import { Uuid } from './text.ts'

const Made = {
  /** Random, made on the device; also the version of what the change writes. */
  id: Uuid,
  /** The device's time: data for people, never order, never a reason to refuse. */
  at: Instant,
}

const OnEntry = {
  ...Made,
  entry: Uuid,
  /** The version of the week that the device knew; absent where the caller asks about the week as it is now. */
  seen: v.optional(v.nullable(Uuid)),
}

const EntryPut = v.strictObject({
  ...OnEntry,
  kind: v.literal('entry.put'),
  ...entryFields,
  base: v.nullable(Uuid),
})

const EntryDelete = v.strictObject({ ...OnEntry, kind: v.literal('entry.delete'), base: Uuid })

const ProjectPut = v.strictObject({
  ...Made,
  kind: v.literal('project.put'),
  project: Uuid,
  ...projectFields,
  base: v.nullable(Uuid),
})

export const Change = v.variant('kind', [EntryPut, EntryDelete, ProjectPut])
export type Change = v.InferOutput<typeof Change>
export type EntryChange = Extract<Change, { entry: string }>
export type EntryPut = v.InferOutput<typeof EntryPut>

/** The scope a caller needs for each kind of change. */
export const scopeByKind: Record<Change['kind'], Scope> = {
  'entry.put': 'create:timesheets',
  'entry.delete': 'delete:timesheets',
  'project.put': 'manage:projects',
}

/** The same for a kind as somebody sent it; what is no kind of ours counts as an entry's. */
export const scopeOf = (kind: string): Scope =>
  Object.entries(scopeByKind).find(([known]) => known === kind)?.[1] ?? scopeByKind['entry.put']

/** The id of the entry or project a change is about. */
export const thingOf = (change: Change) => (change.kind === 'project.put' ? change.project : change.entry)
