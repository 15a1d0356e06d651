// An hour on its way to the server: saved means saved, once, under the right person (design.md, promises 1 to 3).
import { describe, expect, it } from 'vitest'
import { account, signOut } from '../../web/account/session.ts'
import { removeDatabase } from '../../web/data/database.ts'
import { keep } from '../../web/data/outbox.ts'
import { nextSync } from '../../web/data/rhythm.ts'
import { sync } from '../../web/data/sync.ts'
import { people } from './api.ts'
import { adasPage, hour, keptOf, outboxOf, save, screen, signIn } from './arrange.ts'
import { endConnection } from './dead-connection.ts'
import { Phone } from './platform.ts'
import {
  type Accident,
  broken,
  dead,
  killed,
  lost,
  lyingPortal,
  portal,
  presumptuousProxy,
  problem,
  reversed,
  silent,
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

  it('brings it once although the service worker is killed in the middle of the push', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    await save(page, hour())
    const worker = phone.open()
    const arrived = Promise.withResolvers<undefined>()
    world.upset('POST /api/changes', async (_, arrive) => {
      await arrive()
      arrived.resolve(undefined)
      return silent(_, arrive)
    })
    void sync(worker).catch(() => undefined)
    await arrived.promise
    await worker.kill()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(world.api.appliedOf('Ada')).toHaveLength(1)
  })

  it('gives up on a server that never answers, and sends less the next time', async () => {
    const world = new World()
    const phone = new Phone(world)
    phone.patience = 150
    const page = await adasPage(world, phone)
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
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1 }))
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
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1 }))
    await sync(page)
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1 }))
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
    for (let count = 0; count < 40; count += 1) await save(page, hour({ minutes: 1 }))
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

  it('sends what was saved while another tab was at it', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    const tab = phone.open()
    await save(page, hour())
    const during = Promise.withResolvers<undefined>()
    const go = Promise.withResolvers<undefined>()
    world.upset('POST /api/changes', async (_, arrive) => {
      const answer = await arrive()
      during.resolve(undefined)
      await go.promise
      return answer
    })
    const first = sync(page)
    await during.promise
    await save(tab, hour({ minutes: 5 }))
    const second = sync(tab)
    go.resolve(undefined)
    expect((await Promise.all([first, second])).map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect(await outboxOf(page)).toEqual([])
    expect(world.api.appliedOf('Ada')).toHaveLength(2)
  })

  it('sends 450 hours in three pushes, in order', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const kept: string[] = []
    for (let count = 0; count < 450; count += 1) kept.push((await save(page, hour({ minutes: 1 }))).id)
    const before = world.count('POST /api/changes')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 450 })
    expect(world.count('POST /api/changes') - before).toBe(3)
    expect(world.api.appliedOf('Ada')).toEqual(kept)
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

