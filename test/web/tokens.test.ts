// A dead token is not a dead queue (README, "How an hour travels", 4).
import { describe, expect, it } from 'vitest'
import { account, signOut } from '../../web/account/session.ts'
import { freshToken, storedSession } from '../../web/account/tokens.ts'
import { snapshot } from '../../web/data/copy.ts'
import { syncLock, underLock } from '../../web/data/lock.ts'
import { isWorthTrying, nextSync } from '../../web/data/rhythm.ts'
import { sync } from '../../web/data/sync.ts'
import { people } from './set-up.ts'
import { adasPage, hour, outboxOf, save, signIn } from './arrange.ts'
import { Phone } from './platform.ts'
import { type Accident, dead, lost, portal, silent, World } from './world.ts'

const tenMinutes = 600_000

async function adaWithExpiredToken() {
  const world = new World()
  const phone = new Phone(world)
  const page = await adasPage(world, phone)
  await save(page, hour())
  world.now += tenMinutes
  return { world, phone, page }
}

describe('an expired token', () => {
  it('is renewed once when page, service worker and a second tab all wake', async () => {
    const { world, phone, page } = await adaWithExpiredToken()
    const reports = await Promise.all([page, phone.open(), phone.open()].map((context) => sync(context)))
    expect(world.tenant.renewals).toBe(1)
    expect(reports.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    expect(await account(page)).toMatchObject({ session: 'active' })
    expect(world.count('POST /api/changes')).toBe(1)
    expect(world.api.appliedOf('Ada')).toHaveLength(1)
  })

  it('is renewed although the ID token that comes along is nonsense: the old refresh token is gone by then', async () => {
    const { world, page } = await adaWithExpiredToken()
    world.tenant.claims = { exp: 1000, iat: 4_000_000_000 }
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(await account(page)).toMatchObject({ session: 'active' })
  })

  it('is renewed once when each of them asks for a token at the same moment', async () => {
    const { world, phone, page } = await adaWithExpiredToken()
    const tokens = await Promise.all([page, phone.open(), phone.open()].map((context) => freshToken(context)))
    expect(world.tenant.renewals).toBe(1)
    expect(new Set(tokens.map((fresh) => fresh.kind === 'token' && fresh.access.value)).size).toBe(1)
  })

  const faults: Record<string, Accident> = {
    'the phone is offline': dead,
    'the tenant never answers': silent,
    'a portal answers for the tenant': portal,
    'the tenant answers 500': async () => new Response('oops', { status: 500 }),
    'the tenant answers 429': async () => Response.json({ error: 'slow_down' }, { status: 429 }),
    'the tenant says that the client is unknown': async () =>
      Response.json({ error: 'invalid_client' }, { status: 401 }),
  }
  it.each(Object.entries(faults))('does not sign Ada out when %s', async (_, fault) => {
    const { world, phone } = await adaWithExpiredToken()
    phone.patience = 600
    const page = phone.open()
    world.upset('POST /token', fault)
    expect(await sync(page)).toMatchObject({ outcome: 'offline', waiting: 1 })
    expect(await account(page)).toMatchObject({ session: 'active' })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('says "sign in" when the tenant has ended the session, and the queue waits for it', async () => {
    const { world, page } = await adaWithExpiredToken()
    world.tenant.endSessions('Ada')
    expect(await sync(page)).toMatchObject({ outcome: 'sign-in', waiting: 1 })
    expect(await account(page)).toMatchObject({ person: people.Ada, session: 'ended' })
    await save(page, hour({ minutes: 5 }))
    const before = world.log.length
    expect(await sync(page)).toMatchObject({ outcome: 'sign-in', waiting: 2 })
    expect(world.log).toHaveLength(before)
    await signIn(world, page, 'Grace')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 0 })
    await signIn(world, page, 'Ada')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 2 })
  })
})

describe('a token that the API refuses although it looks valid', () => {
  it('costs one renewal and one more try', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    world.tenant.forgetAccess()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(world.tenant.renewals).toBe(1)
  })

  it('costs no second renewal when the new one is refused too', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    await save(page, hour())
    refuseTokens(world, 5)
    expect(await sync(page)).toMatchObject({ outcome: 'sign-in', detail: 'token.invalid', waiting: 1 })
    expect(world.tenant.renewals).toBe(1)
    expect(await account(page)).toMatchObject({ session: 'active' })
  })

  it('is tried again by itself, at the price of one renewal in five minutes, until the server is well', async () => {
    const { world, page } = await adaNotAccepted()
    const report = await sync(page)
    expect(isWorthTrying(report)).toBe(true)
    expect(nextSync({ report, failures: 1, visible: false, random: 0 })).toBe(300_000)
    world.now += 299_000
    await sync(page)
    expect(world.tenant.renewals).toBe(1)
    world.now += 2_000
    expect(await sync(page)).toMatchObject({ outcome: 'sign-in', waiting: 1 })
    expect(world.tenant.renewals).toBe(2)
    world.calm()
    world.now += 301_000
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('is not waited for when Ada has signed in anew', async () => {
    const { world, page } = await adaNotAccepted()
    await sync(page)
    world.calm()
    await signIn(world, page, 'Ada')
    expect((await snapshot(page, people.Ada)).report).toBeNull()
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })
})

