// Who is here and what is on this device, as signals, read anew whenever a page or the service worker has stored something.
import { batch, computed, signal } from '@preact/signals'
import { entriesOf, keyOf } from '#domain/book.ts'
import { instantOf } from '#domain/calendar.ts'
import { dateOf } from '#domain/entry.ts'
import type { Sheet } from '#domain/sheet.ts'
import { type Account, account, type Undelivered, undelivered } from '../account/session.ts'
import { bookOf, cards as cardsOf, waiting as waitingOf, waitingThings as thingsOf } from '../data/cards.ts'
import { type Snapshot, snapshot } from '../data/copy.ts'
import { isOutdated } from '../data/database.ts'
import { onNews, thisDevice } from '../data/device.ts'
import type { Dates } from '../data/gate.ts'
import { type Stranded, stranded as strandedHere } from '../data/stranded.ts'

/** undefined: not read yet; null: nobody is signed in. */
export const who = signal<Account | null | undefined>(undefined)
/** What is on this device of whoever is signed in; null where nobody is, or nothing was read yet. */
export const copy = signal<Snapshot | null>(null)
/** Whose hours are on this device only. */
export const everybody = signal<readonly Undelivered[]>([])
/** What waits under those as whom whoever is signed in came here before their sign-in was moved. */
export const stranded = signal<readonly Stranded[]>([])
/** Those of others, which wait for their owners. */
export const elsewhere = computed(() => everybody.value.filter((each) => each.person !== who.value?.person))
/** Why the device could not be read: storage is off, full or broken, or a newer app has taken it over. */
export const broken = signal<'storage' | 'outdated' | null>(null)

/** The id of whoever is signed in; '' for nobody. */
export const me = computed(() => who.value?.person ?? '')
/** Whether what the server has for them has come here once, as a whole. */
export const hasCopy = computed(() => (copy.value?.complete ?? 0) > 0)

/** What stands refused. */
export const cards = computed(() => cardsOf(copy.value?.outbox ?? []))
/** What waits for a verdict, in order. */
export const waiting = computed(() => waitingOf(copy.value?.outbox ?? []))
/** The same, one for each thing. */
export const waitingThings = computed(() => thingsOf(waiting.value))
/** How the last sync went; null before the first. */
export const report = computed(() => copy.value?.report ?? null)
/** What the server has said, of every kind, about the person and about those they may see. */
export const rows = computed(() => copy.value?.rows ?? [])
/** Where the server has one's own entries. */
export const datesAtServer = computed<Dates>(
  () =>
    new Map(
      rows.value.flatMap((row) => {
        const date = row.kind === 'entry' && row.person === me.value ? dateOf(row) : undefined
        return row.kind === 'entry' && date !== undefined ? [[row.id, date]] : []
      }),
    ),
)
/** What is true for the person: the server's rows with the waiting changes played over them. */
export const book = computed(() => {
  const { person = '', name = null } = who.value ?? {}
  return bookOf({ person, name }, instantOf(thisDevice().now()), rows.value, copy.value?.outbox ?? [])
})
/** The weeks of others (by `weekKey`), with what the person has decided about them and what waits of it. */
export const sheets = computed(() => {
  const found = rows.value.filter((row) => row.kind === 'sheet')
  return new Map(found.map((sheet) => [keyOf(sheet), decided(sheet)]))
})

/** What is decided on is what is on the screen: the entries are always those of the week's version. */
function decided(sheet: Sheet): Sheet {
  const week = book.value.weeks.get(keyOf(sheet))
  if (!week || week.version === sheet.week.version) return sheet
  return { ...sheet, week, entries: entriesOf(book.value, week.person, week.week) }
}

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
  const left = person ? await strandedHere(device) : []
  batch(() => {
    who.value = person
    copy.value = stored
    everybody.value = theirs
    stranded.value = left
  })
}

/** Reads the device, now and whenever something was stored. */
export async function followCopy(): Promise<void> {
  onNews(() => void refresh())
  await refresh()
}
