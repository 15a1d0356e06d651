// The device's copy of what the server said: rows and the cursor they belong to. Nothing else writes rows.
import { key, keyOf } from '#domain/book.ts'
import { mondayOf } from '#domain/calendar.ts'
import { isStep, weekKey } from '#domain/change.ts'
import { bytesPerPush, type FeedRow, oldestOfSheets, type Page } from '#domain/sync.ts'
import { serversNow } from './clock.ts'
import { type RowKey, transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import type { Dates } from './gate.ts'
import type { Copy, OutboxItem, Report } from './stored.ts'
import { wholeItem } from './whole.ts'

type Reading = Transaction<'readonly'> | Transaction<'readwrite'>
type Writing = Transaction<'readwrite'>

export interface Snapshot {
  /** Confirmed rows of every kind, tombstones included; those of others too, where the person may see them. */
  rows: FeedRow[]
  /** In order. */
  outbox: OutboxItem[]
  report: Report | null
  /** When the copy was last complete, in milliseconds since 1970; 0 for never. */
  complete: number
}

/** Everything a screen shows of one person, as of one moment. */
export const snapshot = (device: Device, person: string): Promise<Snapshot> =>
  transact(device, 'readonly', ['rows', 'copies', 'outbox', 'reports'], async (transaction) => ({
    rows: await rowsIn(transaction, person),
    outbox: await outboxIn(transaction, person),
    report: (await transaction.objectStore('reports').get(person)) ?? null,
    complete: (await copyIn(transaction, person)).complete,
  }))

/** A person's outbox, in order, for rules and screens; what is sent is read as it is stored (round.ts). */
export async function outboxIn(transaction: Reading, person: string): Promise<OutboxItem[]> {
  // Entries of an index that are equal come in the order of their primary key, which is the order they were kept in.
  const items = await transaction.objectStore('outbox').index('person').getAll(person)
  return items.map(wholeItem)
}

/** Where a person's copy stands; a first, empty one where there is none. */
export async function copyIn(transaction: Reading, person: string): Promise<Copy> {
  const copy = await transaction.objectStore('copies').get(person)
  return copy ?? { person, shown: 1, cursor: null, next: null, complete: 0, pushBytes: bytesPerPush }
}

/** The rows on a person's screen. */
export async function rowsIn(transaction: Reading, person: string): Promise<FeedRow[]> {
  const { shown } = await copyIn(transaction, person)
  return transaction.objectStore('rows').getAll(rangeOf(person, shown))
}

/** On which date the server has each of the entries that the items change; asked only where a step with a week waits. */
export async function datesIn(
  transaction: Reading,
  person: string,
  items: readonly OutboxItem[],
): Promise<Dates> {
  const dates = new Map<string, string>()
  if (!items.some(({ change }) => isStep(change))) return dates
  const { shown } = await copyIn(transaction, person)
  const entries = items.flatMap(({ change }) => ('entry' in change ? [change.entry] : []))
  for (const entry of new Set(entries)) {
    const row = await transaction.objectStore('rows').get([person, shown, 'entry', key(person, entry)])
    if (row?.kind === 'entry' && !row.deleted) dates.set(entry, row.date)
  }
  return dates
}

// An array sorts after every number and text, so [] closes the range of whatever may stand in its place.
const rangeOf = (person: string, copy: number) => IDBKeyRange.bound([person, copy], [person, copy, []])
const rangeOfPerson = (person: string) => IDBKeyRange.bound([person], [person, []])

/** Takes a row into one copy, unless that already holds a newer one: answers arrive late and out of order. */
export async function storeRow(
  transaction: Writing,
  person: string,
  copy: number,
  row: FeedRow,
): Promise<void> {
  const rows = transaction.objectStore('rows')
  const key: RowKey = [person, copy, row.kind, keyOf(row)]
  const known = await rows.get(key)
  if (!known || known.number < row.number) await rows.put(row, key)
}

/**
 * Takes a page and its cursor into the copy it was asked for with `since`, in the caller's transaction, which must
 * include `settings`; the last page of a new copy puts that copy in the old one's place. A page that no longer continues
 * where the copy stands is ignored.
 */
export async function storePage(
  transaction: Writing,
  device: Device,
  person: string,
  since: string | null,
  page: Page,
): Promise<void> {
  const copy = await copyIn(transaction, person)
  const { cursor, copy: target } = copy.next ?? { cursor: copy.cursor, copy: copy.shown }
  if (cursor !== since) return
  for (const row of page.rows) await storeRow(transaction, person, target, row)
  const copies = transaction.objectStore('copies')
  if (page.more) {
    const reached = copy.next ? { next: { copy: target, cursor: page.cursor } } : { cursor: page.cursor }
    await copies.put({ ...copy, ...reached })
    return
  }
  if (target !== copy.shown) await removeCopiesBefore(transaction, person, target)
  await dropOldSheets(transaction, person, target, await serversNow(device, transaction))
  await copies.put({ ...copy, shown: target, cursor: page.cursor, next: null, complete: device.now() })
}

const removeCopiesBefore = (transaction: Writing, person: string, copy: number) =>
  transaction.objectStore('rows').delete(IDBKeyRange.bound([person], [person, copy], false, true))

/**
 * An approver's phone does not grow for ever: weeks of others that are older than what the feed brings leave it when their
 * approval is as old, unless hours that came late wait there for a decision.
 */
async function dropOldSheets(transaction: Writing, person: string, copy: number, now: number): Promise<void> {
  const oldest = oldestOfSheets(now)
  const rows = transaction.objectStore('rows')
  const old: RowKey[] = []
  for (const key of await rows.getAllKeys(rangeOfKind(person, copy, 'sheet'))) {
    // The key of a sheet is whose week it is: `<person> <week>`. Its value is large, and read only where it may go.
    if (key[3].slice(-oldest.length) < oldest) old.push(key)
  }
  if (old.length === 0) return
  const lates = await rows.getAll(rangeOfKind(person, copy, 'late'))
  const proposed = lates.flatMap((row) => (row.kind === 'late' && row.status === 'proposed' ? [row] : []))
  const waiting = new Set(proposed.map((late) => weekKey(late.person, late.week)))
  for (const key of old) {
    const row = await rows.get(key)
    if (row?.kind !== 'sheet' || row.week.status !== 'approved' || waiting.has(key[3])) continue
    // Whoever has just approved it still stands on it.
    if (row.week.since < mondayOf(oldest)) await rows.delete(key)
  }
}

const rangeOfKind = (person: string, copy: number, kind: string) =>
  IDBKeyRange.bound([person, copy, kind], [person, copy, kind, []])

/** Begins a new copy beside the one on the screen, which stays until the new one is complete. */
export async function startNextCopy(transaction: Writing, person: string): Promise<void> {
  const copy = await copyIn(transaction, person)
  if (copy.next) await transaction.objectStore('rows').delete(rangeOf(person, copy.next.copy))
  const next = { copy: Math.max(copy.shown, copy.next?.copy ?? 0) + 1, cursor: null }
  await transaction.objectStore('copies').put({ ...copy, next })
}

/**
 * Removes from a person's copy what is not their own: who may no longer read has no business with the weeks of others.
 * With the right to read comes a new copy.
 */
export async function forgetOthers(transaction: Writing, person: string): Promise<void> {
  const rows = transaction.objectStore('rows')
  let isForgotten = false
  for (const key of await rows.getAllKeys(rangeOfPerson(person))) {
    const row = await rows.get(key)
    if (!row || !isOfOthers(row, person)) continue
    await rows.delete(key)
    isForgotten = true
  }
  if (isForgotten) await startNextCopy(transaction, person)
}

function isOfOthers(row: FeedRow, person: string): boolean {
  if (row.kind === 'sheet') return true
  if (row.kind === 'person') return row.id !== person
  return 'person' in row && row.person !== person
}

/** Removes what the server said about a person; the outbox and drafts are not touched. */
export async function removeCopy(transaction: Writing, person: string): Promise<void> {
  await transaction.objectStore('rows').delete(rangeOfPerson(person))
  await transaction.objectStore('copies').delete(person)
}
