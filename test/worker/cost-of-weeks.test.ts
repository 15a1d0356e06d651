// What weeks, approvals and reports cost at D1, with a year of everybody's weeks behind them.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, addWeeks, daysOf, mondayOf } from '../../worker/domain/calendar.ts'
import { approver, jsonOf, newId, project, type Somebody, somebody, step, words } from './api.ts'
import { counting } from './watched.ts'

const { DB, costOf } = counting()
let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
})

describe('with 100 people, each with a year of weeks behind them', () => {
  const weeks = 52
  const weekOf = (place: number) => addWeeks('2025-W01', place)
  const last = weekOf(weeks - 1)
  let grace: Somebody
  let lin: Somebody

  beforeAll(async () => {
    lin = await somebody({}, { DB })
    grace = await approver('', { DB })
    const people = Array.from({ length: 100 }, () => newId()).concat(lin.person)
    const list = JSON.stringify(people)
    await env.DB.prepare(
      `insert into people (id, name, active, linked, manager, "from", version, number, first_number)
       select value, 'Person', 1, 0, ?, '2025-01-01', value, 0, 0 from json_each(?) where true
       on conflict do update set manager = excluded.manager`,
    )
      .bind(grace.person, list)
      .run()
    for (let place = 0; place < weeks; place += 1) {
      const monday = mondayOf(weekOf(place))
      const status = place === weeks - 1 ? 'submitted' : 'approved'
      await env.DB.prepare(
        `insert into weeks (person, monday, status, note, by, since, changed, version, number)
         select value, ?, ?, '', value, '', 0, lower(hex(randomblob(16))), 0 from json_each(?)`,
      )
        .bind(monday, status, list)
        .run()
      await env.DB.prepare(
        `insert into entries (person, id, project, date, minutes, note, version, number, deleted)
         select who.value, lower(hex(randomblob(16))), ?, date(?, day.value || ' days'), 480, '',
           lower(hex(randomblob(16))), 0, 0 from json_each(?) as who, json_each('[0,1,2,3,4]') as day`,
      )
        .bind(bridge, monday, list)
        .run()
      if (place === weeks - 1) continue
      const week = weekOf(place)
      await env.DB.prepare(
        `insert into lates (id, person, week, entry, wants, project, date, minutes, note, status, reason, by, at,
           received, version, number)
         select lower(hex(randomblob(16))), value, ?, lower(hex(randomblob(16))), 'put', ?, ?, 60, '', 'declined', '', value, '', '',
           lower(hex(randomblob(16))), 0 from json_each(?)`,
      )
        .bind(week, bridge, monday, list)
        .run()
      await env.DB.prepare(
        `insert into comments (person, week, id, author, note, at, received, version, number)
         select value, ?, lower(hex(randomblob(16))), value, 'Done', '', '', lower(hex(randomblob(16))), 0
         from json_each(?)`,
      )
        .bind(week, list)
        .run()
    }
  })

  it('opening a week reads the week', async () => {
    const spent = await costOf(async () =>
      expect(await jsonOf(lin.call(`/api/weeks/me/${last}`))).toMatchObject({ minutes: 2400 }),
    )
    expect(spent).toEqual({ calls: 2, read: 16, written: 0 })
  })

  it('the approvals list reads the weeks that wait', async () => {
    const spent = await costOf(async () =>
      expect((await jsonOf(grace.call('/api/weeks?status=submitted'))).weeks).toHaveLength(101),
    )
    expect(spent).toEqual({ calls: 2, read: 206, written: 0 })
  })

  it('a month of one person reads its days', async () => {
    const from = daysOf(weekOf(40))[0] ?? ''
    const query = `person=me&from=${from}&to=${addDays(from, 27)}`
    const spent = await costOf(async () =>
      expect((await jsonOf(lin.call(`/api/reports?${query}&by=day`))).minutes).toBe(9600),
    )
    expect(spent).toEqual({ calls: 2, read: 64, written: 0 })
  })

  it('a month of 100 people reads their days', async () => {
    const from = daysOf(weekOf(40))[0] ?? ''
    const query = `from=${from}&to=${addDays(from, 27)}`
    const spent = await costOf(async () =>
      expect((await jsonOf(grace.call(`/api/reports?${query}&by=person&person=all`))).groups).toHaveLength(
        101,
      ),
    )
    expect(spent).toEqual({ calls: 2, read: 6371, written: 0 })
  })

  it('an approver’s news reads what is new', async () => {
    const { cursor } = await grace.pull()
    expect(words(await lin.push([step('week.submit', lin, '2026-W01')]))).toEqual(['applied'])
    const spent = await costOf(async () => expect((await grace.pull(cursor)).rows).toHaveLength(1))
    expect(spent).toEqual({ calls: 2, read: 224, written: 0 })
  })

  it('a decision writes the week and the ledger', async () => {
    const submit = step('week.submit', lin, '2026-W02')
    await lin.push([submit])
    const approve = step('week.approve', lin, '2026-W02', submit.id)
    const spent = await costOf(async () => expect(words(await grace.push([approve]))).toEqual(['applied']))
    expect(spent).toEqual({ calls: 2, read: 40, written: 6 })
  })
})
