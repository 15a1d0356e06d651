// The tenant's keys: fetched seldom, kept through an outage, and no 401 for want of them.
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest'
import { forgetKeys } from '../../worker/auth/keys.ts'
import { call, jsonOf, tenant } from './api.ts'

const { issuer } = inject('tenant')
const real = globalThis.fetch
let fetched: string[]
let isAway: boolean
let isEmpty: boolean
let time: number

/** The Worker's way to the tenant, watched, and cut when the tenant is away. */
beforeEach(async () => {
  forgetKeys()
  await env.DB.prepare('delete from tenant_keys').run()
  fetched = []
  isAway = false
  isEmpty = false
  time = Date.now()
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.includes('/test/')) {
      fetched.push(new URL(url).pathname)
      if (isAway) throw new TypeError('the tenant is away')
      if (isEmpty && url.includes('jwks')) return Response.json({ keys: [] })
    }
    return real(input, init)
  })
})
afterEach(() => vi.restoreAllMocks())

const CLOCK = { now: () => time }
const seconds = () => Math.floor(time / 1000)
const token = (header = {}) =>
  tenant.forge({ claims: { sub: 'ada', iat: seconds(), exp: seconds() + 300 }, header })
const me = async (bearer: string) => call('/api/me', { token: bearer }, { CLOCK })
const keyFetches = () => fetched.filter((path) => path.includes('jwks')).length

it('fetches the keys once for twenty cold requests', async () => {
  const bearer = await token()
  const answers = await Promise.all(Array.from({ length: 20 }, () => me(bearer)))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  expect(keyFetches()).toBe(1)
})

it('starts from the stored keys when the tenant is away', async () => {
  await me(await token())
  forgetKeys()
  isAway = true
  expect((await me(await token())).status).toBe(200)
  expect(keyFetches()).toBe(1)
})

it('goes on with the last good keys through an outage of 23 hours, and no longer than 24', async () => {
  await me(await token())
  isAway = true
  time += 23 * 3_600_000
  expect((await me(await token())).status).toBe(200)
  time += 2 * 3_600_000
  const response = await me(await token())
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
})

it('answers 503 and never 401 when there are no keys at all', async () => {
  isAway = true
  const response = await me(await token())
  expect(response.status).toBe(503)
  expect(await jsonOf(response)).toMatchObject({ code: 'tenant.unavailable' })
  isAway = false
  time += 31_000
  expect((await me(await token())).status).toBe(200)
})

it('fetches at most once in 30 s for unknown keys, failures counted', async () => {
  await me(await token())
  const before = keyFetches()
  time += 31_000
  const unknown = await token({ kid: 'nobody' })
  expect((await me(unknown)).status).toBe(401)
  expect((await me(unknown)).status).toBe(401)
  expect(keyFetches()).toBe(before + 1)
  time += 31_000
  isAway = true
  // Whether the key exists cannot be known now: not the caller's fault.
  expect((await me(unknown)).status).toBe(503)
  expect((await me(unknown)).status).toBe(503)
  expect((await me(await token())).status).toBe(200)
})

it('does not blame a caller whose key may be newer than the set', async () => {
  await me(await token())
  time += 10_000
  const response = await me(await token({ kid: 'rotated just now' }))
  expect(response.status).toBe(503)
})

it('keeps the good keys when the tenant answers an empty set', async () => {
  await me(await token())
  isEmpty = true
  time += 11 * 60_000
  await me(await token())
  expect(keyFetches()).toBe(2)
  forgetKeys()
  expect((await me(await token())).status).toBe(200)
})

it('refreshes old keys behind the back of a request that they serve', async () => {
  await me(await token())
  time += 11 * 60_000
  expect((await me(await token())).status).toBe(200)
  expect(keyFetches()).toBe(2)
  expect(
    await env.DB.prepare('select fetched from tenant_keys where issuer = ?').bind(issuer).first('fetched'),
  ).toBe(time)
})

it('believes no discovery document of another issuer', async () => {
  const response = await call('/api/me', { token: await token() }, { ISSUER: `${issuer}/`, CLOCK })
  expect(response.status).toBe(503)
})
