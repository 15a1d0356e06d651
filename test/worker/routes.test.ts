// Walks the API's own table: every route, asked by everybody who may not, and by one who may.
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { addWeeks, daysOf } from '../../worker/domain/calendar.ts'
import type { Method } from '../../worker/routes/table.ts'
import { table } from '../../worker/routes/table.ts'
import { scopes } from '../../worker/domain/scope.ts'
import { machineToken, signIn } from '../tenant/sign-in.ts'
import {
  administrator,
  call,
  jsonOf,
  newId,
  project,
  projectPut,
  put,
  somebody,
  type Somebody,
  step,
  tenant,
} from './api.ts'

let ada: Somebody
let lin: Somebody
let bridge: string
let idToken: string
let root: Somebody
/** An employee like the others. */
let eve: Somebody
const sub = newId()
const every = scopes.join(' ')

beforeAll(async () => {
  bridge = (await project()).id
  ada = await somebody({ sub, scope: every })
  root = await administrator()
  eve = await somebody()
  lin = await somebody()
  idToken = await tenant.forge({
    claims: { sub, aud: 'timesheets-app', name: 'Ada' },
    header: { typ: 'JWT' },
  })
})

/** A request that the right caller may make, with the status it gets. */
const right: Record<string, () => Promise<{ path: string; init?: object; status: number }>> = {
  'GET /health': async () => ({ path: '/health', status: 200 }),
  'GET /config': async () => ({ path: '/config', status: 200 }),
  'GET /me': async () => ({ path: '/me', status: 200 }),
  'PUT /me': async () => ({ path: '/me', init: { json: { idToken } }, status: 200 }),
  'GET /projects': async () => ({ path: '/projects', status: 200 }),
  'GET /timesheets': async () => ({ path: '/timesheets', status: 200 }),
  'POST /timesheets': async () => ({
    path: '/timesheets',
    init: { json: { project: bridge, date: '2026-11-20', minutes: 1 } },
    status: 201,
  }),
  'GET /timesheets/:id': async () => ({ path: `/timesheets/${(await hourOf(ada)).entry}`, status: 200 }),
  'PUT /timesheets/:id': async () => {
    const { entry, id } = await hourOf(ada)
    const json = { project: bridge, date: '2026-11-20', minutes: 2 }
    return { path: `/timesheets/${entry}`, init: { json, headers: { 'if-match': `"${id}"` } }, status: 200 }
  },
  'DELETE /timesheets/:id': async () => {
    const { entry, id } = await hourOf(ada)
    return { path: `/timesheets/${entry}`, init: { headers: { 'if-match': `"${id}"` } }, status: 204 }
  },
  'GET /timesheets/:id/history': async () => ({
    path: `/timesheets/${(await hourOf(ada)).entry}/history`,
    status: 200,
  }),
  'PUT /projects/:id': async () => {
    const { id: _, kind: __, at: ___, base: ____, project, ...json } = projectPut(newId())
    return { path: `/projects/${project}`, init: { json, headers: { 'if-none-match': '*' } }, status: 201 }
  },
  'GET /people': async () => ({ path: '/people', status: 200 }),
  'PUT /people/:id': async () => {
    const blank = { from: null, until: null, target: null, manager: null, deputy: null, active: true }
    const json = { name: 'Somebody', email: null, ...blank }
    return { path: `/people/${newId()}`, init: { json, headers: { 'if-none-match': '*' } }, status: 201 }
  },
  'GET /weeks': async () => ({ path: '/weeks', status: 200 }),
  'GET /weeks/:person/:week': async () => ({ path: `/weeks/${lin.person}/2026-W40`, status: 200 }),
  'GET /weeks/:person/:week/history': async () => ({
    path: `/weeks/${lin.person}/2026-W40/history`,
    status: 200,
  }),
  'PUT /weeks/:person/:week/submission': async () => ({
    path: `/weeks/me/${nextWeek()}/submission`,
    init: { headers: { 'if-none-match': '*' } },
    status: 200,
  }),
  'DELETE /weeks/:person/:week/submission': async () => {
    const { week, version } = await submitted(ada)
    return { path: `/weeks/me/${week}/submission`, init: matching(version), status: 200 }
  },
  'PUT /weeks/:person/:week/approval': async () => {
    const { week, version } = await submitted(lin)
    return { path: `/weeks/${lin.person}/${week}/approval`, init: matching(version), status: 200 }
  },
  'PUT /weeks/:person/:week/return': async () => {
    const { week, version } = await submitted(lin)
    const init = { ...matching(version), json: { reason: 'Friday is missing' } }
    return { path: `/weeks/${lin.person}/${week}/return`, init, status: 200 }
  },
  'PUT /weeks/:person/:week/reopening': async () => {
    const { week, version } = await approved(lin)
    const init = { ...matching(version), json: { reason: 'Wrong project' } }
    return { path: `/weeks/${lin.person}/${week}/reopening`, init, status: 200 }
  },
  'POST /weeks/:person/:week/comments': async () => ({
    path: '/weeks/me/2026-W40/comments',
    init: { json: { note: 'Done' } },
    status: 201,
  }),
  'PUT /late/:id/acceptance': async () => {
    const { late } = await approved(lin)
    return { path: `/late/${late}/acceptance`, init: matching(late), status: 200 }
  },
  'PUT /late/:id/refusal': async () => {
    const { late } = await approved(lin)
    const init = { ...matching(late), json: { reason: 'Not on this project' } }
    return { path: `/late/${late}/refusal`, init, status: 200 }
  },
  'GET /reports': async () => ({
    path: '/reports?from=2026-11-01&to=2026-11-30&by=project',
    status: 200,
  }),
  'GET /changes': async () => ({ path: '/changes', status: 200 }),
  'POST /changes': async () => ({
    path: '/changes',
    init: { json: { person: ada.person, changes: [put(bridge, { minutes: 1 })] } },
    status: 200,
  }),
}

