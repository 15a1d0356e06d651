// Push and pull: how devices bring their changes and learn what is new.
import type { Context } from 'hono'
import * as v from 'valibot'
import { apply } from '../apply.ts'
import { mustHold, read, rightsOf } from '../cursor.ts'
import { type Answer, type Page, Push } from '../domain/sync.ts'
import type { Env } from '../env.ts'
import { feed, pageOf } from '../feed.ts'
import * as ledger from '../store/ledger.ts'
import { bodyOf, parse, personOf } from './input.ts'

export async function push(c: Context<Env>) {
  const { db, caller, now, seal } = c.var
  const body = await bodyOf(c, Push)
  const { verdicts, news } = await apply(db, { ...body, caller, now, seal })
  return c.json({ verdicts, ...(news && { news }) } satisfies Answer)
}

const Query = v.strictObject({ since: v.optional(v.pipe(v.string(), v.maxLength(300))) })

export async function pull(c: Context<Env>) {
  const { db, caller } = c.var
  const { since } = parse(Query, c.req.query())
  const cursor = read(since ?? null, await rightsOf(caller.scopes))
  const person = await personOf(c)
  const [witnesses, ...results] = await db.batch([
    ledger.hashAt(db, cursor.witness),
    ...feed(db, person.id, cursor),
  ])
  mustHold(cursor, witnesses)
  return c.json(pageOf(results, cursor) satisfies Page)
}
