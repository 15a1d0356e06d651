// Who is here and what is on this device, as signals, read anew whenever a page or the service worker has stored something.
import { batch, computed, signal } from '@preact/signals'
import { type Account, account, type Undelivered, undelivered } from '../account/session.ts'
import { bookOf, cards as cardsOf, waiting as waitingOf } from '../data/cards.ts'
import { type Snapshot, snapshot } from '../data/copy.ts'
import { isOutdated } from '../data/database.ts'
import { onNews, thisDevice } from '../data/device.ts'

/** undefined: not read yet; null: nobody is signed in. */
export const who = signal<Account | null | undefined>(undefined)
export const copy = signal<Snapshot | null>(null)
/** Whose hours are on this device only. */
export const everybody = signal<readonly Undelivered[]>([])
/** Those of others, which wait for their owners. */
export const elsewhere = computed(() => everybody.value.filter((each) => each.person !== who.value?.person))
/** Why the device could not be read: storage is off, full or broken, or a newer app has taken it over. */
export const broken = signal<'storage' | 'outdated' | null>(null)

export const cards = computed(() => cardsOf(copy.value?.outbox ?? []))
export const waiting = computed(() => waitingOf(copy.value?.outbox ?? []))
export const report = computed(() => copy.value?.report ?? null)
/** What is true for the person: the server's rows with the waiting changes played over them. */
export const book = computed(() => {
  const { entries = [], projects = [], outbox = [] } = copy.value ?? {}
  return bookOf(who.value?.person ?? '', [...entries, ...projects], outbox)
})

let reading: Promise<void> | undefined
let again = false

/** Reads the device anew. Calls that come while it is being read are answered by one more reading. */
export function refresh(): Promise<void> {
  if (reading) {
    again = true
    return reading
  }
  reading = readAll().finally(() => {
    reading = undefined
  })
  return reading
}

async function readAll(): Promise<void> {
  do {
    again = false
    try {
      await readOnce()
      broken.value = null
    } catch (error) {
      broken.value = isOutdated(error) ? 'outdated' : 'storage'
      reportError(error)
    }
  } while (again)
}

async function readOnce(): Promise<void> {
  const device = thisDevice()
  const person = await account(device)
  const stored = person ? await snapshot(device, person.person) : null
  const theirs = await undelivered(device)
  batch(() => {
    who.value = person
    copy.value = stored
    everybody.value = theirs
  })
}

export async function followCopy(): Promise<void> {
  onNews(() => void refresh())
  await refresh()
}
