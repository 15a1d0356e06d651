// Reports: sums that equal what counts, for those who may ask.
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../worker/domain/calendar.ts'
import { By, groupsOf, type Line, linesPerPage, type Report } from '../../worker/domain/report.ts'
import {
  administrator,
  approver,
  jsonOf,
  newId,
  personPut,
  project,
  put,
  remove,
  somebody,
  type Somebody,
  step,
  words,
} from './api.ts'

let root: Somebody
let grace: Somebody
/** Approves nobody of these, and is who everybody else here answers to. */
let other: Somebody
let ada: Somebody
let lin: Somebody
let mallory: Somebody
let bridge: string
let attic: string
/** All hours of Ada and Lin that count, and those of them in approved weeks. */
const counted = { ada: [60, 90, 30, 45, 15], lin: [120, 7] }
const approved = { ada: 60 + 90 + 15, lin: 0 }
const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)

beforeAll(async () => {
  root = await administrator()
  ;[bridge, attic] = await Promise.all([
    project({ name: 'Harbour bridge' }).then(({ id }) => id),
    project({ name: 'Attic', client: 'Smith', code: 'AT', colour: '#111111' }).then(({ id }) => id),
  ])
  ;[grace, ada, lin, mallory] = await Promise.all([approver(), somebody(), somebody(), somebody()])
  other = await approver()
  for (const [who, manager] of [
    [ada, grace],
    [lin, grace],
    [mallory, other],
  ] as const) {
    await root.push([await personPut(root, who.person, { manager: manager.person })])
  }
  // Week 46: approved, with a late hour that is accepted, one that is declined and one that nobody has decided.
  const hours = [
    put(bridge, { date: '2026-11-09', minutes: 60 }),
    put(attic, { date: '2026-11-15', minutes: 90, zone: null }),
  ]
  const deleted = put(bridge, { date: '2026-11-10', minutes: 200 })
  const submit = step('week.submit', ada, '2026-W46')
  await ada.push([...hours, deleted, remove(deleted.entry, deleted.id), submit])
  const approve = step('week.approve', ada, '2026-W46', submit.id)
  await took(grace, approve)
  const late = [15, 25, 35].map((minutes) => put(bridge, { date: '2026-11-11', minutes, note: 'Late' }))
  await took(ada, ...late)
  const on = (id = '') => ({ id: newId(), person: ada.person, late: id, base: id, at: submit.at })
  const decisions = [
    { ...on(late[0]?.id), kind: 'late.accept' },
    { ...on(late[1]?.id), kind: 'late.decline', reason: 'No' },
  ]
  await took(grace, ...decisions)
  // Week 47: submitted; and 48: nothing was done with it yet.
  const timed = {
    date: '2026-11-16',
    minutes: 30,
    start: '2026-11-16T09:00+01:00',
    end: '2026-11-16T09:30+01:00',
  }
  await ada.push([put(attic, timed), step('week.submit', ada, '2026-W47')])
  await ada.push([put(bridge, { date: '2026-11-23', minutes: 45, note: '=1+1' })])
  await lin.push([
    put(bridge, { date: '2026-11-09', minutes: 120 }),
    put(attic, { date: '2026-11-30', minutes: 7 }),
  ])
  await mallory.push([put(bridge, { date: '2026-11-09', minutes: 999, note: 'Mallory only' })])
})

async function took(who: Somebody, ...changes: { id: string }[]) {
  const refused = words(await who.push(changes)).filter((word) => word !== 'applied' && word !== 'late')
  if (refused.length > 0) throw new Error(refused.join())
}

/** Somebody for whom Grace does not act. */
async function stranger() {
  const eve = await somebody()
  await root.push([await personPut(root, eve.person, { manager: other.person })])
  return eve
}

const span = 'from=2026-11-09&to=2026-11-30'
const report = async (who: Somebody, query: string): Promise<Report> =>
  jsonOf(who.call(`/api/reports?${span}&${query}`))
async function lines(who: Somebody, query = ''): Promise<Line[]> {
  return (await jsonOf(who.call(`/api/reports?${span}&by=entry${query}`))).lines
}

