// What the app's and the Worker's tests rely on the stand-in tenant for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT, createRemoteJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { app, audience, cast, isWho, machine, otherAudience, stranger } from './cast.ts'
import { machineToken, type Proof, refresh, signIn } from './sign-in.ts'
import { startTenant, type Tenant, type TenantOptions } from './tenant.ts'

const origin = 'http://localhost:8787'
let tenant: Tenant
beforeAll(async () => {
  tenant = await startTenant({ origins: [origin] })
})
afterEach(() => tenant.change({ rotation: 'rotate', accessTokenSeconds: 300 }))
afterAll(() => tenant.stop())

const reuse = (token: string | undefined, proof?: Proof) =>
  refresh(tenant.issuer, token, proof ? { proof } : {})

describe('access tokens', () => {
  it.each(Object.keys(cast).filter(isWho))(
    'grant %s what the role allows, whatever was asked for',
    async (who) => {
      const { access_token } = await signIn(tenant.issuer, who)
      expect((decodeJwt(access_token)['scope'] ?? '') as string).toBe(cast[who].scopes.join(' '))
    },
  )

  it('grant no more than was asked for', async () => {
    const { scope } = await signIn(tenant.issuer, 'root', { scope: 'openid read:timesheets' })
    expect(scope).toBe('read:timesheets')
  })

  it('are signed JWTs as RFC 9068 wants them', async () => {
    const { access_token } = await signIn(tenant.issuer, 'ada')
    const keys = createRemoteJWKSet(new URL(`${tenant.issuer}/jwks`))
    const { payload, protectedHeader } = await jwtVerify(access_token, keys, {
      issuer: tenant.issuer,
      audience,
    })
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    expect(payload).toMatchObject({ sub: 'ada', client_id: app, jti: expect.any(String) })
    expect(payload.exp! - payload.iat!).toBe(300)
  })

  it('live as long as the policy says, from the next one on', async () => {
    tenant.change({ accessTokenSeconds: 7 })
    expect((await signIn(tenant.issuer, 'ada')).expires_in).toBe(7)
  })

  it('are for the API unless another one is asked for', async () => {
    const other = await signIn(tenant.issuer, 'ada', { audience: otherAudience })
    expect(decodeJwt(other.access_token).aud).toBe(otherAudience)
    const ours = await signIn(tenant.issuer, 'ada', { audience })
    expect(decodeJwt(ours.access_token).aud).toBe(audience)
    expect(decodeJwt((await reuse(ours.refresh_token)).access_token).aud).toBe(audience)
  })

  it('name the client, also one that the API does not know', async () => {
    const { access_token } = await signIn(tenant.issuer, 'ada', { client: stranger })
    expect(decodeJwt(access_token)['client_id']).toBe(stranger)
  })

  it('let the batch job act for itself, within its scopes', async () => {
    const { access_token } = await machineToken(tenant.issuer, 'create:timesheets approve:timesheets')
    expect(decodeJwt(access_token)).toMatchObject({
      sub: machine.id,
      client_id: machine.id,
      scope: 'create:timesheets',
    })
  })
})

