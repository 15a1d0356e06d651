// The heart against the real Worker, a real D1 and the real tenant: what the little world believes is so.
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { beginSignIn, completeSignIn, type FailedSignIn } from '../../web/account/redirect.ts'
import { account, signOut } from '../../web/account/session.ts'
import { freshToken, storedSession } from '../../web/account/tokens.ts'
import type { Device } from '../../web/data/device.ts'
import { keep } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import { hour, outboxOf, screen } from './arrange.ts'
import type { Who } from '../tenant/cast.ts'
import { Phone } from './platform.ts'
import { endPlatform, RealWorld } from './real-world.ts'
import { lost } from './world.ts'

let world: RealWorld
afterEach(() => world.end())
afterAll(endPlatform)

async function signIn(device: Device, who: Who): Promise<{ returnTo: string } | FailedSignIn> {
  const begun = await beginSignIn(device, { returnTo: '/log' })
  if (!('url' in begun)) throw new Error('offline')
  return completeSignIn(device, await world.signIn(begun.url, who))
}

/** Ada's page, signed in, with three hours saved while offline and her token expired. */
async function adaWithThreeHours(
  options: Parameters<typeof RealWorld.begin>[0] = {},
  settings: Record<string, string> = {},
) {
  world = await RealWorld.begin(options, settings)
  const project = await world.project('Bridge')
  const phone = new Phone(world)
  const page = phone.open()
  expect(await signIn(page, 'ada')).toEqual({ returnTo: '/log' })
  expect(await sync(page)).toMatchObject({ outcome: 'done' })
  const person = (await account(page))?.person ?? ''
  phone.isOnline = false
  for (const minutes of [60, 61, 62]) {
    expect(await keep(page, person, hour({ project, minutes }))).toMatchObject({ kept: {} })
  }
  // The device's clock says that an hour has passed, and so that the token has expired.
  phone.offset = 3_600_000
  phone.isOnline = true
  return { phone, page, person }
}

const renewals = () => world.tenant.counts['timesheets-app'] ?? { renewed: 0, refused: 0 }
const minutes = async (page: Device, person: string) =>
  (await screen(page, person)).map((entry) => entry.minutes).toSorted()

describe('with the real Worker and the real tenant', { timeout: 30_000 }, () => {
  it('three hours are delivered once by a service worker that finds the token expired and no page open', async () => {
    const { phone, page, person } = await adaWithThreeHours()
    await page.kill()
    const worker = phone.open()
    expect(await sync(worker)).toMatchObject({ outcome: 'done', delivered: 3, waiting: 0 })
    expect(renewals()).toEqual({ renewed: 1, refused: 0 })
    expect(await minutes(phone.open(), person)).toEqual([60, 61, 62])
  })

  it('they are three although the answer was lost after the commit', async () => {
    const { phone, page, person } = await adaWithThreeHours()
    world.upset = { on: 'POST /api/changes', accident: lost }
    expect(await sync(page)).toMatchObject({ outcome: 'offline', waiting: 3 })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 3 })
    const tablet = new Phone(world).open()
    await signIn(tablet, 'ada')
    await sync(tablet)
    expect(await minutes(tablet, person)).toEqual([60, 61, 62])
    expect(await minutes(phone.open(), person)).toEqual([60, 61, 62])
  })

  it('page, service worker and a second tab renew once between them', async () => {
    const { phone, page } = await adaWithThreeHours()
    const reports = await Promise.all([page, phone.open(), phone.open()].map((context) => sync(context)))
    expect(reports.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
    expect(renewals()).toEqual({ renewed: 1, refused: 0 })
  })

  it('a session that an administrator ended leaves the queue waiting for Ada', async () => {
    const { page, person } = await adaWithThreeHours()
    world.tenant.endSessions('ada')
    expect(await sync(page)).toMatchObject({ outcome: 'sign-in', waiting: 3 })
    await signIn(page, 'grace')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 0 })
    expect(await outboxOf(page, person)).toHaveLength(3)
    await signIn(page, 'ada')
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 3 })
  })

  it.each([
    ['rotate', 'sign-in'],
    ['overlap', 'done'],
    ['dpop', 'done'],
  ] as const)('a lost renewal under the policy %s ends in %s', async (rotation, outcome) => {
    const { page, person } = await adaWithThreeHours({ rotation })
    world.upset = { on: 'POST /token', accident: lost }
    expect(await sync(page)).toMatchObject({ outcome: 'offline' })
    expect(await sync(page)).toMatchObject({ outcome })
    if (outcome !== 'done') await signIn(page, 'ada')
    await sync(page)
    expect(await minutes(page, person)).toEqual([60, 61, 62])
    expect(await outboxOf(page, person)).toEqual([])
  })

  it('tokens bound to a key of this phone are of no use without it', async () => {
    const { page } = await adaWithThreeHours({ rotation: 'dpop' })
    const session = await storedSession(page)
    expect(session?.proof?.privateKey.extractable).toBe(false)
    const fresh = await freshToken(page)
    expect(fresh.kind).toBe('token')
    const stolen = fresh.kind === 'token' ? fresh.access.value : ''
    const answer = await page.fetch(`${world.origin}/api/me`, {
      headers: { authorization: `Bearer ${stolen}` },
    })
    expect(answer.status).toBe(401)
  })

  it('a tenant that wants to hear `resource` hears it', async () => {
    const { page } = await adaWithThreeHours({}, { AUDIENCE_PARAMETER: 'resource' })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 3 })
  })

  it('Mallory, who has no role here, is told so; and signing out ends the session at the tenant', async () => {
    world = await RealWorld.begin()
    const page = new Phone(world).open()
    expect(await signIn(page, 'mallory')).toMatchObject({ kind: 'refused', code: 'insufficient_scope' })
    await signIn(page, 'ada')
    expect(await account(page)).toMatchObject({ name: 'Ada Brandt', email: 'ada@abc.example' })
    const url = await signOut(page)
    expect(url?.origin).toBe(world.tenant.issuer)
    expect(world.tenant.log).toContainEqual(
      expect.objectContaining({ method: 'POST', status: 200, path: '/token/revocation' }),
    )
  })
})
