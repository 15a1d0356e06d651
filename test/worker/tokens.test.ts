// The gate: tokens that look right and are not.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Bindings } from '../../worker/env.ts'
import { signIn } from '../tenant/sign-in.ts'
import type { Forgery } from '../tenant/forge.ts'
import { call, jsonOf, tenant } from './api.ts'

const statusOf = async (authorization: string, bindings: Partial<Bindings> = {}) =>
  (await call('/api/me', { headers: { authorization } }, bindings)).status
const forged = async (forgery: Forgery) => `Bearer ${await tenant.forge(forgery)}`
const now = Math.floor(Date.now() / 1000)
const longAgo = Math.floor(Date.parse('2020-01-01') / 1000)

it('takes a token as it should be', async () => {
  expect(await statusOf(await forged({}))).toBe(200)
})

describe.each<[string, Forgery]>([
  ["signed by another key under the tenant's key id", { key: 'foreign' }],
  ['HMAC-signed with the public key', { key: 'public' }],
  ['not signed', { header: { alg: 'none' } }],
  ['of an algorithm nobody configured', { header: { alg: 'PS256' } }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['of an issuer that is ours but for a slash', { claims: { iss: `${inject('tenant').issuer}/` } }],
  [
    'for several audiences, none of them ours',
    { claims: { aud: ['https://a.example', 'https://b.example'] } },
  ],
  ['without an audience', { claims: { aud: null } }],
  ['that expired a minute ago', { claims: { exp: now - 60 } }],
  ['without an expiry', { claims: { exp: null } }],
  ['with an expiry that is text', { claims: { exp: 'tomorrow' } }],
  ['not valid before a minute from now', { claims: { nbf: now + 60 } }],
  ['without a subject', { claims: { sub: null } }],
  ['with an empty subject', { claims: { sub: '' } }],
  ['with a subject that is a list', { claims: { sub: ['ada'] } }],
  ['of a type that is not an access token', { header: { typ: 'logout+jwt' } }],
  ['without a type', { header: { typ: null } }],
  ['with a critical header nobody knows', { header: { crit: ['magic'], magic: true } }],
  ['without a client', { claims: { client_id: null } }],
  ['bound to a certificate, which nobody here can check', { claims: { cnf: { 'x5t#S256': 'abc' } } }],
  ['bound to a key that is no text', { claims: { cnf: { jkt: 5 } } }],
  [
    'for a DPoP key, without a proof',
    { claims: { cnf: { jkt: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' } } },
  ],
])('a token %s', (_, forgery) => {
  it('is refused', async () => {
    expect(await statusOf(await forged(forgery))).toBe(401)
  })
})

it.each([
  ['no scheme', 'abc.def.ghi'],
  ['another scheme', 'Basic YWRhOnNlY3JldA=='],
  ['nothing behind the scheme', 'Bearer '],
  ['two tokens', 'Bearer abc.def.ghi abc.def.ghi'],
  ['what is no token', 'Bearer abc'],
  ['three dots and garbage', 'Bearer ..'],
  ['9,000 characters', `Bearer ${'a'.repeat(9000)}`],
])('refuses an Authorization header with %s', async (_, header) => {
  const response = await call('/api/me', { headers: { authorization: header } })
  expect(response.status).toBe(401)
  expect(await jsonOf(response)).toMatchObject({ title: 'Missing or invalid token', status: 401 })
})

it('takes no algorithm but those that are configured, whatever the key set offers', async () => {
  expect(await statusOf(await forged({}), { ALGORITHMS: 'ES256' })).toBe(401)
  expect(await statusOf(await forged({}), { ALGORITHMS: 'ES256 RS256' })).toBe(200)
})

it.each(['timesheets-app', 'timesheets-app@clients'])(
  'makes no person of a client that speaks for itself as %s',
  async (sub) => {
    const response = await call('/api/me', { token: await tenant.forge({ claims: { sub } }) })
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'caller.machine'])
  },
)

it('takes no ID token for an access token', async () => {
  const { id_token } = await signIn(inject('tenant').issuer, 'ada')
  expect(await statusOf(`Bearer ${id_token}`)).toBe(401)
})

it('takes no access token for an ID token', async () => {
  const { access_token } = await signIn(inject('tenant').issuer, 'ada')
  const response = await call('/api/me', {
    method: 'PUT',
    token: access_token,
    json: { idToken: access_token },
  })
  expect(response.status).toBe(401)
})

describe('with a shared secret configured', () => {
  const secret = 'a shared secret of at least 32 bytes'
  let hmac: string
  beforeAll(async () => {
    hmac = await forged({ secret })
  })
  it('takes HS256 and then nothing else', async () => {
    expect(await statusOf(hmac, { TENANT_SECRET: secret })).toBe(200)
    expect(await statusOf(await forged({}), { TENANT_SECRET: secret })).toBe(401)
    expect(
      await statusOf(await forged({ secret: 'another secret of at least 32 bytes' }), {
        TENANT_SECRET: secret,
      }),
    ).toBe(401)
  })
  it('takes no HS256 without it', async () => {
    expect(await statusOf(hmac)).toBe(401)
  })
})

describe('other tenants say it otherwise', () => {
  const scopesOf = async (claims: Record<string, unknown>, bindings: Partial<Bindings>) =>
    (
      await jsonOf(
        call(
          '/api/me',
          { headers: { authorization: await forged({ claims: { scope: null, ...claims } }) } },
          bindings,
        ),
      )
    ).scopes
  it('reads scopes from scp, as text and as a list', async () => {
    expect(await scopesOf({ scp: 'read:timesheets other' }, { SCOPE_CLAIM: 'scp' })).toEqual([
      'read:timesheets',
    ])
    expect(await scopesOf({ scp: ['create:timesheets'] }, { SCOPE_CLAIM: 'scp' })).toEqual([
      'create:timesheets',
    ])
  })
  it('reads scopes from permissions, and then not from scope', async () => {
    expect(
      await scopesOf(
        { permissions: ['read:timesheets'], scope: 'approve:timesheets' },
        { SCOPE_CLAIM: 'permissions' },
      ),
    ).toEqual(['read:timesheets'])
  })
  it.each(['azp', 'client_id', 'cid', 'appid'])('reads the client from %s', async (name) => {
    expect(await statusOf(await forged({ claims: { client_id: null, [name]: 'timesheets-app' } }))).toBe(200)
    expect(await statusOf(await forged({ claims: { client_id: null, [name]: 'other-app' } }))).toBe(403)
  })
})

it('names the settings that are missing and lets nobody in', async () => {
  const response = await call(
    '/api/me',
    { token: await tenant.forge({}) },
    { AUDIENCE: undefined, LEDGER_SECRET: 'short' },
  )
  expect(response.status).toBe(503)
  expect(await jsonOf(response)).toMatchObject({
    code: 'configuration.missing',
    names: ['AUDIENCE', 'LEDGER_SECRET'],
  })
})

it('asks the clock it was given', async () => {
  const CLOCK = { now: () => longAgo * 1000 }
  const claims = { iat: longAgo, exp: longAgo + 60 }
  expect(await statusOf(await forged({ claims }), { CLOCK })).toBe(200)
  expect(await statusOf(await forged({ claims }))).toBe(401)
})
