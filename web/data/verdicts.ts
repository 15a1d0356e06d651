// What the server's answers do on the device, one transaction for each: to a push, to a pull, and where the history or
// the rights are not what they were.
import { bytesPerPush, type Page, type Verdict } from '#domain/sync.ts'
import { serversNow } from './clock.ts'
import { copyIn, forgetOthers, startNextCopy, storePage, storeRow } from './copy.ts'
import { transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import { isHere } from './settings.ts'
import type { OutboxItem } from './stored.ts'
import { removeName } from './traces.ts'

/** For how long a delivered change can be put back should the server's history be restored; D1 goes back 30 days. */
const keptAfterDelivery = 35 * 86_400_000

export interface Tally {
  delivered: number
  refused: number
}

/**
 * Applies the verdicts on `sent`, item by item, and the page of news that came with them (asked for with `since`).
 * Delivered changes leave the outbox, refused ones stay with their problem.
 */
export async function storeVerdicts(
  device: Device,
  person: string,
  sent: readonly OutboxItem[],
  answer: { verdicts: readonly Verdict[]; news?: Page | undefined },
  since: string | null,
): Promise<Tally> {
  const stores = ['outbox', 'delivered', 'rows', 'copies', 'accounts', 'settings', 'timers'] as const
  const tally = await transact(device, 'readwrite', [...stores], async (transaction) => {
    const counted = { delivered: 0, refused: 0 }
    const copy = (await isHere(transaction, person)) ? await copyIn(transaction, person) : null
    // A device's clock may jump by months; it must not take what was delivered yesterday for old.
    const now = await serversNow(device, transaction)
    for (const [index, item] of sent.entries()) {
      const verdict = answer.verdicts[index]
      if (!verdict || !(await isStillThere(transaction, item))) continue
      if (verdict.verdict === 'refused') {
        await transaction.objectStore('outbox').put({ ...item, problem: verdict.problem })
        counted.refused += 1
        continue
      }
      await transaction.objectStore('outbox').delete(item.order)
      counted.delivered += 1
      if (!copy) continue
      await remember(transaction, item, verdict.verdict, now)
      if (verdict.row) await storeRow(transaction, person, copy.shown, verdict.row)
    }
    if (!copy) {
      await removeName(transaction, person)
      return counted
    }
    await transaction
      .objectStore('copies')
      .put({ ...copy, pushBytes: Math.min(bytesPerPush, copy.pushBytes * 2) })
    // Only news moves the cursor, never a verdict: between the two may lie what another device did.
    if (answer.news) await storePage(transaction, device, person, since, answer.news)
    return counted
  })
  device.announce()
  return tally
}

/**
 * Notes of changes that are about to be sent that the server may have them from now on: an answer can be lost, and the page
 * killed before it comes. Answers those of which that was not so before.
 */
export const noteSent = (device: Device, load: readonly OutboxItem[]): Promise<OutboxItem[]> =>
  transact(device, 'readwrite', ['outbox'], async (transaction) => {
    const noted: OutboxItem[] = []
    for (const item of load) {
      if (item.sent || !(await isStillThere(transaction, item))) continue
      await transaction.objectStore('outbox').put({ ...item, sent: true })
      noted.push(item)
    }
    return noted
  })

/** Takes that back, because the server says that it took nothing of them. */
export const noteUnsent = (device: Device, noted: readonly OutboxItem[]): Promise<void> =>
  transact(device, 'readwrite', ['outbox'], async (transaction) => {
    for (const item of noted) {
      if (await isStillThere(transaction, item)) await transaction.objectStore('outbox').put(item)
    }
  })

/** An answer may come back to an outbox that was emptied meanwhile (another context delivered, the device forgot). */
async function isStillThere(transaction: Transaction<'readwrite'>, item: OutboxItem): Promise<boolean> {
  const kept = await transaction.objectStore('outbox').get(item.order)
  return kept?.change.id === item.change.id
}

/** Stores a page of news that was asked for with `since`. */
export async function storeNews(
  device: Device,
  person: string,
  since: string | null,
  page: Page,
): Promise<void> {
  await transact(device, 'readwrite', ['rows', 'copies', 'settings'], async (transaction) => {
    if (await isHere(transaction, person)) await storePage(transaction, device, person, since, page)
  })
  device.announce()
}

async function remember(
  transaction: Transaction<'readwrite'>,
  item: OutboxItem,
  verdict: 'applied' | 'late',
  at: number,
): Promise<void> {
  const { order, person, change, kept } = item
  const delivered = transaction.objectStore('delivered')
  await delivered.put({ order, person, change, kept, verdict, at })
  const old = await delivered.index('at').getAllKeys(IDBKeyRange.upperBound(at - keptAfterDelivery))
  for (const key of old) await delivered.delete(key)
}

/** Parks a change that cannot even be asked about, as if it had been refused: too large, or not readable there. */
export async function park(device: Device, item: OutboxItem, problem: { code: string }): Promise<void> {
  await transact(device, 'readwrite', ['outbox'], async (transaction) => {
    if (await isStillThere(transaction, item)) {
      await transaction.objectStore('outbox').put({ ...item, problem })
    }
  })
  device.announce()
}

/**
 * The server's history is another one than this device knew: what was delivered in the last 35 days goes back into the
 * outbox under its ids and in its place, where known ids are answered with their verdict; and a new copy is begun.
 */
export async function putBack(device: Device, person: string): Promise<void> {
  const stores = ['outbox', 'delivered', 'rows', 'copies', 'settings'] as const
  await transact(device, 'readwrite', [...stores], async (transaction) => {
    if (!(await isHere(transaction, person))) return
    for (const item of await transaction.objectStore('delivered').index('person').getAll(person)) {
      const { order, change, kept } = item
      await transaction.objectStore('outbox').put({ order, person, change, kept, problem: null })
      await transaction.objectStore('delivered').delete(change.id)
    }
    await startNextCopy(transaction, person)
  })
  device.announce()
}

/** This person may read nothing any more. */
export const forgetWhatIsOthers = (device: Device, person: string): Promise<void> =>
  transact(device, 'readwrite', ['rows', 'copies'], (transaction) => forgetOthers(transaction, person))

/** Begins a copy from the first row, beside the one on the screen. */
export const beginNextCopy = (device: Device, person: string): Promise<void> =>
  transact(device, 'readwrite', ['rows', 'copies', 'settings'], async (transaction) => {
    if (await isHere(transaction, person)) await startNextCopy(transaction, person)
  })

/** A single entry with a short note; below that a push cannot be made smaller. */
const leastPushBytes = 512

/** Makes the next push half of this one of `bytes`, which did not get through. */
export const pushLess = (device: Device, person: string, bytes: number): Promise<void> =>
  transact(device, 'readwrite', ['copies', 'settings'], async (transaction) => {
    if (!(await isHere(transaction, person))) return
    const copy = await copyIn(transaction, person)
    const pushBytes = Math.max(leastPushBytes, Math.floor(Math.min(copy.pushBytes, bytes) / 2))
    await transaction.objectStore('copies').put({ ...copy, pushBytes })
  })
