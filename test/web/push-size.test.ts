// How much one request carries: many hours in few, and less of them where a line, the platform or the server cannot bear more.
import { addDays } from '../../worker/domain/calendar.ts'
import { describe, expect, it } from 'vitest'
import { sync } from '../../web/data/sync.ts'
import { adasPage, hour, outboxOf, save } from './arrange.ts'
import { Phone } from './platform.ts'
import { type Accident, dead, killed, problem, silent, truncated, World } from './world.ts'

describe('what one push carries', () => {
  it('gives up on a server that never answers, and sends less the next time', async () => {
    const world = new World()
    const phone = new Phone(world)
    await adasPage(world, phone)
    phone.patience = 300
    const page = phone.open()
    for (let count = 0; count < 3; count += 1) await save(page, hour({ note: 'x'.repeat(900) }))
    const sizes: number[] = []
    const slow: Accident = async (request, arrive) => {
      sizes.push(((await request.clone().json()) as { changes: unknown[] }).changes.length)
      return sizes.at(-1) === 1 ? arrive() : silent(request, arrive)
    }
    for (let count = 0; count < 12; count += 1) world.upset('POST /api/changes', slow)
    const outcomes: string[] = []
    while (outcomes.length < 12 && outcomes.at(-1) !== 'done') outcomes.push((await sync(page)).outcome)
    expect(outcomes.at(0)).toBe('offline')
    expect(outcomes.at(-1)).toBe('done')
    expect(sizes.at(-1)).toBe(1)
    expect(world.api.appliedOf('Ada')).toHaveLength(3)
  })

  it.each([
    ['the platform kills', killed],
    ['is answered in a way nobody understands', truncated],
  ])('makes a push smaller that %s, and larger again when that is over', async (_, accident) => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1, date: '2026-11-11' }))
    const sizes: number[] = []
    const weak: Accident = async (request, arrive) => {
      sizes.push(((await request.clone().json()) as { changes: unknown[] }).changes.length)
      return sizes.at(-1)! > 10 ? accident(request, arrive) : arrive()
    }
    for (let count = 0; count < 30; count += 1) world.upset('POST /api/changes', weak)
    const outcomes: string[] = []
    while (outcomes.length < 12 && outcomes.at(-1) !== 'done') outcomes.push((await sync(page)).outcome)
    expect(outcomes.at(-1)).toBe('done')
    expect(world.api.appliedOf('Ada')).toHaveLength(40)
    // One request a round as long as it fails, each smaller than the one before.
    expect(sizes[0]).toBe(40)
    expect(sizes[1]).toBeLessThan(40)
    expect(sizes[1]).toBeGreaterThan(10)
    world.calm()
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1, date: '2026-11-12' }))
    await sync(page)
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1, date: '2026-11-13' }))
    const before = world.count('POST /api/changes')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 40 })
    expect(world.count('POST /api/changes') - before).toBe(1)
  })

  it.each([
    ['a tunnel', 'POST /api/changes', dead],
    ['a tenant that never answered', 'POST /token', silent],
  ])('makes no push smaller for %s', async (_, on, accident) => {
    const world = new World()
    const phone = new Phone(world)
    phone.patience = 150
    const page = await adasPage(world, phone)
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1, date: '2026-11-14' }))
    world.now += 600_000
    for (let count = 0; count < 2; count += 1) {
      world.upset(on, accident)
      expect(await sync(page)).toMatchObject({ outcome: 'offline' })
    }
    phone.patience = 30_000
    const before = world.count('POST /api/changes')
    expect(await sync(phone.open())).toMatchObject({ outcome: 'done', delivered: 40 })
    expect(world.count('POST /api/changes') - before).toBe(1)
  })

  it('sends 450 hours in three pushes, in order', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const kept: string[] = []
    for (let count = 0; count < 450; count += 1) {
      const date = addDays('2026-01-01', count % 90)
      kept.push((await save(page, hour({ minutes: 1, date }))).id)
    }
    const before = world.count('POST /api/changes')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 450 })
    expect(world.count('POST /api/changes') - before).toBe(3)
    expect(world.api.appliedOf('Ada')).toEqual(kept)
  }, 30_000)

  it('takes a good hour past any number of changes that the server cannot bear', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    for (let count = 0; count < 25; count += 1) await save(page, hour({ note: 'unbearable', minutes: 1 }))
    const good = await save(page, hour({ note: 'good' }))
    const frail: Accident = async (request, arrive) =>
      (await request.clone().text()).includes('unbearable')
        ? problem(500, 'fault')(request, arrive)
        : arrive()
    for (let round = 0; round < 4; round += 1) {
      world.calm()
      for (let count = 0; count < 60; count += 1) world.upset('POST /api/changes', frail)
      await sync(page)
      world.now += 600_000
    }
    expect(world.api.appliedOf('Ada')).toEqual([good.id])
    world.calm()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 25 })
  })

  it('halves what the server finds too large', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    for (let count = 0; count < 10; count += 1) await save(page, hour({ minutes: 1 }))
    world.api.mostChanges = 3
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 10, refused: 0 })
    expect(world.api.appliedOf('Ada')).toHaveLength(10)
  })

  it('parks the one change that is too large alone, and delivers the others', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    for (const note of ['one', 'monster', 'three']) await save(page, hour({ note }))
    const scales: Accident = async (request, arrive) => {
      const text = await request.clone().text()
      return text.includes('monster') ? problem(413, 'body.too-large')(request, arrive) : arrive()
    }
    for (let count = 0; count < 9; count += 1) world.upset('POST /api/changes', scales)
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2, refused: 1 })
    expect(await outboxOf(page)).toMatchObject([
      { problem: { code: 'body.too-large' }, change: { note: 'monster' } },
    ])
  })

  it('goes on behind a change on which the server fails, and keeps that one waiting', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    for (const note of ['one', 'poison', 'three']) await save(page, hour({ note }))
    const frail: Accident = async (request, arrive) => {
      const text = await request.clone().text()
      return text.includes('poison') ? problem(500, 'fault')(request, arrive) : arrive()
    }
    for (let count = 0; count < 9; count += 1) world.upset('POST /api/changes', frail)
    expect(await sync(page)).toMatchObject({ outcome: 'failed', delivered: 2, waiting: 1 })
    expect(await outboxOf(page)).toMatchObject([{ problem: null, change: { note: 'poison' } }])
  })
})
