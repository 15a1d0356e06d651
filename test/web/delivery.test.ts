// An hour on its way to the server: saved means saved, and it arrives once (README, "What is promised").
import { describe, expect, it } from 'vitest'
import { account } from '../../web/account/session.ts'
import { keep } from '../../web/data/outbox.ts'
import { nextSync } from '../../web/data/rhythm.ts'
import { sync } from '../../web/data/sync.ts'
import { people } from './set-up.ts'
import { adasPage, hour, outboxOf, save, screen } from './arrange.ts'
import { endConnection } from './dead-connection.ts'
import { Phone } from './platform.ts'
import {
  type Accident,
  broken,
  dead,
  heldAnswer,
  killed,
  lost,
  lyingPortal,
  portal,
  presumptuousProxy,
  problem,
  reversed,
  truncated,
  World,
} from './world.ts'

describe('an hour that was saved', () => {
  it('is there after the page was killed and the phone restarted, offline', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    phone.isOnline = false
    const { entry } = await save(page, hour({ note: 'girders' }))
    await page.kill()
    const next = phone.open()
    expect(await account(next)).toMatchObject({ person: people.Ada, session: 'active' })
    expect(await screen(next)).toMatchObject([{ id: entry, note: 'girders' }])
  })

  it('is kept through a connection that the browser has ended', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const open = await save(page, hour())
    // What WebKit does to a page in the background, as far as a page can tell: the connection is there and dead.
    await endConnection(page)
    await save(page, hour({ minutes: 30 }))
    expect(await outboxOf(page)).toMatchObject([{ change: { id: open.id } }, { change: { minutes: 30 } }])
  })

  it('is not said to be saved when the rule says no, and nothing is stored then', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour({ minutes: 1440 }))
    expect(await keep(page, people.Ada, hour({ minutes: 1 }))).toMatchObject({
      refused: { code: 'day.full', others: 1440 },
    })
    expect(await outboxOf(page)).toHaveLength(1)
  })
})

const page = (status: number) =>
  new Response('<title>Not now</title>', { status, headers: { 'content-type': 'text/html' } })

describe('delivery', () => {
  it('brings three hours, once, in one request that also brings the news', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    for (const minutes of [60, 90, 30]) await save(page, hour({ minutes }))
    const before = world.log.length
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 3, waiting: 0 })
    expect(world.api.appliedOf('Ada')).toHaveLength(3)
    expect(await outboxOf(page)).toEqual([])
    expect(await screen(page)).toHaveLength(3)
    expect(world.log.slice(before)).toEqual(['POST /api/changes'])
  })

  const accidents: Record<string, Accident> = {
    'the answer is lost after the server has committed': lost,
    'nothing arrives': dead,
    'a hotel answers with its own page': portal,
    'a hotel answers JSON with status 200': lyingPortal,
    'a proxy answers in the place of the server': presumptuousProxy,
    'the answer is cut off in the middle': truncated,
    'the network goes in the middle of the answer': broken,
    'the platform kills the server': killed,
    'the verdicts come in another order': reversed,
    'the server is busy': problem(503, 'store.busy', { 'retry-after': '0' }),
    'the server fails': problem(502, 'fault'),
  }
  it.each(Object.entries(accidents))('brings two hours once although %s', async (_, accident) => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const kept = [await save(page, hour()), await save(page, hour({ minutes: 30 }))]
    world.upset('POST /api/changes', accident)
    const first = await sync(page)
    expect(first.outcome).not.toBe('done')
    expect(first).toMatchObject({ waiting: 2, delivered: 0 })
    expect(await outboxOf(page)).toHaveLength(2)
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 0, delivered: 2 })
    expect(world.api.appliedOf('Ada')).toEqual(kept.map(({ id }) => id))
    expect(await screen(page)).toHaveLength(2)
  })

  it.each<[string, string, Response]>([
    [
      'that the server fails, where the platform says so',
      'failed',
      new Response('error 1102', { status: 500 }),
    ],
    ['that there is no way to it, where a portal has a page', 'offline', page(503)],
    ['the same, where a network wants a sign-in of its own', 'offline', new Response('', { status: 511 })],
  ])('tells Ada %s', async (_, outcome, answer) => {
    const world = new World()
    const device = await adasPage(world, new Phone(world))
    await save(device, hour())
    world.upset('POST /api/changes', async () => answer.clone())
    expect(await sync(device)).toMatchObject({ outcome, waiting: 1 })
    expect(await sync(device)).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('brings it once although the service worker is killed in the middle of the push', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    await save(page, hour())
    const worker = phone.open()
    const answer = heldAnswer()
    world.upset('POST /api/changes', answer.accident)
    void sync(worker).catch(() => undefined)
    await answer.done
    await worker.kill()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(world.api.appliedOf('Ada')).toHaveLength(1)
  })

  it('sends what was saved while another tab was at it', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    const tab = phone.open()
    await save(page, hour())
    const answer = heldAnswer()
    world.upset('POST /api/changes', answer.accident)
    const first = sync(page)
    await answer.done
    await save(tab, hour({ minutes: 5 }))
    const second = sync(tab)
    answer.letGo()
    expect((await Promise.all([first, second])).map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect(await outboxOf(page)).toEqual([])
    expect(world.api.appliedOf('Ada')).toHaveLength(2)
  })

  it('leaves the server alone for as long as it asked, whoever calls', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    world.upset('POST /api/changes', problem(429, 'rate.limited', { 'retry-after': '30' }))
    expect(await sync(page)).toMatchObject({ outcome: 'later', retryAfter: 30 })
    const before = world.log.length
    world.now += 29_000
    expect(await sync(page)).toMatchObject({ outcome: 'later' })
    expect(world.log).toHaveLength(before)
    world.now += 2_000
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('does not take a Retry-After of a month at its word', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    world.upset('POST /api/changes', problem(503, 'store.busy', { 'retry-after': '3000000' }))
    const report = await sync(page)
    expect(report).toMatchObject({ outcome: 'later', retryAfter: 600 })
    // What is too long for a timer (2^31 ms) fires at once.
    expect(nextSync({ report, failures: 1, visible: true, random: 1 })).toBeLessThan(2 ** 31)
    world.now += 601_000
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('lets what needs a right that Ada lacks wait, and delivers the rest', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const first = await save(page, hour())
    await save(page, { kind: 'entry.delete', entry: first.entry })
    await save(page, hour({ entry: first.entry, minutes: 15 }))
    await save(page, hour({ minutes: 30 }))
    world.api.scopes.Ada = ['read:timesheets', 'create:timesheets']
    expect(await sync(page)).toMatchObject({
      outcome: 'done',
      delivered: 2,
      waiting: 2,
      withheld: 2,
      refused: 0,
    })
    delete world.api.scopes.Ada
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2, waiting: 0 })
    expect((await screen(page)).map(({ minutes }) => minutes).toSorted()).toEqual([15, 30])
  })
})
