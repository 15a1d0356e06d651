// Walks the API's own table: every route, asked by everybody who may not, and by one who may.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { scopes } from '../../worker/domain/scope.ts'
import { type Method, table } from '../../worker/routes/table.ts'
import { machineToken, signIn } from '../tenant/sign-in.ts'
import { administrator, call, jsonOf, newId, project, somebody, type Somebody, tenant } from './api.ts'
import { type Cast, forOthers, right } from './requests.ts'

let cast: Cast
/** An employee like the others. */
let eve: Somebody
const sub = newId()

beforeAll(async () => {
  eve = await somebody()
  cast = {
    bridge: (await project()).id,
    ada: await somebody({ sub, scope: scopes.join(' ') }),
    lin: await somebody(),
    root: await administrator(),
    idToken: await tenant.forge({
      claims: { sub, aud: 'timesheets-app', name: 'Ada' },
      header: { typ: 'JWT' },
    }),
  }
})

/** What Ada and Lin have, as the feed tells them. */
const ownRows = async () => {
  const pages = await Promise.all([cast.ada.pull(), cast.lin.pull()])
  return pages
    .flatMap(({ rows }) => rows)
    .filter((row) => 'person' in row && (row.person === cast.ada.person || row.person === cast.lin.person))
}

async function ask(method: Method, token: string | null, { path, init }: { path: string; init?: object }) {
  const response = await call(`/api${path}`, { method, token, ...init })
  const text = await response.text()
  const code: unknown = text.startsWith('{') ? JSON.parse(text).code : undefined
  return { status: response.status, code, challenge: response.headers.get('www-authenticate'), text }
}

it('has a right request for each route', () => {
  expect(Object.keys(right).toSorted()).toEqual(table.map(([method, path]) => `${method} ${path}`).toSorted())
})

const routes = table.map(([method, path, need]) => ({ method, path, need }))
const request = async (method: Method, path: string) => {
  const made = await right[`${method} ${path}`]?.(cast)
  if (!made) throw new Error('no request')
  return made
}

it('says the time on every answer, by which devices know how wrong their clocks are', async () => {
  for (const path of ['/api/config', '/api/me', '/api/nowhere']) {
    const date = Date.parse((await call(path, { token: null })).headers.get('date') ?? '')
    expect(Math.abs(date - Date.now())).toBeLessThan(60_000)
  }
})

it.each(routes.filter(({ need }) => need === 'public'))(
  '$method $path answers anybody',
  async ({ method, path }) => {
    expect(await ask(method, null, await request(method, path))).toMatchObject({ status: 200 })
  },
)

describe.each(routes.filter(({ need }) => need !== 'public'))('$method $path ($need)', ({ method, path }) => {
  it('answers the right caller', async () => {
    const made = await request(method, path)
    expect(await ask(method, cast.ada.token, made)).toMatchObject({ status: made.status })
  })

  it('refuses no token', async () => {
    expect(await ask(method, null, await request(method, path))).toMatchObject({
      status: 401,
      code: 'token.missing',
      challenge: 'Bearer',
    })
  })

  const invalid = {
    status: 401,
    code: 'token.invalid',
    challenge: expect.stringContaining('error="invalid_token"'),
  }
  const now = Math.floor(Date.now() / 1000)

  it.each<[string, Record<string, unknown>, object]>([
    ['an expired token', { exp: now - 60, iat: now - 360 }, invalid],
    ['a token for another audience', { aud: 'https://payroll.abc.example/api' }, invalid],
    ['a token of an unknown client', { client_id: 'other-app' }, { status: 403, code: 'client.unknown' }],
    ['a token with no scope of ours', { scope: 'openid email' }, { status: 403, code: 'insufficient_scope' }],
  ])('refuses %s', async (_, claims, expected) => {
    const token = await tenant.forge({ claims: { sub, ...claims } })
    expect(await ask(method, token, await request(method, path))).toMatchObject(expected)
  })

  it('refuses a machine, which has no timesheet', async () => {
    const { access_token } = await machineToken(inject('tenant').issuer)
    expect(await ask(method, access_token, await request(method, path))).toMatchObject({
      status: 403,
      code: 'caller.machine',
    })
  })

  it('shows and changes nothing of another person', async () => {
    const made = await request(method, path)
    const before = await ownRows()
    const answer = await ask(method, eve.token, made)
    expect(answer).toMatchObject(forOthers[`${method} ${path}`] ?? { status: made.status })
    expect(answer.text).not.toContain(cast.ada.person)
    const response = await eve.call('/api/timesheets')
    expect(JSON.stringify(await response.json())).not.toContain(cast.ada.person)
    expect(await ownRows()).toEqual(before)
  })
})

// Where any scope of ours will do, lacking them all is tested above.
it.each(routes.filter(({ need }) => need !== 'public' && need !== 'person'))(
  '$method $path refuses a token with every scope but the one it needs, and names that',
  async ({ method, path, need }) => {
    const needed = need === 'per change' ? 'create:timesheets' : need
    const others = scopes.filter((scope) => scope !== needed).join(' ')
    const token = await tenant.forge({ claims: { sub, scope: others } })
    expect(await ask(method, token, await request(method, path))).toMatchObject({
      status: 403,
      code: 'insufficient_scope',
      challenge: `Bearer error="insufficient_scope", scope="${needed}"`,
    })
  },
)

it('takes the tokens that people really get, by the whole sign-in', async () => {
  const { issuer } = inject('tenant')
  const tokens = await signIn(issuer, 'grace')
  expect(await jsonOf(call('/api/me', { token: tokens.access_token }))).toMatchObject({
    scopes: expect.arrayContaining(['approve:timesheets']),
    client: 'timesheets-app',
  })
  const introduced = call('/api/me', {
    method: 'PUT',
    token: tokens.access_token,
    json: { idToken: tokens.id_token },
  })
  expect(await jsonOf(introduced)).toMatchObject({ name: 'Grace Moreau', email: 'grace@abc.example' })
})

it('gives an account of the tenant that has no role here nothing, and makes no person of it', async () => {
  const tokens = await signIn(inject('tenant').issuer, 'mallory')
  const response = await call('/api/me', { token: tokens.access_token })
  expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'insufficient_scope'])
})
