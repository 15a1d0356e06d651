// What a client needs to know before it can sign in.
import type { Context } from 'hono'
import type { Config } from '../domain/config.ts'
import { scopes } from '../domain/scope.ts'
import type { Env } from '../env.ts'

/** That the Worker is up; nobody else is asked. */
export const health = (c: Context<Env>) => c.json({ status: 'ok' })

/** What `Config` says. */
export function config(c: Context<Env>) {
  const { issuer, clientId, audience, audienceParameter, dpop } = c.var.settings
  return c.json({ issuer, clientId, audience, audienceParameter, scopes: [...scopes], dpop } satisfies Config)
}
