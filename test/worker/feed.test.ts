// Pull: every device of a person ends with the same rows, whatever page it stopped at, whatever happened to the server.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import type { Page } from '../../worker/domain/sync.ts'
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

let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
})

const entriesIn = (page: Page) => page.rows.filter((row) => row.kind === 'entry')

it('brings what is new since the cursor, tombstones included, and nothing else', async () => {
  const ada = await somebody()
  const [one, two] = [put(bridge), put(bridge)]
  await ada.push([one, two])
  const all = await ada.pull()
  expect(entriesIn(all).map((row) => row.id)).toEqual([one.entry, two.entry])
  expect((await ada.pull(all.cursor)).rows).toEqual([])
  await ada.push([remove(one.entry, one.id)])
  const { rows, more } = await ada.pull(all.cursor)
  expect(rows).toMatchObject([{ id: one.entry, deleted: true }])
  expect(more).toBe(false)
})

it('shows nobody the rows of another person', async () => {
  const [ada, lin] = [await somebody(), await somebody()]
  await ada.push([put(bridge, { note: 'Ada only' })])
  expect(JSON.stringify(await lin.pull())).not.toContain('Ada only')
})

it('brings projects as they change', async () => {
  const ada = await somebody()
  const root = await administrator()
  const made = projectPut(newId())
  await root.push([made])
  const { cursor } = await ada.pull()
  await root.push([projectPut(made.project, { base: made.id, archived: true })])
  expect((await ada.pull(cursor)).rows).toMatchObject([{ kind: 'project', id: made.project, archived: true }])
})

it('pages through 1,100 rows without losing or repeating one, while others write', async () => {
  const ada = await somebody()
  const changes = Array.from({ length: 1100 }, (_, index) =>
    put(bridge, { minutes: 1, date: `2026-0${(index % 9) + 1}-${10 + (index % 16)}` }),
  )
  for (let from = 0; from < changes.length; from += 200) await ada.push(changes.slice(from, from + 200))
  const seen: string[] = []
  let page = await ada.pull()
  for (;;) {
    seen.push(...entriesIn(page).map((row) => row.id))
    if (!page.more) break
    const extra = put(bridge, { minutes: 1, date: '2025-01-01' })
    changes.push(extra)
    await ada.push([extra])
    page = await ada.pull(page.cursor)
  }
  expect(seen.toSorted()).toEqual(changes.map((change) => change.entry).toSorted())
})

it('answers the first page of news with the verdicts, and never lets verdicts move a cursor', async () => {
  const [phone, tablet] = [await somebody({ sub: 'two devices' }), await somebody({ sub: 'two devices' })]
  const { cursor } = await phone.pull()
  const elsewhere = put(bridge, { date: '2026-03-03' })
  await tablet.push([elsewhere])
  const here = put(bridge, { date: '2026-03-04' })
  const answer = await phone.push([here], { since: cursor })
  expect(words(answer)).toEqual(['applied'])
  expect(answer.news?.rows).toMatchObject([{ id: elsewhere.entry }, { id: here.entry }])
})

it('says so when the history is another one, and takes known changes again', async () => {
  const ada = await somebody()
  const change = put(bridge)
  await ada.push([change])
  const { cursor } = await ada.pull()
  const [position, began, witness, hash, rights] = cursor.split('.')
  for (const other of [
    `${position}.${began}.${Number(witness) + 5}.${hash}.${rights}`,
    `${position}.${began}.${witness}.${'0'.repeat(16)}.${rights}`,
  ]) {
    const response = await ada.call(`/api/changes?since=${other}`)
    expect([response.status, (await jsonOf(response)).code]).toEqual([410, 'history.restored'])
    const push = await ada.call('/api/changes', {
      method: 'POST',
      json: { person: ada.person, changes: [put(bridge)], since: other },
    })
    expect(push.status).toBe(410)
  }
  expect(entriesIn(await ada.pull())).toHaveLength(1)
  expect(words(await ada.push([change]))).toEqual(['applied'])
})

it('knows a person again whom a restore has forgotten, so that what waits for them can be delivered', async () => {
  const sub = newId()
  const ada = await somebody({ sub })
  for (const [table, column] of [
    ['identities', 'person'],
    ['chains', 'id'],
    ['people', 'id'],
  ]) {
    await env.DB.prepare(`delete from ${table} where ${column} = ?`).bind(ada.person).run()
  }
  const again = await somebody({ sub })
  expect(again.person).toBe(ada.person)
  expect(words(await ada.push([put(bridge)]))).toEqual(['applied'])
})

it('says so when the caller may see other things now', async () => {
  const sub = newId()
  const ada = await somebody({ sub })
  const { cursor } = await ada.pull()
  const token = await tenant.forge({ claims: { sub, scope: 'read:timesheets approve:timesheets' } })
  const response = await call(`/api/changes?since=${cursor}`, { token })
  expect([response.status, (await jsonOf(response)).code]).toEqual([410, 'rights.changed'])
})

it('gives no news to who may not read', async () => {
  const ada = await somebody({ scope: 'create:timesheets' })
  const answer = await ada.push([put(bridge)], { since: null })
  expect([words(answer), answer.news]).toEqual([['applied'], undefined])
})

it('makes one person of twenty first calls at once', async () => {
  const token = await tenant.forge({ claims: { sub: newId() } })
  const answers = await Promise.all(Array.from({ length: 20 }, () => jsonOf(call('/api/me', { token }))))
  const persons = new Set(answers.map((answer) => answer.person))
  expect(persons.size).toBe(1)
  expect(
    await env.DB.prepare('select count(*) as n from chains where id = ?')
      .bind([...persons][0])
      .first('n'),
  ).toBe(1)
})
