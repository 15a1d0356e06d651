// A right request for each route of the API, and what is answered to somebody for whom it is not.
import { addWeeks, daysOf } from '../../worker/domain/calendar.ts'
import { newId, projectPut, put, type Somebody, step } from './api.ts'
import { blank } from './people.ts'

/** Who and what the requests are about: Ada makes them, about hers and Lin's. */
export interface Cast {
  ada: Somebody
  lin: Somebody
  root: Somebody
  bridge: string
  idToken: string
}

interface RightRequest {
  path: string
  init?: object
  status: number
}

/** A request that the right caller may make, with the status it gets. */
export const right: Record<string, (cast: Cast) => Promise<RightRequest>> = {
  'GET /health': async () => ({ path: '/health', status: 200 }),
  'GET /config': async () => ({ path: '/config', status: 200 }),
  'GET /me': async () => ({ path: '/me', status: 200 }),
  'PUT /me': async ({ idToken }) => ({ path: '/me', init: { json: { idToken } }, status: 200 }),
  'GET /projects': async () => ({ path: '/projects', status: 200 }),
  'GET /timesheets': async () => ({ path: '/timesheets', status: 200 }),
  'POST /timesheets': async ({ bridge }) => ({
    path: '/timesheets',
    init: { json: { project: bridge, date: '2026-11-20', minutes: 1 } },
    status: 201,
  }),
  'GET /timesheets/:id': async ({ ada, bridge }) => ({
    path: `/timesheets/${(await hourOf(ada, bridge)).entry}`,
    status: 200,
  }),
  'PUT /timesheets/:id': async ({ ada, bridge }) => {
    const { entry, id } = await hourOf(ada, bridge)
    const json = { project: bridge, date: '2026-11-20', minutes: 2 }
    return { path: `/timesheets/${entry}`, init: { json, headers: { 'if-match': `"${id}"` } }, status: 200 }
  },
  'DELETE /timesheets/:id': async ({ ada, bridge }) => {
    const { entry, id } = await hourOf(ada, bridge)
    return { path: `/timesheets/${entry}`, init: { headers: { 'if-match': `"${id}"` } }, status: 204 }
  },
  'GET /timesheets/:id/history': async ({ ada, bridge }) => ({
    path: `/timesheets/${(await hourOf(ada, bridge)).entry}/history`,
    status: 200,
  }),
  'PUT /projects/:id': async () => {
    const { id: _, kind: __, at: ___, base: ____, project, ...json } = projectPut(newId())
    return { path: `/projects/${project}`, init: { json, headers: { 'if-none-match': '*' } }, status: 201 }
  },
  'GET /people': async () => ({ path: '/people', status: 200 }),
  'PUT /people/:id': async () => {
    const json = { ...blank, name: 'Somebody' }
    return { path: `/people/${newId()}`, init: { json, headers: { 'if-none-match': '*' } }, status: 201 }
  },
  'GET /weeks': async () => ({ path: '/weeks', status: 200 }),
  'GET /weeks/:person/:week': async ({ lin }) => ({ path: `/weeks/${lin.person}/2026-W40`, status: 200 }),
  'GET /weeks/:person/:week/history': async ({ lin }) => ({
    path: `/weeks/${lin.person}/2026-W40/history`,
    status: 200,
  }),
  'PUT /weeks/:person/:week/submission': async () => ({
    path: `/weeks/me/${nextWeek()}/submission`,
    init: { headers: { 'if-none-match': '*' } },
    status: 200,
  }),
  'DELETE /weeks/:person/:week/submission': async ({ ada }) => {
    const { week, version } = await submitted(ada)
    return { path: `/weeks/me/${week}/submission`, init: matching(version), status: 200 }
  },
  'PUT /weeks/:person/:week/approval': async ({ lin }) => {
    const { week, version } = await submitted(lin)
    return { path: `/weeks/${lin.person}/${week}/approval`, init: matching(version), status: 200 }
  },
  'PUT /weeks/:person/:week/return': async ({ lin }) => {
    const { week, version } = await submitted(lin)
    const init = { ...matching(version), json: { reason: 'Friday is missing' } }
    return { path: `/weeks/${lin.person}/${week}/return`, init, status: 200 }
  },
  'PUT /weeks/:person/:week/reopening': async ({ bridge, lin, root }) => {
    const { week, version } = await approved(lin, root, bridge)
    const init = { ...matching(version), json: { reason: 'Wrong project' } }
    return { path: `/weeks/${lin.person}/${week}/reopening`, init, status: 200 }
  },
  'POST /weeks/:person/:week/comments': async () => ({
    path: '/weeks/me/2026-W40/comments',
    init: { json: { note: 'Done' } },
    status: 201,
  }),
  'PUT /late/:id/acceptance': async ({ bridge, lin, root }) => {
    const { late } = await approved(lin, root, bridge)
    return { path: `/late/${late}/acceptance`, init: matching(late), status: 200 }
  },
  'PUT /late/:id/refusal': async ({ bridge, lin, root }) => {
    const { late } = await approved(lin, root, bridge)
    const init = { ...matching(late), json: { reason: 'Not on this project' } }
    return { path: `/late/${late}/refusal`, init, status: 200 }
  },
  'GET /reports': async () => ({
    path: '/reports?from=2026-11-01&to=2026-11-30&by=project',
    status: 200,
  }),
  'GET /changes': async () => ({ path: '/changes', status: 200 }),
  'POST /changes': async ({ ada, bridge }) => ({
    path: '/changes',
    init: { json: { person: ada.person, changes: [put(bridge, { minutes: 1 })] } },
    status: 200,
  }),
}

const forbidden = { status: 403, code: 'insufficient_scope' }
const notTheirs = { status: 403, code: 'week.not-yours' }
const unknown = { status: 404, code: 'entry.unknown' }
/** What is answered to somebody who asks for what is another's; the rest answers with their own. */
export const forOthers: Record<string, object> = {
  'GET /timesheets/:id': unknown,
  'PUT /timesheets/:id': unknown,
  'DELETE /timesheets/:id': unknown,
  'GET /timesheets/:id/history': unknown,
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

async function hourOf(who: Somebody, bridge: string) {
  const change = put(bridge, { minutes: 1 })
  await who.push([change])
  return change
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

/** A week that `root` has approved, and an hour that came too late for it. */
async function approved(who: Somebody, root: Somebody, bridge: string) {
  const { week, version } = await submitted(who)
  const approve = step('week.approve', who, week, version)
  await root.push([approve])
  const late = put(bridge, { date: daysOf(week)[0] })
  await who.push([late])
  return { week, version: approve.id, late: late.id }
}
