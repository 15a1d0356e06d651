// The person who calls.
import type { Context } from 'hono'
import * as v from 'valibot'
import { idTokenClaims } from '../auth/verify.ts'
import { Email, type Me, type Person } from '../domain/person.ts'
import { Line } from '../domain/text.ts'
import { Refused } from '../domain/problem.ts'
import type { Env } from '../env.ts'
import { meet } from '../meet.ts'
import { bodyOf, personOf } from './input.ts'

/** Who calls, with which client and scopes. */
export async function show(c: Context<Env>) {
  return c.json(meOf(c, await personOf(c)))
}

const Introduction = v.strictObject({ idToken: v.pipe(v.string(), v.maxLength(8192)) })
const Names = v.object({
  name: v.fallback(Line(200), ''),
  email: v.fallback(Email, ''),
  email_verified: v.fallback(v.boolean(), false),
})

/**
 * Name and e-mail as the tenant has them, from an ID token of the same subject and client. Somebody's first call is best
 * this one: a verified e-mail leads them to the person that was made ahead for them.
 */
export async function introduce(c: Context<Env>) {
  const { idToken } = await bodyOf(c, Introduction)
  const { caller } = c.var
  const claims = await idTokenClaims(idToken, caller.client, c.var)
  if (claims.sub !== caller.subject) throw new Refused({ code: 'identity.mismatch' })
  const said = v.parse(Names, claims)
  const email = said.email_verified && said.email !== '' ? said.email : null
  const person = await meet(c.var.db, { ...c.var, names: { name: said.name || null, email } })
  if (!person.active) throw new Refused({ code: 'person.deactivated' })
  return c.json(meOf(c, person))
}

const meOf = (c: Context<Env>, { id, name, email }: Pick<Person, 'id' | 'name' | 'email'>): Me => ({
  person: id,
  name,
  email,
  scopes: [...c.var.caller.scopes],
  client: c.var.caller.client,
})
