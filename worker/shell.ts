// The app's page for every address that is one for people. A file that is not there is 404, an old hashed script above all.
import type { Context } from 'hono'
import { isPage, routeOf } from './domain/address.ts'
import { Refused } from './domain/problem.ts'
import type { Env } from './env.ts'

/** The app's page: 200 at its own addresses, 404 at any other one for people. Throws `route.unknown`. */
export async function shell(c: Context<Env>): Promise<Response> {
  if (!c.env.ASSETS || !isPage(c.req.path)) throw new Refused({ code: 'route.unknown' })
  const page = await c.env.ASSETS.fetch(new URL('/', c.req.url))
  if (routeOf(c.req.path).screen !== 'lost') return page
  return new Response(page.body, { status: 404, headers: page.headers })
}
