// The outbox: what a person has saved and the server has not answered, in order. Saved means committed here.
import * as v from 'valibot'
import type { Book } from '#domain/book.ts'
import { instantOf } from '#domain/calendar.ts'
import { Change, ownerOf, scopeOf } from '#domain/change.ts'
import { decide } from '#domain/decide.ts'
import { type AnyRefusal, issuesOf, oneByField, type Refusal } from '#domain/problem.ts'
import { allows } from '#domain/scope.ts'
import { bookOf, type Card, cards, subjectOf } from './cards.ts'
import { datesIn, outboxIn, rowsIn } from './copy.ts'
import { transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import { stillBarred } from './gate.ts'
import { changeAgain, changeOf, type Intent, type Made } from './intent.ts'
import { settingIn, writeSettingIn } from './settings.ts'
import type { OutboxItem, StoredAccount } from './stored.ts'

export type Kept = { kept: Change } | { refused: Refusal }
/** A retry can also be refused for what stood on the card. */
export type Retried = { kept: Change } | { refused: AnyRefusal }

type Writing = Transaction<'readwrite'>
/** What a transaction that keeps changes must include. */
export const storesOfKeeping = ['outbox', 'rows', 'copies', 'settings', 'accounts'] as const

/**
 * Saves an intent on this device. Resolves after the commit (durability strict), so that a screen may say "saved";
 * rejects only when the device cannot store. Refused are what breaks a rule and what could not be sent. What stands
 * refused of the same thing is corrected: its card and what was folded into it give way to the one new change.
 */
export function keep(device: Device, person: string, intent: Intent): Promise<Kept> {
  return writeOnce(device, async (transaction, made) => {
    const standing = await standingIn(device, transaction, person)
    return put(transaction, standing, changeOf(intent, made, standing.book))
  })
}

/**
 * Sends what was last wanted of a refused thing again, as a new change; null where nothing stands refused. Values, and the
 * steps of the owner of a week, go onto the version now known. A decision keeps the version that was on the screen: where
 * that has changed since it is refused again, and whoever decided has to look and decide anew (`keep`).
 */
export function retry(device: Device, person: string, thing: string): Promise<Retried | null> {
  return writeOnce(device, async (transaction, made): Promise<Retried | null> => {
    const standing = await standingIn(device, transaction, person)
    const card = cardOf(standing.items, thing)
    if (!card) return null
    const problem = stillBarred(card, standing.items, await datesIn(transaction, person, standing.items))
    if (problem) return { refused: problem }
    return put(transaction, standing, changeAgain(card.change, made, standing.book), card)
  })
}

/**
 * Drops a refused thing with all that stands behind it, or one that this account has no right to send; false where it is
 * neither. A change that is on its way is never dropped.
 */
export async function discard(device: Device, person: string, thing: string): Promise<boolean> {
  const dropped = await transact(device, 'readwrite', ['outbox', 'accounts'], async (transaction) => {
    const items = await outboxIn(transaction, person)
    const account = await transaction.objectStore('accounts').get(person)
    const stuck = cardOf(items, thing) ?? withheld(items, thing, account)
    await remove(transaction, stuck)
    return stuck !== undefined
  })
  if (dropped) device.announce()
  return dropped
}

/** The changes of a thing, where the account may send none of them. */
function withheld(
  items: readonly OutboxItem[],
  thing: string,
  account: StoredAccount | undefined,
): Pick<Card, 'items'> | undefined {
  const own = items.filter(({ change }) => subjectOf(change) === thing)
  const isStuck = account && own.length > 0 && own.every(({ change }) => isWithheld(change, account))
  return isStuck ? { items: own } : undefined
}

/** Whether an account lacks the right to send a change: it waits until it has it. */
export const isWithheld = (
  change: Change,
  { person, scopes }: Pick<StoredAccount, 'person' | 'scopes'>,
): boolean => !allows(scopes, scopeOf(change.kind, ownerOf(change, person), person))

const cardOf = (items: readonly OutboxItem[], thing: string) =>
  cards(items).find((card) => card.thing === thing)

async function remove(transaction: Writing, card: Pick<Card, 'items'> | undefined): Promise<void> {
  for (const { order } of card?.items ?? []) await transaction.objectStore('outbox').delete(order)
}

/** Does `work`, which keeps at most one change, and finds that one again should the connection die around its commit. */
async function writeOnce<Answer extends object | null>(
  device: Device,
  work: (transaction: Writing, made: Made) => Promise<Answer>,
): Promise<Answer | { kept: Change }> {
  // Made outside the transaction, which may be repeated.
  const made = { id: device.random(), at: instantOf(device.now()), thing: device.random() }
  const answer = await transact(device, 'readwrite', [...storesOfKeeping], async (transaction) => {
    const again = await transaction.objectStore('outbox').index('change').get(made.id)
    return again ? { kept: again.change } : work(transaction, made)
  })
  if (answer && 'kept' in answer) device.announce()
  return answer
}

/** An outbox, and what rules are asked on. */
export interface Standing {
  person: string
  items: OutboxItem[]
  book: Book
}

/** The outbox and what rules are asked on, as of the given transaction. */
export async function standingIn(device: Device, transaction: Writing, person: string): Promise<Standing> {
  const items = await outboxIn(transaction, person)
  const account = await transaction.objectStore('accounts').get(person)
  const actor = { person, name: account?.name ?? null }
  const rows = await rowsIn(transaction, person)
  return { person, items, book: bookOf(actor, instantOf(device.now()), rows, items) }
}

/** Puts a change into the outbox that may go there, in place of `card`. */
export async function put(
  transaction: Writing,
  { person, items, book }: Standing,
  wanted: Change,
  card: Card | undefined = cardOf(items, subjectOf(wanted)),
): Promise<Kept> {
  const parsed = v.safeParse(Change, wanted, oneByField)
  if (!parsed.success) return { refused: unsendable(parsed.issues) }
  const change = parsed.output
  const decision = decide(book, change)
  if (decision.verdict === 'refused') return { refused: decision.problem }
  const problem = aheadProblem(change, items)
  if (problem) return { refused: problem }
  await remove(transaction, card)
  const order = ((await settingIn(transaction, 'order')) ?? 0) + 1
  await writeSettingIn(transaction, 'order', order)
  await transaction.objectStore('outbox').add({ order, person, change, kept: change.at, problem: null })
  return { kept: change }
}

/**
 * Why an approval must wait until an accepted late hour is delivered, or null: the week's version after that is known
 * here already, but not what else may have come into the week by then.
 */
function aheadProblem(change: Change, items: readonly OutboxItem[]): Refusal | null {
  if (change.kind !== 'week.approve') return null
  const isPromised = items.some(
    (item) => item.change.kind === 'late.accept' && item.change.id === change.base,
  )
  return isPromised ? { code: 'week.stale', week: change.week, status: 'submitted' } : null
}

/** What the server would say of a change that it cannot read. */
const unsendable = (found: readonly v.BaseIssue<unknown>[]): Refusal => ({
  code: 'input.invalid',
  issues: issuesOf(found),
})
