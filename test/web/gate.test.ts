// No week is submitted without an hour that Ada believes is in it (README, "What is promised").
import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/change.ts'
import { cards } from '../../web/data/cards.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { sendable } from '../../web/data/push.ts'
import type { OutboxItem } from '../../web/data/stored.ts'
import { sync } from '../../web/data/sync.ts'
import { park } from '../../web/data/verdicts.ts'
import { adasPage, bookOn, hour, outboxOf, save, screen } from './arrange.ts'
import { Phone } from './platform.ts'
import { bridge, people, tunnel } from './set-up.ts'
import { problem, World } from './world.ts'

const week = '2026-W47'
const submit = (saw: string | null = null) => ({ kind: 'week.submit' as const, week, saw })
const lookAgain = { code: 'week.look-again', week }
const mine = `${people.Ada} ${week}`

/** Ada's page, and the pushes from now on. */
async function ada() {
  const world = new World()
  const page = await adasPage(world, new Phone(world))
  const from = world.pushed.length
  return { world, page, pushes: () => world.kindsPushed(from) }
}

/** Ada has submitted a week with an hour on a project that was archived meanwhile. */
async function barredWeek() {
  const { world, page, pushes } = await ada()
  world.api.setArchived(tunnel, true)
  const { entry } = await save(page, hour({ project: tunnel }))
  await save(page, hour({ minutes: 30 }))
  await save(page, submit())
  await sync(page)
  return { world, page, pushes, entry }
}

describe('a submission', () => {
  it('goes when the hours saved before it have their verdicts', async () => {
    const { world, page, pushes } = await ada()
    await save(page, hour())
    await save(page, hour({ minutes: 30 }))
    await save(page, submit())
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 3, waiting: 0 })
    expect(pushes()).toEqual([['entry.put', 'entry.put'], ['week.submit']])
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'submitted' })
  })

  it('does not wait for hours of other weeks', async () => {
    const { page, pushes } = await ada()
    await save(page, hour({ date: '2026-11-09' }))
    await save(page, submit())
    await sync(page)
    expect(pushes()).toEqual([['entry.put', 'week.submit']])
  })

  it.each([
    ['is deleted', (entry: string) => ({ kind: 'entry.delete' as const, entry })],
    ['leaves the week', (entry: string) => hour({ entry, date: '2026-11-09' })],
  ])('waits for an hour that %s', async (_, change) => {
    const { page, pushes } = await ada()
    const { entry } = await save(page, hour())
    await sync(page)
    await save(page, change(entry))
    await save(page, submit())
    await sync(page)
    expect(pushes().slice(1)).toEqual([[change(entry).kind], ['week.submit']])
  })

  it('waits for an hour that was saved in the week and moved out of it before anything was sent', async () => {
    const { page, pushes } = await ada()
    const { entry } = await save(page, hour())
    await save(page, hour({ entry, date: '2026-11-09' }))
    await save(page, submit())
    await sync(page)
    expect(pushes()).toEqual([['entry.put', 'entry.put'], ['week.submit']])
  })

  it('waits for an hour on which the server fails', async () => {
    const { world, page } = await ada()
    await save(page, hour({ note: 'poison' }))
    await save(page, submit())
    world.upset('POST /api/changes', problem(500, 'fault'))
    expect(await sync(page)).toMatchObject({ outcome: 'failed', waiting: 2, withheld: 0 })
    expect(world.api.weekOf('Ada', week)).toBeUndefined()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2 })
  })

  it('waits with a deletion for which Ada lacks the right, and is not tried in vain', async () => {
    const { world, page } = await ada()
    const { entry } = await save(page, hour())
    await sync(page)
    await save(page, { kind: 'entry.delete', entry })
    await save(page, submit())
    world.api.scopes.Ada = ['read:timesheets', 'create:timesheets']
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 2, withheld: 2 })
    delete world.api.scopes.Ada
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2, waiting: 0 })
  })
})

