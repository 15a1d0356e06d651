// Entries by plain REST: the same rules, with ETags, conditions and keys for callers that repeat themselves.
import { beforeAll, expect, it } from 'vitest'
import { jsonOf, newId, project, put, type Somebody, somebody } from './api.ts'

let ada: Somebody
let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
  ada = await somebody()
})

const values = (more = {}) => ({ project: bridge, date: '2026-11-20', minutes: 30, note: 'Survey', ...more })
const create = (json: object, headers = {}) => ada.call('/api/timesheets', { method: 'POST', json, headers })
const onto = (method: string, id: string, etag: string | null, json?: object, headers = {}) =>
  ada.call(`/api/timesheets/${id}`, {
    method,
    headers: { ...(etag !== null && { 'if-match': etag }), ...headers },
    ...(json && { json }),
  })

it('creates, reads, replaces and deletes an entry, each on the version it saw', async () => {
  const created = await create(values())
  const { id } = await jsonOf(created)
  expect([created.status, created.headers.get('location')]).toEqual([201, `/api/timesheets/${id}`])
  const read = await ada.call(`/api/timesheets/${id}`)
  expect(read.headers.get('etag')).toBe(created.headers.get('etag'))
  expect(await jsonOf(read)).toMatchObject({ id, person: ada.person, ...values(), zone: null })
  const replaced = await onto('PUT', id, read.headers.get('etag'), values({ minutes: 45 }))
  expect([replaced.status, (await jsonOf(replaced)).minutes]).toEqual([200, 45])
  const removed = await onto('DELETE', id, replaced.headers.get('etag'))
  expect(removed.status).toBe(204)
  expect((await ada.call(`/api/timesheets/${id}`)).status).toBe(404)
  const restored = await onto('PUT', id, removed.headers.get('etag'), values())
  expect(restored.status).toBe(200)
})

it('refuses a stale version with the current state, and a write that names none', async () => {
  const created = await create(values({ date: '2026-11-19' }))
  const { id } = await jsonOf(created)
  await onto('PUT', id, created.headers.get('etag'), values({ date: '2026-11-19', minutes: 45 }))
  const stale = await onto('PUT', id, created.headers.get('etag'), values({ minutes: 60 }))
  expect(stale.status).toBe(412)
  expect(await jsonOf(stale)).toMatchObject({ code: 'entry.stale', current: { id, minutes: 45 } })
  for (const etag of [null, '*', 'W/"x"', '""']) expect((await onto('DELETE', id, etag)).status).toBe(428)
})

it('takes a write once for each Idempotency-Key', async () => {
  const key = { 'idempotency-key': newId() }
  const json = values({ date: '2026-11-18' })
  const [first, again] = [await create(json, key), await create(json, key)]
  expect([first.status, again.status]).toEqual([201, 201])
  expect(await jsonOf(again)).toEqual(await jsonOf(first))
  expect((await create({ ...json, minutes: 31 }, key)).status).toBe(422)
  const { timesheets } = await jsonOf(ada.call('/api/timesheets?from=2026-11-18&to=2026-11-18'))
  expect(timesheets).toHaveLength(1)
  expect((await create(json, { 'idempotency-key': 'once' })).status).toBe(400)
})

it('takes an entry that brings its own id once', async () => {
  const json = values({ id: newId(), date: '2026-11-17' })
  expect([(await create(json)).status, (await create(json)).status]).toEqual([201, 201])
  expect((await create({ ...json, minutes: 31 })).status).toBe(422)
})

it.each([
  ['a project that does not exist', () => values({ project: newId() }), 422, 'project.unknown'],
  ['a day that is full', () => values({ date: '2026-11-16', minutes: 1440 }), 422, 'day.full'],
  [
    'an archived project',
    async () => values({ project: (await project({ archived: true })).id }),
    422,
    'project.archived',
  ],
])('refuses %s', async (_, json, status, code) => {
  await create(values({ date: '2026-11-16', minutes: 1 }))
  const response = await create(await json())
  expect({ status: response.status, code: (await jsonOf(response)).code }).toEqual({ status, code })
})

it('lists by keyset, newest day first, without gaps or repeats', async () => {
  const lin = await somebody()
  const days = Array.from({ length: 25 }, (_, day) => `2026-09-${String((day % 12) + 1).padStart(2, '0')}`)
  await lin.push(days.map((date) => put(bridge, { date, minutes: 5 })))
  const seen: { id: string; date: string }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await jsonOf(lin.call(`/api/timesheets?limit=7${cursor && `&cursor=${cursor}`}`))
    seen.push(...page.timesheets)
    cursor = page.cursor
  }
  expect(new Set(seen.map((entry) => entry.id)).size).toBe(25)
  expect(seen.map((entry) => entry.date)).toEqual(days.toSorted().toReversed())
})

it('lists by period and by project', async () => {
  const lin = await somebody()
  const other = (await project()).id
  await lin.push([
    put(bridge, { date: '2026-08-31' }),
    put(bridge, { date: '2026-09-01' }),
    put(other, { date: '2026-09-30' }),
    put(bridge, { date: '2026-10-01' }),
  ])
  const dates = async (query: string) =>
    (await jsonOf(lin.call(`/api/timesheets?${query}`))).timesheets.map(
      (entry: { date: string }) => entry.date,
    )
  expect(await dates('from=2026-09-01&to=2026-09-30')).toEqual(['2026-09-30', '2026-09-01'])
  expect(await dates(`project=${other}`)).toEqual(['2026-09-30'])
})

it('tells the history of an entry: who, when, with what, what it was and became', async () => {
  const created = await create(values({ date: '2026-11-15' }))
  const { id, version } = await jsonOf(created)
  const replaced = await onto(
    'PUT',
    id,
    created.headers.get('etag'),
    values({ date: '2026-11-15', minutes: 45 }),
  )
  await onto('DELETE', id, replaced.headers.get('etag'))
  const { history } = await jsonOf(ada.call(`/api/timesheets/${id}/history`))
  expect(history).toMatchObject([
    { kind: 'entry.delete', became: { deleted: true } },
    { kind: 'entry.put', was: version, became: { minutes: 45 } },
    {
      kind: 'entry.put',
      was: null,
      became: { minutes: 30, note: 'Survey' },
      by: { person: ada.person },
      client: 'timesheets-app',
    },
  ])
})
