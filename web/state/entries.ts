// The person's entries as the screens show them, and what the person does with them.
import { computed } from '@preact/signals'
import { entryAfter } from '#domain/book.ts'
import { thingOf } from '#domain/change.ts'
import type { Entry } from '#domain/entry.ts'
import type { Refusal } from '#domain/problem.ts'
import type { Project } from '#domain/project.ts'
import type { Card } from '../data/cards.ts'
import { thisDevice } from '../data/device.ts'
import { discard, type Intent, keep, retry } from '../data/outbox.ts'
import { book, cards, refresh, who } from './copy.ts'
import { deliverSoon } from './delivery.ts'
import { keepStorage } from './storage.ts'

/** Where an hour stands: only here, at the server, or refused by it. */
export type Standing = 'device' | 'delivered' | 'attention'

export interface ShownEntry {
  entry: Entry
  project: Project | undefined
  standing: Standing
  /** A refused new entry counts nowhere. */
  counted: boolean
  card: Card | undefined
}

const all = computed(() => {
  const shown: ShownEntry[] = []
  const refused = new Map(cards.value.map((card) => [card.thing, card]))
  const add = (entry: Entry, standing: Standing, counted: boolean, card?: Card) =>
    shown.push({ entry, project: book.value.projects.get(entry.project), standing, counted, card })
  for (const entry of book.value.entries.values()) {
    if (entry.deleted) continue
    const card = refused.get(entry.id)
    refused.delete(entry.id)
    if (card) add(entry, 'attention', true, card)
    else add(entry, entry.number === 0 ? 'device' : 'delivered', true)
  }
  for (const card of refused.values()) {
    if (card.change.kind === 'entry.put') {
      // It exists on this device alone.
      add(entryAfter(card.change, who.value?.person ?? ''), 'attention', false, card)
    }
  }
  return shown
})

// The ledger's number tells the order; what the server has not seen (0) is newer than all it has.
const writtenAt = ({ entry }: ShownEntry) => entry.number || Number.MAX_SAFE_INTEGER
const newestFirst = computed(() =>
  all.value.toReversed().toSorted((one, other) => writtenAt(other) - writtenAt(one)),
)

/** The entries of a day by project; those of one project in the order in which they were written. */
export const entriesOn = (date: string) =>
  newestFirst.value
    .filter(({ entry }) => entry.date === date)
    .toReversed()
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
const nameOf = ({ project }: ShownEntry) => project?.name ?? ''

/** The entries of a day, what was written last first. */
export const latestOn = (date: string) => newestFirst.value.filter(({ entry }) => entry.date === date)
export const entryCalled = (id: string) => all.value.find(({ entry }) => entry.id === id)
export const minutesOf = (shown: readonly ShownEntry[]) =>
  shown.reduce((sum, { entry, counted }) => sum + (counted ? entry.minutes : 0), 0)

/** What was deleted on these days and can be restored. */
export const deletedOn = (dates: readonly string[]) =>
  [...book.value.entries.values()].filter((entry) => entry.deleted && dates.includes(entry.date))

/** The projects one may book on, by name. */
export const projects = computed(() => {
  const open = [...book.value.projects.values()].filter((project) => !project.archived)
  return open.toSorted((one, other) => one.name.localeCompare(other.name))
})

/** The latest entry of each of the projects used last, newest first. */
export const recent = computed(() => {
  const latest = new Map<string, { entry: Entry; project: Project }>()
  for (const { entry, project } of newestFirst.value) {
    if (project && !project.archived && !latest.has(project.id)) latest.set(project.id, { entry, project })
  }
  return [...latest.values()].slice(0, 4)
})

/** `version`: the entry's from now on. */
export type Kept = { entry: string; version: string } | { refused: Refusal }

/** Saves an intent on this device and sends it on its way; rejects only when the device cannot store. */
export async function save(intent: Intent): Promise<Kept> {
  const person = who.value?.person
  if (!person) throw new Error('nobody is signed in')
  const kept = await keep(thisDevice(), person, intent)
  if ('kept' in kept) void keepStorage()
  await afterwards()
  return 'kept' in kept ? { entry: thingOf(kept.kept), version: kept.kept.id } : kept
}

/** Sends the last wanted values of a refused entry again, or says why not. */
export async function sendAgain(thing: string): Promise<Refusal | null> {
  const person = who.value?.person
  if (!person) return null
  const kept = await retry(thisDevice(), person, thing)
  await afterwards()
  return kept && 'refused' in kept ? kept.refused : null
}

/** Gives up what was wanted of a refused entry. */
export async function giveUp(thing: string): Promise<void> {
  const person = who.value?.person
  if (person) await discard(thisDevice(), person, thing)
  await refresh()
}

async function afterwards(): Promise<void> {
  void deliverSoon()
  await refresh()
}

/** An entry that was just deleted or was deleted long ago, as it was; `deleted` is its version as a tombstone. */
export function restore(entry: Entry, deleted: string): Promise<Kept> {
  const { id, project, date, zone, minutes, note } = entry
  // Where it has come back meanwhile, and was perhaps changed, it is not written over unseen.
  return save({ kind: 'entry.put', entry: id, project, date, zone, minutes, note, saw: deleted })
}
