// Work of a person as whom nobody can sign in here any more: an administrator has moved the sign-in to another person, and
// what was saved before cannot be sent in the old one's name. It belongs to the same human, who finds it here.
import type { EntryPut } from '#domain/change.ts'
import type { Refusal } from '#domain/problem.ts'
import { waitingThings, type WaitingThing } from './cards.ts'
import { outboxIn } from './copy.ts'
import { transact, type Transaction } from './database.ts'
import type { Device } from './device.ts'
import { changeOf } from './intent.ts'
import { put, standingIn, storesOfKeeping } from './outbox.ts'
import { settingIn } from './settings.ts'
import type { OutboxItem } from './stored.ts'
import { removeName } from './traces.ts'

export interface Stranded {
  /** Who the person was before. */
  person: string
  name: string | null
  items: OutboxItem[]
}

/** What is on this device only of those as whom the person who is signed in came here before. */
export const stranded = (device: Device): Promise<Stranded[]> =>
  transact(
    device,
    'readonly',
    ['outbox', 'accounts', 'settings'],
    async (transaction) => (await strandedIn(transaction)).found,
  )

async function strandedIn(
  transaction: Transaction<'readonly'> | Transaction<'readwrite'>,
): Promise<{ me: string; found: Stranded[] }> {
  const me = (await settingIn(transaction, 'current')) ?? ''
  const accounts = await transaction.objectStore('accounts').getAll()
  const identity = accounts.find(({ person }) => person === me)?.identity
  const found: Stranded[] = []
  for (const { person, name, identity: theirs } of accounts) {
    if (identity === undefined || theirs !== identity || person === me) continue
    const items = await outboxIn(transaction, person)
    if (items.length > 0) found.push({ person, name, items })
  }
  return { me, found }
}

/**
 * The entries among it that were made on this device and never reached the server: nothing of them is kept under the old
 * person. What was sent and not answered may count there, and would count twice.
 */
export const newHours = (items: readonly OutboxItem[]): (WaitingThing & { change: EntryPut })[] =>
  waitingThings(items).flatMap((thing) =>
    thing.change.kind === 'entry.put' && thing.change.base === null && !thing.items.some(({ sent }) => sent)
      ? [{ ...thing, change: thing.change }]
      : [],
  )

export interface Taken {
  taken: number
  /** Why others were not, or null. */
  refused: Refusal | null
}

/**
 * Saves the new hours of `from` again as those of the person who is signed in. Each leaves the old outbox in the transaction
 * that brings it into the new one, so that none is there twice; what a rule refuses stays where it is.
 */
export async function takeOver(device: Device, from: string): Promise<Taken> {
  const done = await transact(device, 'readwrite', [...storesOfKeeping, 'timers'], async (transaction) => {
    const result: Taken = { taken: 0, refused: null }
    const { me, found } = await strandedIn(transaction)
    const items = found.find(({ person }) => person === from)?.items ?? []
    for (const { change, kept, items: own } of newHours(items)) {
      const { kind, project, date, zone, start, end, minutes, note } = change
      const made = { id: device.random(), at: kept, thing: device.random() }
      // Read anew each time: the hours taken before count.
      const standing = await standingIn(device, transaction, me)
      const wanted = { kind, project, date, zone, start, end, minutes, note }
      const answer = await put(transaction, standing, changeOf(wanted, made, standing.book))
      if ('refused' in answer) {
        result.refused ??= answer.refused
        continue
      }
      result.taken += 1
      for (const { order } of own) await transaction.objectStore('outbox').delete(order)
    }
    await removeName(transaction, from)
    return result
  })
  device.announce()
  return done
}

/** Gives up all that is left under `from`. */
export async function giveUpStranded(device: Device, from: string): Promise<void> {
  const stores = ['outbox', 'accounts', 'settings', 'timers'] as const
  await transact(device, 'readwrite', [...stores], async (transaction) => {
    const { found } = await strandedIn(transaction)
    for (const { order } of found.find(({ person }) => person === from)?.items ?? []) {
      await transaction.objectStore('outbox').delete(order)
    }
    await removeName(transaction, from)
  })
  device.announce()
}