/** Ada with an hour to deliver, whose tokens the API does not take, however new. */
async function adaNotAccepted() {
  const world = new World()
  world.tenant.accessTokenSeconds = 3600
  const page = await adasPage(world, new Phone(world))
  await save(page, hour())
  refuseTokens(world, 20)
  return { world, page }
}

/** The API takes no token with the next `times` requests, however new. */
function refuseTokens(world: World, times: number) {
  for (let count = 0; count < times; count += 1) {
    world.upset('/api/changes', (_, arrive) => {
      world.tenant.forgetAccess()
      return arrive()
    })
  }
}

describe('when the answer to a renewal is lost', () => {
  const once = async (policy: World['tenant']['policy']) => {
    const { world, page } = await adaWithExpiredToken()
    world.tenant.policy = policy
    world.upset('POST /token', lost)
    await sync(page)
    return { world, page, report: await sync(page) }
  }

  it('the next one works with a tenant that lets both tokens overlap', async () => {
    expect((await once('overlap')).report).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('the next one works with a tenant that does not rotate', async () => {
    expect((await once('steady')).report).toMatchObject({ outcome: 'done', delivered: 1 })
  })

  it('a strict tenant ends the session, cleanly: the queue is kept', async () => {
    const { world, page, report } = await once('rotate')
    expect(report).toMatchObject({ outcome: 'sign-in', waiting: 1 })
    expect(await account(page)).toMatchObject({ session: 'ended' })
    await signIn(world, page, 'Ada')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })
})

describe('a clock that is wrong', () => {
  it.each([3, -3, 24 * 365])(
    'by %d hours does not keep Ada from signing in and delivering',
    async (hours) => {
      const world = new World()
      const phone = new Phone(world, hours * 3_600_000)
      const page = await adasPage(world, phone)
      await save(page, hour())
      world.now += tenMinutes
      expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
      expect(world.tenant.renewals).toBe(1)
    },
  )

  it('that jumps back makes no token immortal', async () => {
    const { world, phone, page } = await adaWithExpiredToken()
    phone.offset = -24 * 3_600_000
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(world.count('POST /api/changes')).toBe(1)
    expect(world.tenant.renewals).toBe(1)
  })
})

describe('tokens at rest', () => {
  it('are nowhere in the database to be read, and their key cannot be taken out', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const fresh = await freshToken(page)
    const session = await storedSession(page)
    expect(await account(page)).toMatchObject({ sealed: true })
    expect(session?.tokens).toMatchObject({ iv: expect.any(Uint8Array), data: expect.any(ArrayBuffer) })
    const bytes =
      session?.tokens && 'data' in session.tokens ? new TextDecoder().decode(session.tokens.data) : ''
    expect(fresh.kind === 'token' && bytes.includes(fresh.access.value)).toBe(false)
  })

  it('are kept plainly, and that is said, where the browser cannot keep keys', async () => {
    const world = new World()
    const phone = new Phone(world)
    phone.keepsKeys = false
    const page = await adasPage(world, phone)
    expect(await account(page)).toMatchObject({ session: 'active', sealed: false })
    await save(page, hour())
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })
})

describe('signing out', () => {
  it('is not undone by a renewal that was under way', async () => {
    const { world, phone, page } = await adaWithExpiredToken()
    const asked = Promise.withResolvers<undefined>()
    const go = Promise.withResolvers<undefined>()
    world.upset('POST /token', async (_, arrive) => {
      asked.resolve(undefined)
      await go.promise
      return arrive()
    })
    const renewal = freshToken(page)
    await asked.promise
    // She does not wait for the renewal to come back.
    phone.patience = 50
    await signOut(phone.open())
    go.resolve(undefined)
    expect(await renewal).toEqual({ kind: 'none' })
    expect(await storedSession(page)).toBeUndefined()
    expect(await outboxOf(page)).toHaveLength(1)
  })

  it('revokes the refresh token and answers where to leave', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const url = await signOut(page)
    expect(world.count('POST /revoke')).toBe(1)
    expect(url?.href).toMatch(
      /^http:\/\/localhost:9000\/end\?client_id=timesheets-app&post_logout_redirect_uri=/,
    )
  })
})

describe('a lock', () => {
  it('that is never given back does not stop delivery for ever, and is not stolen', async () => {
    const world = new World()
    const phone = new Phone(world)
    await save(await adasPage(world, phone), hour())
    phone.patience = 300
    const [page, worker] = [phone.open(), phone.open()]
    let isHeld = true
    const hung = underLock(worker, syncLock(people.Ada), () => new Promise(() => undefined)).catch(() => {
      isHeld = false
    })
    const isHeldAtPush: boolean[] = []
    world.upset('POST /api/changes', (_, arrive) => {
      isHeldAtPush.push(isHeld)
      return arrive()
    })
    await sync(page)
    await hung
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 0 })
    expect(isHeldAtPush).toEqual([false])
  })
})
