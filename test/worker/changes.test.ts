// The protocol: each change once, each with a verdict, whoever sends it and however often.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import {
  administrator,
  call,
  jsonOf,
  newId,
  project,
  projectPut,
  put,
  remove,
  somebody,
  tenant,
  words,
} from './api.ts'
import { losing, meddling, watched } from './watched.ts'

let bridge: Awaited<ReturnType<typeof project>>
beforeAll(async () => {
  bridge = await project()
})

const rowsOf = async (person: string) =>
  (await env.DB.prepare('select * from entries where person = ? and deleted = 0').bind(person).all()).results

it('keeps an hour once however often it is sent', async () => {
  const ada = await somebody()
  const change = put(bridge.id)
  const first = await ada.push([change])
  const again = await ada.push([change])
  const twice = await ada.push([change, change])
  expect(words(first)).toEqual(['applied'])
  expect(again).toEqual(first)
  expect(twice.verdicts).toEqual([...first.verdicts, ...first.verdicts])
  expect(await rowsOf(ada.person)).toHaveLength(1)
})

it('keeps an hour once when it is sent twice in one push', async () => {
  const ada = await somebody()
  const change = put(bridge.id)
  const { verdicts } = await ada.push([change, change])
  expect(verdicts[0]).toEqual(verdicts[1])
  expect(await rowsOf(ada.person)).toHaveLength(1)
})

it('lets create, edit, edit and delete of one entry travel in one push', async () => {
  const ada = await somebody()
  const created = put(bridge.id, { minutes: 60 })
  const edited = put(bridge.id, { entry: created.entry, base: created.id, minutes: 90 })
  const again = put(bridge.id, { entry: created.entry, base: edited.id, minutes: 120 })
  const answer = await ada.push([created, edited, again, remove(created.entry, again.id)])
  expect(words(answer)).toEqual(['applied', 'applied', 'applied', 'applied'])
  expect(
    answer.verdicts.map(
      (verdict) => verdict.verdict === 'applied' && 'minutes' in verdict.row && verdict.row.minutes,
    ),
  ).toEqual([60, 90, 120, 120])
  expect(await rowsOf(ada.person)).toHaveLength(0)
})

it('answers a bad change with a verdict of its own and takes the others', async () => {
  const ada = await somebody()
  const bad = put(bridge.id, { minutes: 1.5 })
  const answer = await ada.push([put(bridge.id), bad, { id: newId(), kind: 'nonsense' }, put(bridge.id)])
  expect(words(answer)).toEqual(['applied', 'input.invalid', 'input.invalid', 'applied'])
  expect(answer.verdicts[1]).toMatchObject({
    problem: { issues: [{ path: 'minutes', reason: 'must be whole minutes' }] },
  })
  expect(await ada.push([bad])).toEqual({ verdicts: [answer.verdicts[1]] })
})

it('refuses an id that was used for something else', async () => {
  const ada = await somebody()
  const change = put(bridge.id)
  await ada.push([change])
  expect(words(await ada.push([{ ...change, minutes: 61 }]))).toEqual(['change.reused'])
  expect(await rowsOf(ada.person)).toMatchObject([{ minutes: 60 }])
})

it('keeps a refusal: a delayed copy of a refused change cannot take effect later', async () => {
  const root = await administrator()
  const ada = await somebody()
  const tower = await project({ archived: true })
  const change = put(tower.id)
  expect(words(await ada.push([change]))).toEqual(['project.archived'])
  await root.push([projectPut(tower.id, { base: tower.version, archived: false })])
  expect(words(await ada.push([change]))).toEqual(['project.archived'])
  expect(words(await ada.push([{ ...change, id: newId() }]))).toEqual(['applied'])
})

it('refuses a stale edit, and an entry that exists already', async () => {
  const ada = await somebody()
  const created = put(bridge.id)
  const edited = put(bridge.id, { entry: created.entry, base: created.id, minutes: 90 })
  await ada.push([created, edited])
  const late = put(bridge.id, { entry: created.entry, base: created.id, minutes: 30 })
  const fresh = put(bridge.id, { entry: created.entry })
  expect(words(await ada.push([late, fresh, remove(created.entry, created.id)]))).toEqual([
    'entry.stale',
    'entry.exists',
    'entry.stale',
  ])
  expect(await rowsOf(ada.person)).toMatchObject([{ minutes: 90 }])
})

it('restores a deleted entry by a put on the version of its tombstone', async () => {
  const ada = await somebody()
  const created = put(bridge.id)
  const deleted = remove(created.entry, created.id)
  await ada.push([created, deleted])
  const restored = put(bridge.id, { entry: created.entry, base: deleted.id })
  expect(words(await ada.push([restored]))).toEqual(['applied'])
  expect(await rowsOf(ada.person)).toMatchObject([{ id: created.entry, version: restored.id }])
})

it('never puts more than 24 hours on a day, also within one push and when entries move', async () => {
  const ada = await somebody()
  const [one, two, three] = [600, 600, 600].map((minutes) => put(bridge.id, { minutes }))
  expect(words(await ada.push([one!, two!, three!]))).toEqual(['applied', 'applied', 'day.full'])
  const elsewhere = put(bridge.id, { entry: one!.entry, base: one!.id, minutes: 600, date: '2026-11-19' })
  const now = put(bridge.id, { minutes: 840 })
  expect(words(await ada.push([elsewhere, now, put(bridge.id, { minutes: 1 })]))).toEqual([
    'applied',
    'applied',
    'day.full',
  ])
})