describe('signing in', () => {
  it('tells name and e-mail in the ID token', async () => {
    const { id_token } = await signIn(tenant.issuer, 'grace')
    expect(decodeJwt(id_token!)).toMatchObject({
      name: cast.grace.name,
      email: cast.grace.email,
      email_verified: true,
    })
  })

  it.each([{}, { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }])(
    'needs S256, not %j',
    async (pkce) => {
      const query = {
        response_type: 'code',
        client_id: app,
        redirect_uri: `${origin}/callback`,
        scope: 'openid',
        ...pkce,
      }
      const answer = await fetch(`${tenant.issuer}/auth?${new URLSearchParams(query)}`, {
        redirect: 'manual',
      })
      expect(answer.headers.get('Location')).toContain('error=invalid_request')
    },
  )

  it('offers each person as a button', async () => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: app,
      redirect_uri: `${origin}/callback`,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
    const asked = await fetch(`${tenant.issuer}/auth?${query}`, { redirect: 'manual' })
    const page = await fetch(new URL(asked.headers.get('Location')!, tenant.issuer), {
      headers: {
        Cookie: asked.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      },
    })
    const text = await page.text()
    for (const { name, role } of Object.values(cast)) {
      expect(text).toContain(name)
      expect(text).toContain(role)
    }
  })

  it('answers the app across origins, and nobody else', async () => {
    const ask = (from: string) =>
      fetch(`${tenant.issuer}/token`, {
        method: 'POST',
        headers: { Origin: from },
        body: new URLSearchParams({ grant_type: 'refresh_token', client_id: app, refresh_token: 'none' }),
      })
    expect((await ask(origin)).headers.get('Access-Control-Allow-Origin')).toBe(origin)
    expect((await ask('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('signing out', () => {
  it('goes straight back to the app when the ID token says who', async () => {
    const cookies = new Map<string, string>()
    const { id_token, refresh_token } = await signIn(tenant.issuer, 'ada', { cookies })
    const query = new URLSearchParams({
      id_token_hint: id_token!,
      post_logout_redirect_uri: `${origin}/`,
      state: 'x',
    })
    const answer = await fetch(`${tenant.issuer}/session/end?${query}`, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    expect(answer.headers.get('Location')).toBe(`${origin}/?state=x`)
    await expect(reuse(refresh_token)).rejects.toThrow('invalid_grant')
  })

  it('by revoking the refresh token ends the session', async () => {
    const { refresh_token } = await signIn(tenant.issuer, 'ada')
    const body = new URLSearchParams({ client_id: app, token: refresh_token! })
    expect((await fetch(`${tenant.issuer}/token/revocation`, { method: 'POST', body })).status).toBe(200)
    await expect(reuse(refresh_token)).rejects.toThrow('invalid_grant')
  })

  it('by an administrator ends every session of one person', async () => {
    const [ada, also, lin] = [
      await signIn(tenant.issuer, 'ada'),
      await signIn(tenant.issuer, 'ada'),
      await signIn(tenant.issuer, 'lin'),
    ]
    tenant.endSessions('ada')
    await expect(reuse(ada.refresh_token)).rejects.toThrow('invalid_grant')
    await expect(reuse(also.refresh_token)).rejects.toThrow('invalid_grant')
    await expect(reuse(lin.refresh_token)).resolves.toBeTruthy()
  })
})

describe('refresh tokens', () => {
  it('without grace: the old one used again ends the session, on this device only', async () => {
    const [first, otherDevice] = [await signIn(tenant.issuer, 'ada'), await signIn(tenant.issuer, 'ada')]
    const second = await reuse(first.refresh_token)
    await expect(reuse(first.refresh_token)).rejects.toThrow('invalid_grant')
    await expect(reuse(second.refresh_token)).rejects.toThrow('invalid_grant')
    await expect(reuse(otherDevice.refresh_token)).resolves.toBeTruthy()
  })

  it('without grace: two at the same moment end the session', async () => {
    const { refresh_token } = await signIn(tenant.issuer, 'ada')
    const both = await Promise.allSettled([reuse(refresh_token), reuse(refresh_token)])
    const won = both.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    expect(won.length).toBeLessThan(2)
    for (const { refresh_token: next } of won) await expect(reuse(next)).rejects.toThrow('invalid_grant')
  })

  it('with overlap: the old one still answers, and so do both new ones', async () => {
    tenant.change({ rotation: 'overlap' })
    const first = await signIn(tenant.issuer, 'ada')
    const second = await reuse(first.refresh_token)
    const third = await reuse(first.refresh_token)
    expect(new Set([first, second, third].map((tokens) => tokens.refresh_token)).size).toBe(3)
    await expect(reuse(second.refresh_token)).resolves.toBeTruthy()
    await expect(reuse(third.refresh_token)).resolves.toBeTruthy()
  })

  it('with DPoP: are kept, and worthless without the key', async () => {
    tenant.change({ rotation: 'dpop' })
    const [proof, stolen] = [await proofs(), await proofs()]
    await expect(signIn(tenant.issuer, 'ada')).rejects.toThrow('invalid_grant')
    const first = await signIn(tenant.issuer, 'ada', { proof })
    expect(first.token_type).toBe('DPoP')
    expect(decodeJwt(first.access_token)['cnf']).toHaveProperty('jkt')
    const second = await reuse(first.refresh_token, proof)
    expect(second.refresh_token).toBe(first.refresh_token)
    await expect(reuse(first.refresh_token, stolen)).rejects.toThrow('invalid_grant')
    await expect(reuse(first.refresh_token)).rejects.toThrow('invalid')
    await expect(reuse(first.refresh_token, proof)).resolves.toBeTruthy()
  })

  it('are counted, renewed and refused', async () => {
    const before = { ...(tenant.counts[app] ?? { renewed: 0, refused: 0 }) }
    const { refresh_token } = await signIn(tenant.issuer, 'ada')
    await reuse(refresh_token)
    await expect(reuse(refresh_token)).rejects.toThrow('invalid_grant')
    expect(tenant.counts[app]).toEqual({ renewed: before.renewed + 1, refused: before.refused + 1 })
  })
})

describe('a restart', () => {
  it('keeps keys and sessions', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenant-'))
    const options: TenantOptions = { origins: [origin], storage: join(folder, 'tenant.sqlite') }
    const first = await startTenant(options)
    const { access_token, refresh_token } = await signIn(first.issuer, 'ada')
    await first.stop()
    const second = await startTenant({ ...options, port: Number(new URL(first.issuer).port) })
    try {
      const keys = createRemoteJWKSet(new URL(`${second.issuer}/jwks`))
      await expect(jwtVerify(access_token, keys)).resolves.toBeTruthy()
      await expect(refresh(second.issuer, refresh_token)).resolves.toBeTruthy()
    } finally {
      await second.stop()
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a forged token', () => {
  const verify = async (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(`${tenant.issuer}/jwks`)), {
      issuer: tenant.issuer,
      audience,
    })

  it('is a good one unless told otherwise', async () => {
    await expect(verify(await tenant.forge())).resolves.toBeTruthy()
  })

  it.each([
    [{ claims: { exp: 1 } }, 'exp'],
    [{ claims: { aud: otherAudience } }, 'aud'],
    [{ key: 'foreign' }, 'signature'],
    [{ key: 'public' }, 'alg'],
    [{ header: { kid: 'unknown' } }, 'key'],
  ] as const)('%j is refused by a verifier', async (forgery, why) => {
    await expect(verify(await tenant.forge(forgery))).rejects.toThrow(why)
  })

  it('can lack what every token has', async () => {
    const token = await tenant.forge({ claims: { exp: null, sub: '' }, header: { alg: 'none', typ: null } })
    expect(decodeJwt(token)).not.toHaveProperty('exp')
    expect(token.endsWith('.')).toBe(true)
  })
})

/** Proofs of one device's key. */
async function proofs(): Promise<Proof> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const jwk = await exportJWK(publicKey)
  return (htm, htu) =>
    new SignJWT({ htm, htu, jti: crypto.randomUUID() })
      .setIssuedAt()
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
      .sign(privateKey)
}
