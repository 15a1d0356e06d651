// History is never rewritten: the ledger is chained, sealed, complete, and closed to everything but appending.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { mondayOf } from '../../worker/domain/calendar.ts'
import { approver, newId, project, put, remove, somebody, step } from './api.ts'
import { chainOf, holds } from './chain.ts'
import { comment, decision, took } from './managed.ts'

let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
})

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

describe('can rebuild', () => {
  interface Rebuilt {
    kind: string
    number: number
    /** That of the first change that left it. */
    firstNumber: number
    note: string | null
    also?: Rebuilt[]
  }

  /** Every row that these chains say was left, the last one of each thing; notes are where they were given. */
  async function rebuilt(...chains: string[]) {
    const rows = new Map<string, Rebuilt>()
    const take = (row: Omit<Rebuilt, 'firstNumber'>) => {
      const key = nameOf(row)
      rows.set(key, { ...row, firstNumber: rows.get(key)?.firstNumber ?? row.number })
    }
    const history = (await Promise.all(chains.map(chainOf))).flat()
    for (const { became, note, number } of history.toSorted((one, other) => one.number - other.number)) {
      if (became === null) continue
      const { noteDigest: _, also = [], ...row } = JSON.parse(became)
      const [said, reason = ''] = note?.split('\u001f') ?? [null]
      take({ ...row, note: said, ...(row.kind === 'late' && { reason }), number })
      for (const moved of also) {
        // What an accepted hour says is what was proposed; a week that it moves keeps its reason.
        const kept = moved.kind === 'week' ? rows.get(nameOf(moved))?.note : said
        take({ ...moved, note: kept ?? null, number })
      }
    }
    return [...rows.values()]
  }

  const nameOf = (row: object) => {
    const { kind, person, id, week } = row as Record<string, string>
    return `${kind} ${person} ${id ?? week}`
  }

  const has = {
    entries: 'entry',
    weeks: 'week',
    lates: 'late',
    comments: 'comment',
    people: 'person',
    projects: 'project',
  }

  /** A row as its table keeps it. */
  const asKept = (columns: readonly string[], row: object) => {
    const { week, byName, authorName, firstNumber, ...rest } = row as Record<string, unknown>
    const all: Record<string, unknown> = {
      ...rest,
      week,
      by_name: byName,
      author_name: authorName,
      first_number: firstNumber,
      known: '[]',
    }
    if (typeof week === 'string') all['monday'] = mondayOf(week)
    return Object.fromEntries(
      columns.map((column) => {
        const value = all[column] ?? null
        if (typeof value === 'boolean') return [column, value ? 1 : 0]
        return [column, Array.isArray(value) ? JSON.stringify(value) : value]
      }),
    )
  }

  it.each(Object.entries(has))('%s', async (table, kind) => {
    const [ada, grace] = await twoLives()
    const whose = { people: 'id', projects: '1 or id' }[table] ?? 'person'
    const { results: kept } = await env.DB.prepare(`select * from ${table} where ${whose} in (?, ?)`)
      .bind(ada.person, grace.person)
      .all()
    expect(kept.length).toBeGreaterThan(0)
    const columns = Object.keys(kept[0] ?? {})
    const rows = (await rebuilt('company', ada.person, grace.person))
      .filter((row) => row.kind === kind)
      .map((row) => asKept(columns, row))
    for (const row of kept) expect(rows).toContainEqual(row)
  })

  /** Everything that can happen to a week: hours, a late one, a return, an approval, a proposal, comments. */
  async function twoLives() {
    const { ada } = await fullLife()
    const grace = await approver()
    const week = '2026-W47'
    await ada.push([put(bridge, { note: 'and one that stays' })])
    const submit = step('week.submit', ada, week)
    const [late, later] = [
      put(bridge, { minutes: 20, note: 'Late' }),
      put(bridge, { minutes: 25, note: 'Later' }),
    ]
    await ada.push([submit, late, comment(ada, week, 'Done')])
    const back = { ...step('week.return', ada, week, late.id), reason: 'Check Friday' }
    await grace.push([back])
    const again = step('week.submit', ada, week, back.id)
    await ada.push([again])
    await grace.push([step('week.approve', ada, week, again.id)])
    const unwanted = put(bridge, { minutes: 30, note: 'Unwanted' })
    await ada.push([later, unwanted, put(bridge, { minutes: 30 })])
    await took(grace, decision('late.accept', ada, later.id), decision('late.decline', ada, unwanted.id))
    expect(await holds(ada.person)).toBe(true)
    return [ada, grace] as const
  }
})
