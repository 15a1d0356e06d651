// What requests cost at D1. Rows are what is paid for, and unlike milliseconds they are the same on every machine.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { jsonOf, newId, project, put, type Somebody, somebody, words } from './api.ts'
import { counting } from './watched.ts'

const { DB, costOf } = counting()
let ada: Somebody
let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
  ada = await somebody({}, { DB })
})

/** Changes on as many days as there are changes, the dearest case. */
const hours = (count: number, from = 0) =>
  Array.from({ length: count }, (_, day) =>
    put(bridge, { date: dayAfter('2027-01-01', from + day), note: 'Formwork, axis B' }),
  )

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

describe('a push', () => {
  // The README shows these figures. Allowed are two calls, 7 written rows for one and 5n + 10 for n.
  it.each([
    [1, { calls: 2, read: 35, written: 6 }],
    [20, { calls: 2, read: 286, written: 101 }],
    [200, { calls: 2, read: 2678, written: 1001 }],
  ])('of %i costs %o', async (count, cost) => {
    const changes = hours(count, count * 10)
    const spent = await costOf(async () =>
      expect(new Set(words(await ada.push(changes)))).toEqual(new Set(['applied'])),
    )
    expect(spent).toEqual(cost)
  })

  it('brings news without a third call', async () => {
    const { cursor } = await ada.pull()
    const spent = await costOf(async () =>
      expect((await ada.push(hours(3, 9000), { since: cursor })).news?.rows).toHaveLength(3),
    )
    expect(spent.calls).toBe(2)
  })

  it('that repeats another writes nothing', async () => {
    const changes = hours(20, 5000)
    await ada.push(changes)
    const spent = await costOf(() => ada.push(changes))
    expect(spent).toEqual({ calls: 1, read: 259, written: 0 })
  })
})

describe('with 100,000 entries behind', () => {
  beforeAll(async () => {
    const rows = (from: number) =>
      JSON.stringify(
        Array.from({ length: 10_000 }, (_, index) => ({ id: newId(), number: 1_000_000 + from + index })),
      )
    for (let from = 0; from < 100_000; from += 10_000) {
      await env.DB.prepare(
        `insert into entries (person, id, project, date, minutes, note, version, number, deleted)
           select ?, value ->> 'id', ?, date('2000-01-01', ((value ->> 'number') % 9000) || ' days'), 5,
           'Formwork', value ->> 'id', value ->> 'number', 0 from json_each(?)`,
      )
        .bind(ada.person, bridge, rows(from))
        .run()
    }
  })

  it.each([
    ['the first page', ''],
    ['a period', '&from=2010-01-01&to=2010-12-31'],
    ['a later page', `&cursor=2015-06-01.${newId()}`],
  ])('a list of 50 reads no more rows than it returns, plus 2: %s', async (_, filter) => {
    const spent = await costOf(async () =>
      expect((await jsonOf(ada.call(`/api/timesheets?limit=50${filter}`))).timesheets).toHaveLength(50),
    )
    expect(spent).toEqual({ calls: 2, read: 52, written: 0 })
  })

  it('a pull of 7 reads 7 and a handful', async () => {
    const { cursor } = await ada.pull(await atTheEnd())
    await ada.push(hours(7, 2000))
    const spent = await costOf(async () => expect((await ada.pull(cursor)).rows).toHaveLength(7))
    expect(spent).toEqual({ calls: 2, read: 23, written: 0 })
  })

  it('a push reads no more than with none', async () => {
    const spent = await costOf(() => ada.push([put(bridge, { date: '2060-01-01' })]))
    expect(spent.read).toBeLessThanOrEqual(40)
  })

  /** The rows above were put in behind the ledger's back, with numbers beyond it. */
  async function atTheEnd(): Promise<string> {
    await env.DB.prepare('update entries set number = 0 where person = ? and number >= 1000000')
      .bind(ada.person)
      .run()
    return (await ada.pull()).cursor
  }
})