it('lets an entry that fills its day be corrected', async () => {
  const ada = await somebody()
  const full = put(bridge.id, { minutes: 1440 })
  const corrected = put(bridge.id, { entry: full.entry, base: full.id, minutes: 1439 })
  expect(words(await ada.push([full, corrected, put(bridge.id, { minutes: 2 })]))).toEqual([
    'applied',
    'applied',
    'day.full',
  ])
})

it('never puts more than 24 hours on a day under ten concurrent pushes', async () => {
  const ada = await somebody()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      ada.push([put(bridge.id, { minutes: 300 }), put(bridge.id, { minutes: 300 })]),
    ),
  )
  const applied = answers.flatMap((answer) => words(answer)).filter((word) => word === 'applied')
  expect(applied).toHaveLength(4)
  const [{ total }] = (
    await env.DB.prepare('select sum(minutes) as total from entries where person = ?')
      .bind(ada.person)
      .all<{ total: number }>()
  ).results as [{ total: number }]
  expect(total).toBe(1200)
})

it('keeps an hour once when D1 commits and the answer is lost on the way to the Worker', async () => {
  const sub = newId()
  await somebody({ sub })
  const ada = await somebody({ sub }, { DB: losing(1) })
  expect(words(await ada.push([put(bridge.id), put(bridge.id)]))).toEqual(['applied', 'applied'])
  expect(await rowsOf(ada.person)).toHaveLength(2)
})

it('asks to come back later when D1 cannot be talked to, and loses nothing', async () => {
  const sub = newId()
  const ada = await somebody({ sub })
  const change = put(bridge.id)
  const json = { person: ada.person, changes: [change] }
  const DB = watched(() => {
    throw new Error('D1_ERROR: D1 DB is overloaded.')
  })
  const response = await call('/api/changes', { method: 'POST', token: ada.token, json }, { DB })
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
  expect(words(await ada.push([change]))).toEqual(['applied'])
})

it('lets no change of a person touch what was not ruled on, whatever id it borrows', async () => {
  const root = await administrator()
  const tower = await project()
  const archive = projectPut(tower.id, { base: tower.version, archived: true })
  const sub = newId()
  await somebody({ sub })
  const ada = await somebody({ sub }, { DB: meddling(() => root.push([archive])) })
  await ada.push([put(tower.id, { id: tower.version }), put(tower.id)])
  const row = await env.DB.prepare('select archived, version from projects where id = ?')
    .bind(tower.id)
    .first()
  expect(row).toEqual({ archived: 1, version: archive.id })
})

it('puts no hour on a project that is archived while the hour is on its way', async () => {
  const root = await administrator()
  const tower = await project()
  const sub = newId()
  await somebody({ sub })
  const archive = projectPut(tower.id, { base: tower.version, archived: true })
  const ada = await somebody({ sub }, { DB: meddling(() => root.push([archive])) })
  expect(words(await ada.push([put(tower.id)]))).toEqual(['project.archived'])
})

it('answers one verdict to an id, also when the kind could be read and the rest could not', async () => {
  const root = await administrator()
  const change = projectPut(newId())
  expect(words(await root.push([{ ...change, colour: 'teal' }]))).toEqual(['input.invalid'])
  expect(words(await root.push([change]))).toEqual(['change.reused'])
})

it('knows a repeat whatever the order of its fields', async () => {
  const ada = await somebody()
  const change = put(bridge.id)
  await ada.push([change])
  const reordered = Object.fromEntries(Object.entries(change).toReversed())
  expect(words(await ada.push([{ ...reordered, id: change.id }]))).toEqual(['applied'])
})

it('writes nothing for somebody else, and says whose token it is not', async () => {
  const [ada, lin] = [await somebody(), await somebody()]
  const response = await lin.call('/api/changes', {
    method: 'POST',
    json: { person: ada.person, changes: [put(bridge.id)] },
  })
  expect(response.status).toBe(403)
  expect(await jsonOf(response)).toMatchObject({ code: 'account.mismatch' })
  expect(await rowsOf(ada.person)).toHaveLength(0)
})

it('gives no verdict where a scope is missing: the change keeps waiting', async () => {
  const sub = newId()
  const ada = await somebody({ sub })
  const reader = await tenant.forge({ claims: { sub, scope: 'read:timesheets' } })
  const change = put(bridge.id)
  const refused = await call('/api/changes', {
    method: 'POST',
    token: reader,
    json: { person: ada.person, changes: [change] },
  })
  expect(refused.status).toBe(403)
  expect(await jsonOf(refused)).toMatchObject({ code: 'insufficient_scope', scope: 'create:timesheets' })
  expect(words(await ada.push([change]))).toEqual(['applied'])
})

it('gives no verdict to a deactivated person', async () => {
  const ada = await somebody()
  await env.DB.prepare('update people set active = 0 where id = ?').bind(ada.person).run()
  const response = await ada.call('/api/changes', {
    method: 'POST',
    json: { person: ada.person, changes: [put(bridge.id)] },
  })
  expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'person.deactivated'])
})
