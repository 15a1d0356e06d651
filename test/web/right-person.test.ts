// Hours on a shared phone: delivered under the right person, and nothing of who has left stays behind.
import { describe, expect, it } from 'vitest'
import { account, signOut } from '../../web/account/session.ts'
import { snapshot } from '../../web/data/copy.ts'
import { removeDatabase } from '../../web/data/database.ts'
import { sync } from '../../web/data/sync.ts'
import { people } from './set-up.ts'
import { adasPage, hour, keptOf, outboxOf, save, screen, signIn } from './arrange.ts'
import { Phone } from './platform.ts'
import { type Accident, heldAnswer, problem, silent, World } from './world.ts'

/** What is on a device of somebody whom it has forgotten. */
const nothing = { rows: 0, copies: 0, delivered: 0, reports: 0, accounts: 0 }

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
    const answer = heldAnswer()
    world.upset('POST /api/changes', answer.accident)
    const late = sync(worker)
    await answer.done
    // She does not wait for the worker to come back.
    phone.patience = 50
    await signOut(phone.open())
    answer.letGo()
    await late
    expect(await screen(worker)).toEqual([])
    expect(await outboxOf(worker)).toEqual([])
    expect(await keptOf(worker, people.Ada)).toEqual(nothing)
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
    expect(await keptOf(worker, people.Ada)).toEqual(nothing)
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
      expect(await keptOf(worker, people.Ada)).toEqual({ ...nothing, accounts: 1 })
    },
  )

  it('removes what was delivered to Ada when Grace signs in over her session, which is ended at the tenant', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour({ note: "Ada's" }))
    await sync(page)
    await signIn(world, page, 'Grace')
    expect(await keptOf(page, people.Ada)).toEqual(nothing)
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

describe.each(['person.deactivated', 'insufficient_scope'])('when the server says %s', (code) => {
  it('keeps nobody else’s weeks on the phone of Grace, and fetches them again when that is over', async () => {
    const world = new World()
    const ada = await adasPage(world, new Phone(world))
    await save(ada, hour())
    await save(ada, { kind: 'week.submit', week: '2026-W47', saw: null })
    await sync(ada)
    const page = new Phone(world).open()
    await signIn(world, page, 'Grace')
    await sync(page)
    const others = async () =>
      (await snapshot(page, people.Grace)).rows.filter((row) => row.kind === 'sheet').length
    expect(await others()).toBe(1)
    world.upset('GET /api/changes', problem(403, code))
    await sync(page)
    expect(await others()).toBe(0)
    world.now += 600_000
    await sync(page)
    expect(await others()).toBe(1)
  })
})