/** What is answered to somebody who asks for what is another's; the rest answers with their own. */
const unknown = { status: 404, code: 'entry.unknown' }
const forbidden = { status: 403, code: 'insufficient_scope' }
const notTheirs = { status: 403, code: 'week.not-yours' }
const forOthers: Record<string, object> = {
  'POST /changes': { status: 403, code: 'account.mismatch' },
  'PUT /me': { status: 403, code: 'identity.mismatch' },
  'PUT /projects/:id': forbidden,
  'PUT /people/:id': forbidden,
  'GET /weeks/:person/:week': notTheirs,
  'GET /weeks/:person/:week/history': notTheirs,
  'DELETE /weeks/:person/:week/submission': { status: 412, code: 'week.stale' },
  'PUT /weeks/:person/:week/approval': forbidden,
  'PUT /weeks/:person/:week/return': forbidden,
  'PUT /weeks/:person/:week/reopening': forbidden,
  'PUT /late/:id/acceptance': forbidden,
  'PUT /late/:id/refusal': forbidden,
}

let week = '2020-W01'
function nextWeek(): string {
  week = addWeeks(week, 1)
  return week
}

const matching = (version: string) => ({ headers: { 'if-match': `"${version}"` } })

async function submitted(who: Somebody) {
  const submit = step('week.submit', who, nextWeek())
  await who.push([submit])
  return { week: submit.week, version: submit.id }
}

/** A week that Root has approved, and an hour that came too late for it. */
async function approved(who: Somebody) {
  const { week, version } = await submitted(who)
  const approve = step('week.approve', who, week, version)
  await root.push([approve])
  const late = put(bridge, { date: daysOf(week)[0] })
  await who.push([late])
  return { week, version: approve.id, late: late.id }
}

/** What Ada and Lin have, as the feed tells them. */
const ownRows = async () =>
  (await Promise.all([ada, lin].map(async (who) => (await who.pull()).rows)))
    .flat()
    .filter((row) => 'person' in row && (row.person === ada.person || row.person === lin.person))

async function hourOf(who: Somebody) {
  const change = put(bridge, { minutes: 1 })
  await who.push([change])
  return change
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
  const made = await right[`${method} ${path}`]?.()
  if (!made) throw new Error('no request')
  return made
}

it.each(routes.filter(({ need }) => need === 'public'))(
  '$method $path answers anybody',
  async ({ method, path }) => {
    expect(await ask(method, null, await request(method, path))).toMatchObject({ status: 200 })
  },
)

describe.each(routes.filter(({ need }) => need !== 'public'))('$method $path ($need)', ({ method, path }) => {
  it('answers the right caller', async () => {
    const made = await request(method, path)
    expect(await ask(method, ada.token, made)).toMatchObject({ status: made.status })
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
    const own = { status: made.status }
    const isById = path.includes(':id') && !path.startsWith('/late')
    expect(answer).toMatchObject(forOthers[`${method} ${path}`] ?? (isById ? unknown : own))
    expect(answer.text).not.toContain(ada.person)
    const response = await eve.call('/api/timesheets')
    expect(JSON.stringify(await response.json())).not.toContain(ada.person)
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
