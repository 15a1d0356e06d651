// People as Root makes them ahead of their first sign-in, and accounts of the tenant, which come and say who they are.
import { expect } from 'vitest'
import { at, call, newId, type Somebody, tenant } from './api.ts'

/** An e-mail address of their own. */
export const address = () => `${newId()}@abc.example`

/** Somebody of whom nothing is said yet. */
export const blank = {
  name: null,
  email: null,
  from: null,
  until: null,
  target: null,
  manager: null,
  deputy: null,
  active: true,
}

/** A change that makes somebody, as a device sends it. */
export const newPerson = (values: object) => ({
  ...blank,
  id: newId(),
  kind: 'person.put',
  person: newId(),
  base: null,
  at,
  ...values,
})

/** Creates somebody ahead of their first sign-in; answers their id. */
export async function ahead(root: Somebody, values: object): Promise<string> {
  const person = newId()
  const response = await create(root, person, values)
  expect(response.status).toBe(201)
  return person
}

export const create = (root: Somebody, person: string, values: object) =>
  root.call(`/api/people/${person}`, {
    method: 'PUT',
    headers: { 'if-none-match': '*' },
    json: { ...blank, ...values },
  })

/** An account of the tenant that has never called. */
export async function account() {
  const sub = newId()
  const token = await tenant.forge({ claims: { sub } })
  /** PUT /me with an ID token that says this. */
  const introduce = async (claims: object) => {
    const idToken = await tenant.forge({
      claims: { sub, aud: 'timesheets-app', ...claims },
      header: { typ: 'JWT' },
    })
    return call('/api/me', { method: 'PUT', token, json: { idToken } })
  }
  return { token, introduce }
}

/** A change that leads the sign-in of one person to another. */
export const moved = (person: string, to: string, base: string) => ({
  id: newId(),
  kind: 'identity.move',
  person,
  to,
  base,
  at,
})
