// The app's own addresses all answer the one page; anything else that is not a file is 404, an old hashed script above all.
import type { Context } from 'hono'
import { Refused } from './domain/problem.ts'
import type { Env } from './env.ts'

/** Whether the app has a screen at this path. */
export const isAddress = (path: string) => /^\/(|week(\/[\w-]+)?|outbox|account|callback)$/.test(path)

export function shell(c: Context<Env>): Promise<Response> {
  if (!c.env.ASSETS || !isAddress(c.req.path)) throw new Refused({ code: 'route.unknown' })
  return c.env.ASSETS.fetch(new URL('/', c.req.url))
}
