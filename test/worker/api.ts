// Calls the Worker as somebody: a request through its front door with a token that the tenant's own key has signed.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import type { Sheet } from '../../worker/domain/sheet.ts'
import type { Answer, Page, Push } from '../../worker/domain/sync.ts'
import type { Bindings } from '../../worker/env.ts'
import app from '../../worker/index.ts'
import { tenantAt } from '../tenant/remote.ts'

export const tenant = tenantAt(inject('tenant').issuer)

type Call = RequestInit & { token?: string | null; json?: unknown }

/** One request to the Worker; `bindings` replace those of the test environment. */
export async function call(
  path: string,
  { token, json, ...init }: Call = {},
  bindings: Partial<Bindings> = {},
) {
  const headers = new Headers(init.headers)
  if (token) headers.set('authorization', `Bearer ${token}`)
  if (json !== undefined) headers.set('content-type', 'application/json')
  const body = json === undefined ? init.body : JSON.stringify(json)
  const request = new Request(`http://localhost:8787${path}`, {
    ...init,
    headers,
    ...(body !== undefined && { body }),
  })
  const context = createExecutionContext()
  const response = await app.fetch(request, { ...env, ...bindings }, context)
  await waitOnExecutionContext(context)
  return response
}

/** The JSON of an answer, unchecked: a test says what it expects of it. */
// oxlint-disable-next-line typescript/no-explicit-any
export const jsonOf = async (response: Response | Promise<Response>): Promise<any> => (await response).json()

export interface Somebody {
  /** Our own id of the person. */
  person: string
  token: string
  call(path: string, init?: Call): Promise<Response>
  push(changes: readonly object[], rest?: Partial<Push>): Promise<Answer>
  pull(since?: string): Promise<Page>
}

/** A person of their own, unknown to every other test. */
export async function somebody(
  claims: Record<string, unknown> = {},
  bindings: Partial<Bindings> = {},
): Promise<Somebody> {
  const token = await tenant.forge({ claims: { sub: crypto.randomUUID(), ...claims } })
  const { person } = await jsonOf(call('/api/me', { token }, bindings))
  const ask = (path: string, init: Call = {}) => call(path, { token, ...init }, bindings)
  return {
    person,
    token,
    call: ask,
    push: (changes, rest) =>
      jsonOf(ask('/api/changes', { method: 'POST', json: { person, changes, ...rest } })),
    pull: (since) => jsonOf(ask(`/api/changes${since === undefined ? '' : `?since=${since}`}`)),
  }
}

const everything =
  'read:timesheets create:timesheets delete:timesheets approve:timesheets manage:projects manage:people'
export const administrator = () => somebody({ scope: everything })

/** The scopes of an approver. */
export const approves = 'read:timesheets create:timesheets delete:timesheets approve:timesheets'
/** Somebody who may approve; `more`: further scopes. */
export const approver = (more = '', bindings: Partial<Bindings> = {}) =>
  somebody({ scope: `${approves} ${more}`.trim() }, bindings)

/** When devices say that things were done. */
export const at = '2026-11-21T09:00:00.000Z'
export const newId = () => crypto.randomUUID()

/** A change that logs an hour; everything can be said otherwise. */
export const put = (project: string, values: Record<string, unknown> = {}) => ({
  id: newId(),
  kind: 'entry.put',
  entry: newId(),
  project,
  date: '2026-11-20',
  zone: 'Europe/Berlin',
  minutes: 60,
  note: '',
  base: null,
  seen: null,
  at,
  ...values,
})

export const remove = (entry: string, base: string) => ({
  id: newId(),
  kind: 'entry.delete',
  entry,
  base,
  seen: null,
  at,
})

export const projectPut = (project: string, values: Record<string, unknown> = {}) => ({
  id: newId(),
  kind: 'project.put',
  project,
  name: 'Harbour bridge',
  client: 'Port of Hamburg',
  code: 'HB-1',
  colour: '#0f766e',
  archived: false,
  base: null,
  at,
  ...values,
})

/** Somebody as Root's list of people has them. */
export async function known(root: Somebody, person: string) {
  const { people } = await jsonOf(root.call('/api/people'))
  return people.find(({ id }: { id: string }) => id === person)
}

/** A change that decides something about a person: everything that is not said stays as `root` sees it. */
export async function personPut(root: Somebody, person: string, values: Record<string, unknown>) {
  const { id: _, linked: __, version: base, ...fields } = await known(root, person)
  return { id: newId(), kind: 'person.put', person, ...fields, base, at, ...values }
}

/** A step with somebody's week, by who saw this version of it. */
export const step = (
  kind: string,
  { person }: { person: string },
  week: string,
  base: string | null = null,
) => ({
  id: newId(),
  kind,
  person,
  week,
  base,
  at,
})

/** A project to book on. Answers its id, and the change that made it. */
export async function project(values: Record<string, unknown> = {}) {
  const change = projectPut(newId(), values)
  await (await administrator()).push([change])
  return { id: change.project, version: change.id }
}

export const words = (answer: Answer) =>
  answer.verdicts.map((verdict) => (verdict.verdict === 'refused' ? verdict.problem.code : verdict.verdict))

/** A week of this person as an approver's news have it, the only one unless it is named. */
export const sheetOf = ({ rows }: Page, { person }: { person: string }, week?: string) =>
  rows.find(
    (row): row is Sheet =>
      row.kind === 'sheet' && row.week.person === person && (week ?? row.week.week) === row.week.week,
  )
