// History is never rewritten: the ledger is chained, sealed, complete, and closed to everything but appending.
import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { sealUnder } from '../../worker/seal.ts'
import type { LedgerRecord } from '../../worker/store/ledger.ts'
import { newId, project, put, remove, somebody } from './api.ts'

let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
})

const chainOf = async (chain: string) =>
  (
    await env.DB.prepare('select * from ledger where chain = ? order by place')
      .bind(chain)
      .all<LedgerRecord>()
  ).results

/** Whether a chain holds: no gap, each row names the one before, each seal is right, and the head is the last. */
async function holds(chain: string): Promise<boolean> {
  const seal = await sealUnder(String(env['LEDGER_SECRET']))
  let previous = ''
  let place = 0
  for (const row of await chainOf(chain)) {
    const isNext = row.place === ++place && row.previous === previous
    if (!isNext || row.hash !== (await seal.hash(row))) return false
    if (row.note !== null) {
      const { noteDigest } = JSON.parse(row.became ?? '{}')
      if (noteDigest !== (await seal.noteDigest(row.note, row.salt ?? ''))) return false
    }
    previous = row.hash
  }
  const head = await env.DB.prepare('select head, hash from chains where id = ?').bind(chain).first()
  return head?.['head'] === place && head['hash'] === previous
}

async function fullLife() {
  const ada = await somebody()
  const created = put(bridge, { note: 'Concrete, section 4' })
  const edited = put(bridge, {
    entry: created.entry,
    base: created.id,
    minutes: 90,
    note: 'Concrete, sections 4 and 5',
  })
  await ada.push([created, put(newId()), edited])
  await ada.push([remove(created.entry, edited.id), { id: newId(), kind: 'nonsense' }])
  return { ada, created, edited }
}

it('has one row for each verdict, refusals too, in one unbroken chain per person', async () => {
  const { ada, created, edited } = await fullLife()
  const rows = await chainOf(ada.person)
  expect(rows.map((row) => [row.place, row.kind, row.verdict])).toEqual([
    [1, 'entry.put', 'applied'],
    [2, 'entry.put', 'refused'],
    [3, 'entry.put', 'applied'],
    [4, 'entry.delete', 'applied'],
    [5, 'unknown', 'refused'],
  ])
  expect(rows[2]).toMatchObject({
    change: edited.id,
    was: created.id,
    actor: ada.person,
    client: 'timesheets-app',
    thing: created.entry,
  })
  expect(await holds(ada.person)).toBe(true)
  expect(await holds('company')).toBe(true)
})

it('keeps one unbroken chain under concurrent pushes', async () => {
  const ada = await somebody()
  await Promise.all(
    Array.from({ length: 6 }, (_, day) => ada.push([put(bridge, { date: `2026-10-0${day + 1}` })])),
  )
  expect(await chainOf(ada.person)).toHaveLength(6)
  expect(await holds(ada.person)).toBe(true)
})

it.each(['actor', 'verdict', 'became', 'note', 'at', 'received', 'place'])(
  'cannot be rewritten: %s',
  async (column) => {
    const { ada } = await fullLife()
    const write = env.DB.prepare(`update ledger set ${column} = '7' where chain = ?`).bind(ada.person).run()
    await expect(write).rejects.toThrow('never rewritten')
  },
)

it('cannot be shortened', async () => {
  await expect(env.DB.prepare('delete from ledger').run()).rejects.toThrow('never shortened')
})

it('shows a forged row even to somebody who took the trigger away', async () => {
  const { ada } = await fullLife()
  const trigger = await env.DB.prepare(
    "select sql from sqlite_master where name = 'ledger_is_never_rewritten'",
  ).first<string>('sql')
  await env.DB.prepare('drop trigger ledger_is_never_rewritten').run()
  await env.DB.prepare(
    `update ledger set became = json_set(became, '$.minutes', 600) where chain = ? and place = 1`,
  )
    .bind(ada.person)
    .run()
  await env.DB.prepare(trigger ?? '').run()
  expect(await holds(ada.person)).toBe(false)
})

it('lets a note be erased on legal demand without breaking the chain', async () => {
  const { ada } = await fullLife()
  await env.DB.prepare('update ledger set note = null, salt = null where chain = ?').bind(ada.person).run()
  expect(await holds(ada.person)).toBe(true)
})

it('can rebuild the projects', async () => {
  const tower = await project({ name: 'Tower', archived: true })
  const kept = await env.DB.prepare('select * from projects where id = ?').bind(tower.id).first()
  const written = (await chainOf('company')).findLast((row) => row.thing === tower.id)
  const { kind: _, archived, ...row } = JSON.parse(written?.became ?? '{}')
  expect({ ...row, number: written?.number, archived: archived ? 1 : 0 }).toEqual(kept)
})

it('can rebuild the entries', async () => {
  const { ada } = await fullLife()
  await ada.push([put(bridge, { note: 'and one that stays' })])
  const kept = (
    await env.DB.prepare('select * from entries where person = ? order by id').bind(ada.person).all()
  ).results
  const rebuilt = new Map<string, object>()
  for (const { became, note, number } of await chainOf(ada.person)) {
    if (became === null) continue
    const { kind: _, noteDigest: __, deleted, ...row } = JSON.parse(became)
    rebuilt.set(row.id, { ...row, note, number, deleted: deleted ? 1 : 0 })
  }
  expect([...rebuilt.entries()].toSorted().map(([, row]) => row)).toEqual(kept)
})