describe('a submission behind a refused hour', () => {
  it('is not sent but stands beside it: look at this week again', async () => {
    const { world, page, pushes } = await barredWeek()
    expect(pushes()).toEqual([['entry.put', 'entry.put']])
    expect(world.api.weekOf('Ada', week)).toBeUndefined()
    expect(cards(await outboxOf(page))).toMatchObject([
      { problem: { code: 'project.archived' } },
      { thing: mine, problem: lookAgain, change: { kind: 'week.submit' } },
    ])
    expect((await bookOn(page)).weeks.size).toBe(0)
  })

  it('cannot be retried while the hour stands refused, and can when it was given up', async () => {
    const { world, page, entry } = await barredWeek()
    expect(await retry(page, people.Ada, mine)).toEqual({ refused: lookAgain })
    await discard(page, people.Ada, entry)
    expect(await retry(page, people.Ada, mine)).toMatchObject({ kept: { kind: 'week.submit', base: null } })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1, refused: 0 })
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'submitted' })
    expect(await outboxOf(page)).toEqual([])
  })

  it('does not go by itself when the hour was put right', async () => {
    const { world, page, entry } = await barredWeek()
    await save(page, hour({ entry, project: bridge }))
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(world.api.weekOf('Ada', week)).toBeUndefined()
    await retry(page, people.Ada, mine)
    await sync(page)
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'submitted' })
    expect(await screen(page)).toHaveLength(2)
  })

  it('cannot be retried either when another hour was refused after it', async () => {
    const { page, entry } = await barredWeek()
    const other = await save(page, hour({ minutes: 5 }))
    await discard(page, people.Ada, entry)
    const items = await outboxOf(page)
    const waits = items.find(({ change }) => change.id === other.id)
    if (waits) await park(page, waits, { code: 'body.too-large' })
    expect(await retry(page, people.Ada, mine)).toEqual({ refused: lookAgain })
  })

  it('can be given up', async () => {
    const { page } = await barredWeek()
    expect(await discard(page, people.Ada, mine)).toBe(true)
    expect(cards(await outboxOf(page))).toHaveLength(1)
  })

  it('is the same where the refused hour was to leave the week', async () => {
    const { world, page } = await ada()
    const { entry } = await save(page, hour())
    await sync(page)
    world.api.setArchived(tunnel, true)
    await save(page, hour({ entry, project: tunnel, date: '2026-11-09' }))
    await save(page, submit())
    await sync(page)
    expect(world.api.weekOf('Ada', week)).toBeUndefined()
    expect(cards(await outboxOf(page)).map(({ problem: { code } }) => code)).toEqual([
      'project.archived',
      'week.look-again',
    ])
  })
})

describe('a withdrawal', () => {
  it('is not barred by a refused hour: it may be what it takes to put it right', async () => {
    const { world, page } = await ada()
    await save(page, submit())
    await sync(page)
    const tablet = await adasPage(world, new Phone(world))
    await save(tablet, {
      kind: 'week.withdraw',
      week,
      saw: (await bookOn(tablet)).weeks.get(mine)?.version ?? '',
    })
    await sync(tablet)
    await sync(page)
    world.api.setArchived(tunnel, true)
    const { entry } = await save(page, hour({ project: tunnel }))
    await sync(page)
    const again = await save(tablet, submit((await bookOn(tablet)).weeks.get(mine)?.version ?? null))
    await sync(tablet)
    await sync(page)
    expect(await keep(page, people.Ada, hour({ entry, project: bridge }))).toEqual({
      refused: { code: 'week.submitted', week },
    })
    await save(page, { kind: 'week.withdraw', week, saw: again.id })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1, waiting: 0 })
    await save(page, hour({ entry, project: bridge }))
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1, waiting: 0 })
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'open' })
    expect(await outboxOf(page)).toEqual([])
  })

  it('goes before what is logged after it, which names it as the week that was seen', async () => {
    const { world, page } = await ada()
    const submitted = await save(page, submit())
    await sync(page)
    const withdrawn = await save(page, { kind: 'week.withdraw', week, saw: submitted.id })
    expect(await save(page, hour())).toMatchObject({ seen: withdrawn.id })
    expect(await sync(page)).toMatchObject({ delivered: 2, refused: 0 })
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'open', version: withdrawn.id })
  })

  it('is not overtaken where it waits itself', () => {
    const made = (order: number, change: object): OutboxItem => ({
      order,
      person: people.Ada,
      kept: '2026-11-21T09:00:00.000Z',
      problem: null,
      change: { id: `${order}`, at: '', ...change } as Change,
    })
    const items = [
      made(1, { ...hour(), entry: 'one' }),
      made(2, { kind: 'week.withdraw', person: people.Ada, week }),
      made(3, { ...hour(), entry: 'two' }),
      made(4, { ...hour({ date: '2026-11-09' }), entry: 'three' }),
      made(5, { kind: 'week.submit', person: people.Ada, week }),
    ]
    const ordersOf = (rest: OutboxItem[]) =>
      sendable(rest, { withheld: new Set() }, new Map()).map(({ order }) => order)
    expect(ordersOf(items)).toEqual([1, 4])
    expect(ordersOf(items.slice(1))).toEqual([2, 3, 4])
    expect(ordersOf(items.slice(4))).toEqual([5])
  })
})
