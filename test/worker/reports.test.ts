// Reports: sums that equal what counts, and the lines that they are the sums of.
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../worker/domain/calendar.ts'
import { By, groupsOf, type Line, linesPerPage } from '../../worker/domain/report.ts'
import { jsonOf, project, put, somebody, type Somebody, step } from './api.ts'
import { answersTo, took } from './managed.ts'
import { approved, counted, lines, report, reported } from './reported.ts'

let root: Somebody
let grace: Somebody
let other: Somebody
let ada: Somebody
let lin: Somebody
let bridge: string
let attic: string
beforeAll(async () => {
  ;({ root, grace, other, ada, lin, bridge, attic } = await reported())
})

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)

/** Somebody for whom Grace does not act. */
async function stranger() {
  const eve = await somebody()
  await answersTo(root, eve, { manager: other.person })
  return eve
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
      await took(eve, ...days.slice(from, from + 200).map((date) => put(bridge, { date, minutes: 1 })))
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
