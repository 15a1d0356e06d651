// The lines most tests begin with.
import { instantOf } from '#domain/calendar.ts'
import type { Change } from '#domain/change.ts'
import { beginSignIn, completeSignIn } from '../../web/account/redirect.ts'
import { bookOf } from '../../web/data/cards.ts'
import { snapshot } from '../../web/data/copy.ts'
import { transact } from '../../web/data/database.ts'
import type { Device } from '../../web/data/device.ts'
import type { Intent } from '../../web/data/intent.ts'
import { keep } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import type { Who } from './little-tenant.ts'
import type { Context, Phone } from './platform.ts'
import { bridge, people } from './set-up.ts'
import type { World } from './world.ts'

/** Signs somebody in on a device, through the tenant and back. */
export async function signIn(world: World, device: Device, who: Who): Promise<void> {
  const begun = await beginSignIn(device, { returnTo: '/week' })
  if (!('url' in begun)) throw new Error('the tenant could not be reached')
  const done = await completeSignIn(device, world.tenant.signIn(begun.url, who))
  if (!('returnTo' in done)) throw new Error(`not signed in: ${JSON.stringify(done)}`)
}

/** A page of a phone on which Ada is signed in and the projects are known. */
export async function adasPage(world: World, phone: Phone): Promise<Context> {
  const page = phone.open()
  await signIn(world, page, 'Ada')
  await sync(page)
  return page
}

type Hour = Partial<Extract<Intent, { kind: 'entry.put' }>>

/** An hour on the bridge, unless said otherwise. */
export const hour = (fields: Hour = {}) => ({
  kind: 'entry.put' as const,
  project: bridge,
  date: '2026-11-21',
  zone: 'Europe/Berlin',
  start: null,
  end: null,
  minutes: 60,
  note: '',
  ...fields,
})

/** Saves as Ada (or another), and answers the change; fails when the rule says no. */
export async function save<Wanted extends Intent>(device: Device, intent: Wanted, who: Who = 'Ada') {
  const result = await keep(device, people[who], intent)
  if ('refused' in result) throw new Error(`refused: ${result.refused.code}`)
  return result.kept as Extract<Change, { kind: Wanted['kind'] }>
}

/** Somebody's outbox, in order. */
export const outboxOf = async (device: Device, person = people.Ada) => (await snapshot(device, person)).outbox

/** How much of what the server has told somebody is on a device, and whether their name is. */
export async function keptOf(device: Device, person: string) {
  const rows = IDBKeyRange.bound([person], [person, []])
  const stores = ['rows', 'copies', 'delivered', 'reports', 'accounts'] as const
  return transact(device, 'readonly', [...stores], async (transaction) => ({
    rows: await transaction.objectStore('rows').count(rows),
    copies: await transaction.objectStore('copies').count(person),
    delivered: await transaction.objectStore('delivered').index('person').count(person),
    reports: await transaction.objectStore('reports').count(person),
    accounts: await transaction.objectStore('accounts').count(person),
  }))
}

/** The book behind somebody's screen: the server's rows with the outbox played over them. */
export async function bookOn(device: Device, person = people.Ada) {
  const { rows, outbox } = await snapshot(device, person)
  return bookOf({ person, name: null }, instantOf(device.now()), rows, outbox)
}

/** What Ada's screen shows: her entries that count, outbox played. */
export async function screen(device: Device, person = people.Ada) {
  const { entries } = await bookOn(device, person)
  return [...entries.values()].filter((entry) => !entry.deleted && entry.person === person)
}