describe('under the right person', () => {
  it('keeps the hours of Ada for Ada when Grace signs in on the same phone', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour({ note: "Ada's" }))
    await signIn(world, page, 'Grace')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 0 })
    expect(world.api.ledger).toEqual([])
    expect(await screen(page, people.Grace)).toEqual([])
    await signIn(world, page, 'Ada')
    expect(await sync(page)).toMatchObject({ delivered: 1 })
    expect(world.api.ledger).toMatchObject([{ person: people.Ada }])
  })

  it('sends nothing with the token of Grace when she signs in between two steps of a round for Ada', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    await save(page, hour())
    world.upset('POST /api/changes', async (request, arrive) => {
      await signIn(world, page, 'Grace')
      return problem(413, 'body.too-large')(request, arrive)
    })
    expect(await sync(page)).toMatchObject({ outcome: 'nobody', waiting: 2, refused: 0 })
    expect(world.count('POST /api/changes')).toBe(1)
    expect(await outboxOf(page)).toHaveLength(2)
  })

  it.each([
    ['mismatch', 'account.mismatch'],
    ['deactivated', 'person.deactivated'],
  ])('sends nothing and loses nothing on %s', async (outcome, code) => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    world.upset('POST /api/changes', problem(403, code))
    expect(await sync(page)).toMatchObject({ outcome, waiting: 1, refused: 0 })
    expect(await outboxOf(page)).toMatchObject([{ problem: null }])
  })

  it('keeps what waits and removes what was delivered when Ada signs out', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    await save(page, hour({ note: 'delivered' }))
    await sync(page)
    phone.isOnline = false
    await save(page, hour({ note: 'waiting' }))
    expect(await signOut(page)).toBeNull()
    expect(await account(page)).toBeNull()
    expect(await screen(page)).toMatchObject([{ note: 'waiting' }])
    phone.isOnline = true
    await signIn(world, page, 'Ada')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(await screen(page)).toHaveLength(2)
  })

  it('leaves nothing of a signed-out Ada behind, not even by an answer that comes late', async () => {
    const world = new World()
    const phone = new Phone(world)
    const worker = await adasPage(world, phone)
    await save(worker, hour({ note: 'secret' }))
    const go = Promise.withResolvers<undefined>()
    const asked = Promise.withResolvers<undefined>()
    world.upset('POST /api/changes', async (_, arrive) => {
      const answer = await arrive()
      asked.resolve(undefined)
      await go.promise
      return answer
    })
    const late = sync(worker)
    await asked.promise
    // She does not wait for the worker to come back.
    phone.patience = 50
    await signOut(phone.open())
    go.resolve(undefined)
    await late
    expect(await screen(worker)).toEqual([])
    expect(await outboxOf(worker)).toEqual([])
    expect(await keptOf(worker, people.Ada)).toEqual({
      rows: 0,
      copies: 0,
      delivered: 0,
      reports: 0,
      accounts: 0,
    })
  })

  it('leaves nothing of a signed-out Ada behind, also when the tab dies while a worker is at it', async () => {
    const world = new World()
    const phone = new Phone(world)
    const worker = await adasPage(world, phone)
    await save(worker, hour({ note: 'secret' }))
    await sync(worker)
    const asked = Promise.withResolvers<undefined>()
    world.upset('GET /api/changes', (request, arrive) => {
      asked.resolve(undefined)
      return silent(request, arrive)
    })
    void sync(worker).catch(() => undefined)
    await asked.promise
    const tab = phone.open()
    void signOut(tab).catch(() => undefined)
    await expect.poll(() => account(worker)).toBeNull()
    await tab.kill()
    expect(await keptOf(worker, people.Ada)).toEqual({
      rows: 0,
      copies: 0,
      delivered: 0,
      reports: 0,
      accounts: 0,
    })
  })

  const late: Record<string, Accident> = {
    'that its history was restored': problem(410, 'history.restored'),
    'that her rights have changed': problem(410, 'rights.changed'),
    nothing: silent,
    'that it is busy': problem(503, 'store.busy'),
  }
  it.each(Object.entries(late))(
    'leaves nothing behind when the server says %s after she left',
    async (_, answer) => {
      const world = new World()
      const phone = new Phone(world)
      phone.patience = 300
      const worker = await adasPage(world, phone)
      await save(worker, hour({ note: 'delivered' }))
      await sync(worker)
      await save(worker, hour({ note: 'waiting' }))
      world.upset('POST /api/changes', async (request, arrive) => {
        await signOut(phone.open())
        return answer(request, arrive)
      })
      await sync(worker)
      expect(await outboxOf(worker)).toMatchObject([{ change: { note: 'waiting' } }])
      expect(await keptOf(worker, people.Ada)).toEqual({
        rows: 0,
        copies: 0,
        delivered: 0,
        reports: 0,
        accounts: 1,
      })
    },
  )

  it('removes what was delivered to Ada when Grace signs in over her session, which is ended at the tenant', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour({ note: "Ada's" }))
    await sync(page)
    await signIn(world, page, 'Grace')
    expect(await keptOf(page, people.Ada)).toEqual({
      rows: 0,
      copies: 0,
      delivered: 0,
      reports: 0,
      accounts: 0,
    })
    await expect.poll(() => world.count('POST /revoke')).toBe(1)
    expect(await sync(page)).toMatchObject({ outcome: 'done' })
    expect(await account(page)).toMatchObject({ person: people.Grace, session: 'active' })
  })

  it('lets Grace in although the tenant never answers about the session before', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    world.upset('POST /revoke', silent)
    await signIn(world, page, 'Grace')
    expect(await account(page)).toMatchObject({ person: people.Grace, session: 'active' })
  })

  it('keeps what was delivered, and the session, when Ada signs in once more', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    await sync(page)
    await signIn(world, page, 'Ada')
    expect(await screen(page)).toHaveLength(1)
    expect(world.count('POST /revoke')).toBe(0)
  })

  it('forgets everything when the device is forgotten, whoever has it open', async () => {
    const world = new World()
    const phone = new Phone(world)
    const page = await adasPage(world, phone)
    const tab = phone.open()
    await save(tab, hour())
    await removeDatabase(page)
    expect(await account(tab)).toBeNull()
    expect(await outboxOf(tab)).toEqual([])
  })
})
