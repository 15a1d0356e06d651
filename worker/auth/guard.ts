// What stands before a route: a verified token, a client that may act for people, and the scope that the table asks for.
import { createMiddleware } from 'hono/factory'
import { Refused } from '../domain/problem.ts'
import type { Scope } from '../domain/scope.ts'
import type { Env } from '../env.ts'
import { verify } from './verify.ts'

/** `public`: nobody is asked. `person`: any scope of ours. `per change`: the body says which (see apply). */
export type Need = Scope | 'public' | 'person' | 'per change'

/** Lets a request through when its token meets the need; throws the problem otherwise. */
export const guard = (need: Need) =>
  createMiddleware<Env>(async (c, next) => {
    if (need === 'public') return next()
    const presented = {
      authorization: c.req.header('authorization'),
      proof: c.req.header('dpop'),
      method: c.req.method,
      url: c.req.url,
    }
    const caller = await verify(presented, c.var)
    if (caller.isMachine) throw new Refused({ code: 'caller.machine' })
    const lacking = lackingScope(need, caller.scopes)
    if (lacking) throw new Refused({ code: 'insufficient_scope', scope: lacking })
    c.set('caller', caller)
    return next()
  })

function lackingScope(need: Exclude<Need, 'public'>, scopes: ReadonlySet<Scope>): Scope | null {
  if (need === 'person' || need === 'per change') return scopes.size > 0 ? null : 'read:timesheets'
  return scopes.has(need) ? null : need
}
