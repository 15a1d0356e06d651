// The outbox: what a person has saved and the server has not answered, in order. Saved means committed here.
import { type Book, decide } from '#domain/book.ts'
import { instantOf } from '#domain/calendar.ts'
import { type EntryChange, thingOf } from '#domain/change.ts'
import type { Refusal } from '#domain/problem.ts'
import { bookOf, cards } from './cards.ts'
import { rowsIn } from './copy.ts'
import { transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import { settingIn, writeSettingIn } from './settings.ts'
import type { OutboxItem } from './stored.ts'

/** What a person wants done; `keep` turns it into a change. */
export type Intent =
  | {
      kind: 'entry.put'
      /** The entry that is edited; absent for a new one. */
      entry?: string
      project: string
      date: string
      zone: string | null
      minutes: number
      note: string
      /** The version that was on the screen. Where given, a newer one underneath is refused as stale, not overwritten. */
      saw?: string
    }
  | { kind: 'entry.delete'; entry: string; saw?: string }

export type Kept = { kept: EntryChange } | { refused: Refusal }

const stores = ['outbox', 'rows', 'copies', 'settings'] as const

/**
 * Saves an intent on this device. Resolves after the commit (durability strict), so that a screen may say "saved";
 * rejects only when the device cannot store. An entry that stands refused is corrected: its card and what was folded
 * into it give way to the one new change.
 */
export async function keep(device: Device, person: string, intent: Intent): Promise<Kept> {
  // Made once, outside the transaction: should the connection die around the commit, the repeat must find itself done.
  const made = { id: device.random(), at: instantOf(device.now()) }
  const entry = intent.entry ?? device.random()
  const kept = await transact(device, 'readwrite', [...stores], async (transaction) => {
    const again = await transaction.objectStore('outbox').index('change').get(made.id)
    if (again) return { kept: again.change as EntryChange }
    return replaceCard(transaction, person, entry, (book) => changeOf(intent, entry, made, book))
  })
  if ('kept' in kept) device.announce()
  return kept
}

/** Sends the last intended values of a refused entry again, as a new change; null where nothing stands refused. */
export async function retry(device: Device, person: string, entry: string): Promise<Kept | null> {
  const card = await cardOf(device, person, entry)
  if (!card || card.change.kind === 'project.put') return null
  const { kind } = card.change
  if (kind === 'entry.delete') return keep(device, person, { kind, entry })
  const { project, date, zone, minutes, note } = card.change
  return keep(device, person, { kind, entry, project, date, zone, minutes, note })
}

/** Drops the card of a refused entry; false where nothing stands refused. A change that waits is never dropped. */
export async function discard(device: Device, person: string, entry: string): Promise<boolean> {
  const dropped = await transact(device, 'readwrite', ['outbox'], async (transaction) => {
    const card = cards(await outboxIn(transaction, person)).find(({ thing }) => thing === entry)
    await remove(transaction, card?.items ?? [])
    return card !== undefined
  })
  if (dropped) device.announce()
  return dropped
}

/** A person's outbox, in order, as of the given transaction. */
async function outboxIn(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
  person: string,
): Promise<OutboxItem[]> {
  // Entries of an index that are equal come in the order of their primary key, which is the order they were kept in.
  return transaction.objectStore('outbox').index('person').getAll(person)
}

async function remove(transaction: Transaction<'readwrite'>, items: readonly OutboxItem[]): Promise<void> {
  for (const { order } of items) await transaction.objectStore('outbox').delete(order)
}

async function replaceCard(
  transaction: Transaction<'readwrite'>,
  person: string,
  entry: string,
  changeOn: (book: Book) => EntryChange,
): Promise<Kept> {
  const items = await outboxIn(transaction, person)
  const book = bookOf(person, await rowsIn(transaction, person), items)
  const change = changeOn(book)
  const problem = decide(book, change)
  if (problem) return { refused: problem }
  await remove(transaction, cards(items).find(({ thing }) => thing === entry)?.items ?? [])
  const order = ((await settingIn(transaction, 'order')) ?? 0) + 1
  await writeSettingIn(transaction, 'order', order)
  await transaction.objectStore('outbox').add({ order, person, change, kept: change.at, problem: null })
  return { kept: change }
}

function changeOf(intent: Intent, entry: string, made: { id: string; at: string }, book: Book): EntryChange {
  // The book holds the waiting changes too, so its version is that of the last queued change, else the server's.
  const base = intent.saw ?? book.entries.get(entry)?.version ?? null
  // No version of a week is known before weeks exist; absent would mean "as the week is when this arrives".
  const common = { ...made, entry, seen: null }
  // A delete must name a version. Where no row is known there is none to name: its own id, which nothing has, is then as
  // good as any, for the rule refuses it as an unknown entry.
  if (intent.kind === 'entry.delete') return { ...common, kind: intent.kind, base: base ?? made.id }
  const { kind, project, date, zone, minutes, note } = intent
  return { ...common, kind, project, date, zone, minutes, note, base }
}

async function cardOf(device: Device, person: string, entry: string) {
  const items = await transact(device, 'readonly', ['outbox'], (transaction) => outboxIn(transaction, person))
  return cards(items).find((card) => thingOf(card.change) === entry)
}
