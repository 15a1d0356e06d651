// What the person does: kept on this device first, then sent on its way.
import type { Change } from '#domain/change.ts'
import type { AnyRefusal, Refusal } from '#domain/problem.ts'
import { thisDevice } from '../data/device.ts'
import type { Intent } from '../data/intent.ts'
import { discard, keep, retry } from '../data/outbox.ts'
import { giveUpStranded, type Taken, takeOver } from '../data/stranded.ts'
import { refresh, who } from './copy.ts'
import { deliverSoon } from './delivery.ts'
import { keepStorage } from './storage.ts'

export type Saved = { change: Change } | { refused: Refusal }

/** Saves an intent on this device and sends it on its way; rejects only when the device cannot store. */
export async function save(intent: Intent): Promise<Saved> {
  const person = who.value?.person
  if (!person) throw new Error('nobody is signed in')
  const kept = await keep(thisDevice(), person, intent)
  if ('kept' in kept) void keepStorage()
  await afterwards()
  return 'kept' in kept ? { change: kept.kept } : kept
}

/** Sends what was last wanted of a refused thing (a card's) again, or says why not. */
export async function sendAgain(thing: string): Promise<AnyRefusal | null> {
  const person = who.value?.person
  if (!person) return null
  const kept = await retry(thisDevice(), person, thing)
  await afterwards()
  return kept && 'refused' in kept ? kept.refused : null
}

/** Gives up what was wanted of a thing that is refused or cannot be sent. */
export async function giveUp(thing: string): Promise<void> {
  const person = who.value?.person
  if (person) await discard(thisDevice(), person, thing)
  await refresh()
}

/** Saves the new hours of whom one was here before (`person`) as one's own. */
export async function takeOverFrom(person: string): Promise<Taken> {
  const done = await takeOver(thisDevice(), person)
  await afterwards()
  return done
}

/** Gives up what is left of theirs. */
export async function giveUpAllOf(person: string): Promise<void> {
  await giveUpStranded(thisDevice(), person)
  await refresh()
}

async function afterwards(): Promise<void> {
  void deliverSoon()
  await refresh()
}
