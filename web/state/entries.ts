// The person's entries as the screens show them, and what the person does with them.
import { computed } from '@preact/signals'
import { key, lateFor, weekAt, writtenAt } from '#domain/book.ts'
import { minutesOf as minutesIn } from '#domain/duration.ts'
import { byStart, type Entry } from '#domain/entry.ts'
import { entryFrom } from '#domain/late.ts'
import { entryAfter } from '#domain/play.ts'
import { isMember, type Project } from '#domain/project.ts'
import { isLocked, type Week } from '#domain/week.ts'
import type { Card } from '../data/cards.ts'
import { compareNames } from '../locale.ts'
import { book, cards, me } from './copy.ts'
import { save, type Saved } from './save.ts'

/** Where an hour stands: only here, at the server, refused by it, or too late for its week and before its approver. */
export type Standing = 'device' | 'delivered' | 'attention' | 'late'

export interface ShownEntry {
  entry: Entry
  project: Project | undefined
  standing: Standing
  /** A refused new entry counts nowhere, and neither does what came too late. */
  counted: boolean
  card: Card | undefined
}

const own = computed(() => [...book.value.entries.values()].filter(({ person }) => person === me.value))

const all = computed(() => {
  const shown: ShownEntry[] = []
  const refused = new Map(cards.value.map((card) => [card.thing, card]))
  const add = (entry: Entry, standing: Standing, counted: boolean, card?: Card) =>
    shown.push({ entry, project: book.value.projects.get(entry.project), standing, counted, card })
  for (const entry of own.value) {
    if (entry.deleted) continue
    const card = refused.get(entry.id)
    refused.delete(entry.id)
    if (card) add(entry, 'attention', true, card)
    else add(entry, entry.number === 0 ? 'device' : 'delivered', true)
  }
  for (const card of refused.values()) {
    if (card.change.kind === 'entry.put') {
      // It exists on this device alone.
      add(entryAfter(card.change, me.value), 'attention', false, card)
    }
  }
  return shown
})

const newestFirst = computed(() =>
  all.value.toReversed().toSorted((one, other) => writtenAt(other.entry) - writtenAt(one.entry)),
)

/** The entries of a day: by the clock where they have a start, then the others by project and as they were written. */
export const entriesOn = (date: string) =>
  newestFirst.value
    .filter(({ entry }) => entry.date === date)
    .toReversed()
    .toSorted((one, other) => byStart(one.entry, other.entry) || byProject(one, other))
const byProject = (one: ShownEntry, other: ShownEntry) =>
  one.entry.start === null ? compareNames(one.project?.name ?? '', other.project?.name ?? '') : 0

/** The entries of a day, what was written last first. */
export const latestOn = (date: string) => newestFirst.value.filter(({ entry }) => entry.date === date)
/** The person's entry of that id as the book has it, tombstones included. */
export const ownEntry = (id: string) => book.value.entries.get(key(me.value, id))
/** The same as it is shown, a refused one that is nowhere else included. */
export const entryCalled = (id: string) => all.value.find(({ entry }) => entry.id === id)
/** The minutes of those that count. */
export const minutesOf = (shown: readonly ShownEntry[]): number =>
  minutesIn(shown.flatMap(({ entry, counted }) => (counted ? [entry] : [])))

/** What was deleted on these days and can be restored. */
export const deletedOn = (dates: readonly string[]) =>
  own.value.filter((entry) => entry.deleted && dates.includes(entry.date))

/** The projects one may book on, by name. */
export const projects = computed(() => {
  const open = [...book.value.projects.values()].filter(
    (project) => !project.archived && isMember(project, me.value),
  )
  return open.toSorted((one, other) => compareNames(one.name, other.name))
})

/** The latest entry of each of the projects used last, newest first. */
export const recent = computed(() => {
  const latest = new Map<string, { entry: Entry; project: Project }>()
  for (const { entry, project } of newestFirst.value) {
    if (project && projects.value.includes(project) && !latest.has(project.id))
      latest.set(project.id, { entry, project })
  }
  return [...latest.values()].slice(0, 4)
})

/** All one may book on, the recent ones first. */
export const offered = computed(() => {
  const first = recent.value.map(({ project }) => project)
  return [...first, ...projects.value.filter((project) => !first.includes(project))]
})

/** The person's hours that came too late for an approved week (ISO) and wait for its approver; counted nowhere. */
export function proposalsIn(week: string): ShownEntry[] {
  const proposed = lateFor(book.value, me.value, week).filter(({ status }) => status === 'proposed')
  return proposed.map((late) => {
    const project = book.value.projects.get(late.project)
    return { entry: entryFrom(late), project, standing: 'late', counted: false, card: undefined }
  })
}

/** The person's week that a date is in, where its hours can no longer be changed; else undefined. */
export function lockOf(date: string): Week | undefined {
  const week = weekAt(book.value, me.value, date)
  return isLocked(week) ? week : undefined
}

/** An entry that was just deleted or was deleted long ago, as it was; `deleted` is its version as a tombstone. */
export function restore(entry: Entry, deleted: string): Promise<Saved> {
  const { id, project, date, zone, start, end, minutes, note } = entry
  const values = { project, date, zone, start, end, minutes, note }
  // Where it has come back meanwhile, and was perhaps changed, it is not written over unseen.
  return save({ kind: 'entry.put', entry: id, ...values, saw: deleted })
}