describe('the sums', () => {
  it.each(By.options)(
    'by %s are what counts: no late hour that nobody accepted, no deleted one',
    async (by) => {
      const total = { minutes: sum(counted.ada), approved: approved.ada }
      const { groups, ...rest } = await report(ada, `by=${by}`)
      expect(rest).toEqual({ from: '2026-11-09', to: '2026-11-30', by, ...total })
      expect(sum(groups.map(({ minutes }) => minutes))).toBe(total.minutes)
      expect(sum(groups.map((group) => group.approved))).toBe(total.approved)
    },
  )

  it.each(By.options)('by %s of all are those of each for whom Grace acts, and no others', async (by) => {
    const all = await report(grace, `by=${by}&person=all`)
    expect(all).toMatchObject({ minutes: sum(counted.ada) + sum(counted.lin), approved: approved.ada })
    const each = await Promise.all([ada, lin].map(({ person }) => report(grace, `by=${by}&person=${person}`)))
    expect(sum(each.map(({ minutes }) => minutes))).toBe(all.minutes)
  })

  it.each(By.options)('by %s agree with the groups of their own lines', async (by) => {
    for (const [who, query] of [
      [ada, ''],
      [lin, ''],
      [grace, '&person=all'],
      [grace, `&person=${ada.person}`],
      [grace, ''],
    ] as const) {
      expect((await report(who, `by=${by}${query}`)).groups).toEqual(groupsOf(await lines(who, query), by))
    }
  })

  it('agree also on projects of one name', async () => {
    const eve = await stranger()
    const twins = await Promise.all(Array.from({ length: 6 }, () => project({ name: 'Twin' })))
    await eve.push(twins.map(({ id }, place) => put(id, { date: `2026-11-${20 - place}` })))
    expect((await report(eve, 'by=project')).groups).toEqual(groupsOf(await lines(eve), 'project'))
  })

  it('name the projects and say which minutes are approved', async () => {
    expect((await report(ada, 'by=project')).groups).toEqual([
      {
        key: attic,
        name: 'Attic',
        client: 'Smith',
        code: 'AT',
        colour: '#111111',
        minutes: 120,
        approved: 90,
      },
      {
        key: bridge,
        name: 'Harbour bridge',
        client: 'Port of Hamburg',
        code: 'HB-1',
        colour: '#0f766e',
        minutes: 120,
        approved: 75,
      },
    ])
    expect(
      (await report(ada, 'by=day')).groups.map(({ key, minutes, approved: of }) => [key, minutes, of]),
    ).toEqual([
      ['2026-11-09', 60, 60],
      ['2026-11-11', 15, 15],
      ['2026-11-15', 90, 90],
      ['2026-11-16', 30, 0],
      ['2026-11-23', 45, 0],
    ])
  })

  it('are approved no more once the week is opened again', async () => {
    const eve = await stranger()
    const submit = step('week.submit', eve, '2026-W47')
    const approve = step('week.approve', eve, '2026-W47', submit.id)
    await eve.push([put(bridge), submit])
    await other.push([approve])
    expect(await report(eve, 'by=day')).toMatchObject({ minutes: 60, approved: 60 })
    await other.push([{ ...step('week.reopen', eve, '2026-W47', approve.id), reason: 'Again' }])
    expect(await report(eve, 'by=day')).toMatchObject({ minutes: 60, approved: 0 })
  })

  it('are nothing where there is nothing', async () => {
    const eve = await somebody()
    expect(await report(eve, 'by=project')).toMatchObject({ groups: [], minutes: 0, approved: 0 })
    expect(await lines(eve)).toEqual([])
  })
})

