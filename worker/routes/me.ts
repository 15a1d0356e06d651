// The person who calls.
import type { Context } from 'hono'
import * as v from 'valibot'
import { idTokenClaims } from '../auth/verify.ts'
import type { Me } from '../domain/person.ts'
import { Refused } from '../domain/problem.ts'
import type { Env } from '../env.ts'
import * as people from '../store/people.ts'
import { bodyOf, personOf } from './input.ts'

export async function show(c: Context<Env>) {
  return c.json(meOf(c, await personOf(c)))
}

const Introduction = v.strictObject({ idToken: v.pipe(v.string(), v.maxLength(8192)) })
const Names = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
  email: v.optional(v.pipe(v.string(), v.maxLength(320)), ''),
})

/** Name and e-mail as the tenant has them, from an ID token of the same subject and client. */
export async function introduce(c: Context<Env>) {
  const { idToken } = await bodyOf(c, Introduction)
  const { db, caller } = c.var
  const claims = await idTokenClaims(idToken, caller.client, c.var)
  if (claims.sub !== caller.subject) throw new Refused({ code: 'identity.mismatch' })
  const person = await personOf(c)
  const names = v.parse(v.fallback(Names, { name: '', email: '' }), claims)
  const name = names.name || person.name
  const email = names.email || person.email
  if (name !== person.name || email !== person.email) await people.rename(db, person.id, name, email)
  return c.json(meOf(c, { id: person.id, name, email }))
}

const meOf = (c: Context<Env>, person: { id: string; name: string | null; email: string | null }): Me => ({
  person: person.id,
  name: person.name,
  email: person.email,
  scopes: [...c.var.caller.scopes],
  client: c.var.caller.client,
})
