// A phone on which an older app has worked: what waits there is delivered to the letter, and nothing it passed over is missed.
import { describe, expect, it } from 'vitest'
import { type Change, weekKey } from '#domain/change.ts'
import { transact } from '../../web/data/database.ts'
import { snapshot } from '../../web/data/copy.ts'
import { sync } from '../../web/data/sync.ts'
import { retry } from '../../web/data/outbox.ts'
import { asFile } from '../../web/data/outbox-file.ts'
import { adasPage, bookOn, hour, outboxOf, save, screen } from './arrange.ts'
import { type Context, Phone } from './platform.ts'
import { bridge, people, tunnel } from './set-up.ts'
import { World } from './world.ts'

const stores: [string, IDBObjectStoreParameters][] = [
  ['outbox', { keyPath: 'order' }],
  ['delivered', { keyPath: 'change.id' }],
  ['rows', {}],
  ['copies', { keyPath: 'person' }],
  ['reports', {}],
  ['drafts', { keyPath: ['person', 'key'] }],
  ['accounts', { keyPath: 'person' }],
  ['redirects', { keyPath: 'state' }],
  ['sessions', {}],
  ['keys', {}],
  ['settings', {}],
]

/** The database as version 1 made it. */
function openFirst(phone: Phone): Promise<IDBDatabase> {
  const request = phone.indexedDB.open('timesheets', 1)
  request.addEventListener('upgradeneeded', () => {
    for (const [name, options] of stores) {
      const store = request.result.createObjectStore(name, options)
      if (name === 'outbox' || name === 'delivered') store.createIndex('person', 'person')
      if (name === 'outbox') store.createIndex('change', 'change.id', { unique: true })
      if (name === 'delivered') store.createIndex('at', 'at')
    }
  })
  return new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
}

/** Takes the session of a phone over, so that nobody has to sign in with an app that is gone. */
async function sessionOf(page: Context): Promise<Record<string, [IDBValidKey, unknown][]>> {
  const names = ['accounts', 'sessions', 'keys', 'settings'] as const
  return transact(page, 'readonly', [...names], async (transaction) => {
    const found: Record<string, [IDBValidKey, unknown][]> = {}
    for (const name of names) {
      const store = transaction.objectStore(name)
      const [keys, values] = [await store.getAllKeys(), await store.getAll()]
      found[name] = keys.map((key, place) => [key, values[place]])
    }
    return found
  })
}

const entry = '33333333-0000-4000-8000-000000000001'
/** As the app before wrote them: without start, end and what was seen of a second week. */
const waiting = {
  id: '44444444-0000-4000-8000-000000000001',
  at: '2026-11-20T08:00:00.000Z',
  entry,
  seen: null,
  kind: 'entry.put',
  project: bridge,
  date: '2026-11-20',
  zone: 'Europe/Berlin',
  minutes: 45,
  note: 'from before',
  base: null,
}
const edit = { ...waiting, id: '44444444-0000-4000-8000-000000000002', minutes: 50, base: waiting.id }

/** A phone of Ada on which version 1 has an old copy and two changes that wait; there is a week that it passed over. */
async function oldPhone(project = bridge) {
  const world = new World()
  const submitted: Change = {
    id: '44444444-0000-4000-8000-000000000009',
    at: waiting.at,
    kind: 'week.submit',
    person: people.Ada,
    week: '2026-W40',
    base: null,
  }
  world.api.act('Ada', submitted)
  const helper = await adasPage(world, new Phone(world))
  const cursor = await transact(
    helper,
    'readonly',
    ['copies'],
    async (transaction) => (await transaction.objectStore('copies').get(people.Ada))?.cursor ?? null,
  )
  const session = await sessionOf(helper)
  const phone = new Phone(world)
  const database = await openFirst(phone)
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite')
  for (const [name, records] of Object.entries(session)) {
    const store = transaction.objectStore(name)
    for (const [key, value] of records) store.put(value, ...(store.keyPath === null ? [key] : []))
  }
  const old = { kind: 'project', id: bridge, name: 'Bridge', client: 'City', code: 'BRI', colour: '#0f766e' }
  const hours = { ...waiting, kind: 'entry', id: 'old', person: people.Ada, version: 'old', deleted: false }
  transaction
    .objectStore('rows')
    .put({ ...old, archived: false, version: bridge, number: 1 }, [people.Ada, 3, 'project', bridge])
  transaction.objectStore('rows').put({ ...hours, number: 2 }, [people.Ada, 3, 'entry', 'old'])
  const copy = { person: people.Ada, shown: 3, cursor, next: null, complete: world.now, pushBytes: 262_144 }
  transaction.objectStore('copies').put(copy)
  for (const [place, change] of [waiting, edit].entries()) {
    const item = { order: place + 1, person: people.Ada, kept: waiting.at, problem: null }
    transaction.objectStore('outbox').put({ ...item, change: { ...change, project } })
  }
  transaction.objectStore('settings').put(2, 'order')
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  database.close()
  return { world, phone, page: phone.open() }
}

describe('after an update of the app', () => {
  it('shows the old rows and what waits, also offline', async () => {
    const { phone, page } = await oldPhone()
    phone.isOnline = false
    expect(await sync(page)).toMatchObject({ outcome: 'offline', waiting: 2 })
    expect(await screen(page)).toMatchObject([
      { id: 'old', start: null, end: null },
      { id: entry, minutes: 50, start: null, end: null },
    ])
    expect((await bookOn(page)).projects.get(bridge)).toMatchObject({ members: null })
    await save(
      page,
      hour({ entry, minutes: 55, start: '2026-11-21T08:00+01:00', end: '2026-11-21T08:55+01:00' }),
    )
    expect(await screen(page)).toHaveLength(2)
  })

  it('delivers what waited to the letter: the server may know it already', async () => {
    const { world, page } = await oldPhone()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2, refused: 0 })
    expect(world.pushed[0]).toContain(JSON.stringify([waiting, edit]))
    expect(await outboxOf(page)).toEqual([])
    expect(world.api.entriesOf('Ada')).toMatchObject([{ id: entry, minutes: 50, start: null }])
  })

  it('fetches everything anew, and so the rows that were passed over', async () => {
    const { page } = await oldPhone()
    await sync(page)
    const { rows } = await snapshot(page, people.Ada)
    expect(rows.filter(({ kind }) => kind === 'week')).toMatchObject([
      { week: '2026-W40', status: 'submitted' },
    ])
    expect((await bookOn(page)).weeks.has(weekKey(people.Ada, '2026-W40'))).toBe(true)
    // What only the old copy had is gone with it.
    expect(await screen(page)).toMatchObject([{ id: entry }])
  })

  it('retries what stands refused from before as a whole change', async () => {
    const { world, page } = await oldPhone(tunnel)
    world.api.setArchived(tunnel, true)
    await sync(page)
    const { projects } = await bookOn(page)
    expect(await asFile(await outboxOf(page), projects.values()).text()).toContain('50,0:50,TUN')
    world.api.setArchived(tunnel, false)
    await sync(page)
    expect(await retry(page, people.Ada, entry)).toMatchObject({
      kept: { start: null, end: null, minutes: 50 },
    })
    expect(await sync(page)).toMatchObject({ delivered: 1 })
  })
})
