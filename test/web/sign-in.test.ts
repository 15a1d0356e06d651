// Signing in: nothing is believed that the tenant did not say in answer to a sign-in begun here.
import { generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { beginSignIn, completeSignIn } from '../../web/account/redirect.ts'
import { account, forgetDevice, signOut, undelivered } from '../../web/account/session.ts'
import { people } from './set-up.ts'
import { adasPage, hour, save, signIn } from './arrange.ts'
import { Phone } from './platform.ts'
import { dead, World } from './world.ts'

/** Ada back from the tenant, at the address it sent her to. */
async function adaComesBack(world = new World(), phone = new Phone(world)) {
  const page = phone.open()
  const begun = await beginSignIn(page, { returnTo: '/week/2026-W47' })
  if (!('url' in begun)) throw new Error('offline')
  return { world, phone, page, begun: begun.url, back: world.tenant.signIn(begun.url, 'Ada') }
}

describe('signing in', () => {
  it('asks with PKCE, state, nonce, the audience and everything the app needs', async () => {
    const { begun } = await adaComesBack()
    const asked = Object.fromEntries(begun.searchParams)
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', audience: 'api' })
    expect(asked['scope']?.split(' ')).toEqual(
      expect.arrayContaining(['openid', 'offline_access', 'create:timesheets']),
    )
  })

  it('lets the tenant ask who it is once somebody has signed out, with or without network', async () => {
    const { world, page, back } = await adaComesBack()
    await completeSignIn(page, back)
    const promptOf = async () => {
      const begun = await beginSignIn(page, { returnTo: '/' })
      return 'url' in begun ? begun.url.searchParams.get('prompt') : 'offline'
    }
    expect(await promptOf()).toBeNull()
    await signOut(page)
    expect(await promptOf()).toBe('login')
    await signIn(world, page, 'Ada')
    expect(await promptOf()).toBeNull()
    await forgetDevice(page)
    expect(await promptOf()).toBe('login')
  })

  it('brings Ada back to where she was, with the name that the tenant verified', async () => {
    const { page, back } = await adaComesBack()
    expect(await completeSignIn(page, back)).toEqual({ returnTo: '/week/2026-W47' })
    expect(await account(page)).toMatchObject({ person: people.Ada, name: 'Ada of ABC', session: 'active' })
  })

  it('is finished by another context of the same phone', async () => {
    const { phone, page, back } = await adaComesBack()
    await page.kill()
    expect(await completeSignIn(phone.open(), back)).toEqual({ returnTo: '/week/2026-W47' })
  })

  it('works once for an address', async () => {
    const { page, back } = await adaComesBack()
    await completeSignIn(page, back)
    expect(await completeSignIn(page, back)).toEqual({ kind: 'unknown' })
  })

  it('does not work for an address that was made for another phone', async () => {
    const { world, back } = await adaComesBack()
    expect(await completeSignIn(new Phone(world).open(), back)).toEqual({ kind: 'unknown' })
  })

  it('does not work an hour later', async () => {
    const { world, page, back } = await adaComesBack()
    world.now += 3_600_000
    expect(await completeSignIn(page, back)).toEqual({ kind: 'unknown', wanted: '/week/2026-W47' })
  })

  it.each([
    [
      'the answer is of another issuer',
      { change: (back: URL) => back.searchParams.set('iss', 'http://localhost:666') },
    ],
    ['the answer does not say its issuer', { change: (back: URL) => back.searchParams.delete('iss') }],
    ['the ID token has another nonce', { claims: { nonce: 'another' } }],
    ['the ID token is for another client', { claims: { aud: 'other-app' } }],
    ['the ID token is of another issuer', { claims: { iss: 'http://localhost:666' } }],
    ['the ID token has expired', { claims: { exp: 1000 } }],
  ])(
    'is refused when %s',
    async (_, { change, claims }: { change?: (back: URL) => void; claims?: object }) => {
      const { world, page, back } = await adaComesBack()
      change?.(back)
      world.tenant.claims = { ...claims }
      expect(await completeSignIn(page, back)).toMatchObject({ kind: 'untrusted' })
      expect(await account(page)).toBeNull()
    },
  )

  it('is refused when the ID token is signed with a key that is not the tenant’s', async () => {
    const { world, page, back } = await adaComesBack()
    world.tenant.signingKey = (await generateKeyPair('ES256')).privateKey
    expect(await completeSignIn(page, back)).toMatchObject({ kind: 'untrusted' })
  })

  it('says so when Ada changed her mind, when the API does not let Mallory in, and when there is no network', async () => {
    const { world, page, begun, back } = await adaComesBack()
    const cancelled = new URL(back)
    cancelled.search = `?error=access_denied&state=${begun.searchParams.get('state') ?? ''}&iss=${world.tenant.issuer}`
    expect(await completeSignIn(page, cancelled)).toMatchObject({ kind: 'denied', error: 'access_denied' })
    const again = await beginSignIn(page, { returnTo: '/' })
    const mallory = 'url' in again ? world.tenant.signIn(again.url, 'Mallory') : back
    expect(await completeSignIn(page, mallory)).toMatchObject({ kind: 'refused', code: 'insufficient_scope' })
    world.upset('GET /api/config', dead)
    const offline = new Phone(world)
    offline.isOnline = false
    expect(await beginSignIn(offline.open(), { returnTo: '/' })).toEqual({ kind: 'offline' })
  })

  it('does not leave the app for a tenant that it only knows from before', async () => {
    const { phone, page, back } = await adaComesBack()
    await completeSignIn(page, back)
    await signOut(page)
    phone.isOnline = false
    expect(await beginSignIn(page, { returnTo: '/' })).toEqual({ kind: 'offline' })
  })

  it('makes the phone nobody’s while the API does not say who it is', async () => {
    const { world, page, back } = await adaComesBack()
    world.upset('PUT /api/me', dead)
    expect(await completeSignIn(page, back)).toMatchObject({ kind: 'offline' })
    expect(await account(page)).toBeNull()
  })
})

describe('forgetting the device', () => {
  it('names whose hours would be lost, and then leaves nothing', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour({ minutes: 60 }))
    await save(page, hour({ entry, minutes: 90 }))
    await signIn(world, page, 'Grace')
    expect(await undelivered(page)).toEqual([
      { person: people.Ada, name: 'Ada of ABC', entries: 1, minutes: 90, isTiming: false },
    ])
    await forgetDevice(page)
    expect(await undelivered(page)).toEqual([])
    expect(await account(page)).toBeNull()
  })
})