describe('the lines', () => {
  it('say all of an hour, and where its week stands', async () => {
    expect(await lines(ada)).toMatchObject([
      { date: '2026-11-09', minutes: 60, status: 'approved', zone: 'Europe/Berlin', person: ada.person },
      { date: '2026-11-11', minutes: 15, status: 'approved', note: 'Late' },
      {
        date: '2026-11-15',
        minutes: 90,
        status: 'approved',
        zone: null,
        projectName: 'Attic',
        client: 'Smith',
        code: 'AT',
      },
      {
        date: '2026-11-16',
        minutes: 30,
        status: 'submitted',
        start: '2026-11-16T09:00+01:00',
        end: '2026-11-16T09:30+01:00',
      },
      { date: '2026-11-23', minutes: 45, status: 'open', note: '=1+1', start: null, end: null },
    ])
  })

  it('come a page at a time, each once, person by person and by date', async () => {
    const eve = await stranger()
    const days = Array.from({ length: linesPerPage + 50 }, (_, place) => addDays('2026-01-01', place % 300))
    for (let from = 0; from < days.length; from += 200) {
      expect(
        new Set(
          words(
            await eve.push(days.slice(from, from + 200).map((date) => put(bridge, { date, minutes: 1 }))),
          ),
        ),
      ).toEqual(new Set(['applied']))
    }
    const seen: Line[] = []
    const sizes: number[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path = `/api/reports?from=2026-01-01&to=2026-12-31&by=entry${cursor && `&cursor=${cursor}`}`
      const page: { lines: Line[]; cursor: string | null } = await jsonOf(eve.call(path))
      seen.push(...page.lines)
      sizes.push(page.lines.length)
      cursor = page.cursor
    }
    expect(sizes).toEqual([linesPerPage, 50])
    expect(new Set(seen.map(({ entry }) => entry)).size).toBe(days.length)
    expect(seen.map(({ date }) => date)).toEqual(days.toSorted())
  })
})

describe('who asks', () => {
  it.each<[string, () => [Somebody, string], number[]]>([
    ['Ada of herself', () => [ada, ''], counted.ada],
    ['Ada of herself, by her id', () => [ada, `&person=${ada.person}`], counted.ada],
    ['Ada of all, who gets herself', () => [ada, '&person=all'], counted.ada],
    ['Grace of Ada', () => [grace, `&person=${ada.person}`], counted.ada],
    ['Grace of herself, who has none', () => [grace, '&person=me'], []],
    ['Grace of all, Mallory not among them', () => [grace, '&person=all'], [...counted.ada, ...counted.lin]],
  ])('%s', async (_, asked, minutes) => {
    const [who, query] = asked()
    const found = await lines(who, query)
    expect(found.map((line) => line.minutes).toSorted()).toEqual(minutes.toSorted())
    expect(JSON.stringify(found)).not.toContain('Mallory')
  })

  it.each<[string, () => [Somebody, Somebody]]>([
    ['Ada of Lin', () => [ada, lin]],
    ['Ada of Grace', () => [ada, grace]],
    ['Mallory of Ada', () => [mallory, ada]],
    ['Grace of Mallory, for whom she does not act', () => [grace, mallory]],
  ])('%s is refused', async (_, asked) => {
    const [who, { person }] = asked()
    for (const by of [...By.options, 'entry']) {
      const response = await who.call(`/api/reports?${span}&by=${by}&person=${person}`)
      expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'week.not-yours'])
    }
  })

  it('of somebody nobody knows is refused in the same words', async () => {
    const response = await grace.call(`/api/reports?${span}&by=day&person=${newId()}`)
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'week.not-yours'])
  })

  it('with no right to read gets nothing', async () => {
    const blind = await somebody({ scope: 'create:timesheets approve:timesheets' })
    expect((await blind.call(`/api/reports?${span}&by=day`)).status).toBe(403)
  })
})

describe('a span', () => {
  it.each([
    ['of one day', 'from=2026-11-09&to=2026-11-09', 200],
    ['of a leap year', 'from=2028-01-01&to=2028-12-31', 200],
    ['of 366 days', 'from=2026-01-01&to=2027-01-01', 200],
    ['of 367 days', 'from=2026-01-01&to=2027-01-02', 400],
    ['that ends before it begins', 'from=2026-11-10&to=2026-11-09', 400],
    ['of days that do not exist', 'from=2026-02-29&to=2026-03-01', 400],
    ['without an end', 'from=2026-11-09', 400],
    ['without a beginning', 'to=2026-11-09', 400],
    ['to the last day there is', 'from=2099-12-31&to=2099-12-31', 200],
  ])('%s (%s): %i', async (_, query, status) => {
    for (const by of ['day', 'entry']) {
      const response = await ada.call(`/api/reports?${query}&by=${by}`)
      const { code } = await jsonOf(response)
      expect([response.status, code]).toEqual([status, status === 400 ? 'input.invalid' : undefined])
    }
  })

  it.each(['by=week', 'by=', 'by=day&cursor=x', 'by=day&person=ada', 'by=day&sort=up', ''])(
    'is asked for in no other way: %j',
    async (query) => {
      expect((await ada.call(`/api/reports?${span}&${query}`)).status).toBe(400)
    },
  )
})
