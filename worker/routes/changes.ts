// Push and pull: how devices bring their changes and learn what is new.
import type { Context } from 'hono'
import * as v from 'valibot'
import { apply } from '../apply.ts'
import { mustHold, read, rightsOf } from '../cursor.ts'
import { type Answer, type Page, Push } from '../domain/sync.ts'
import type { Env } from '../env.ts'
import { feed, pageOf } from '../feed.ts'
import { readerOf } from '../reader.ts'
import * as ledger from '../store/ledger.ts'
import * as people from '../store/people.ts'
import { bodyOf, parse, personOf } from './input.ts'

/** Takes a device's changes, and answers a verdict for each. */
export async function push(c: Context<Env>) {
  const { db, caller, now, seal } = c.var
  const body = await bodyOf(c, Push)
  const { verdicts, news } = await apply(db, { ...body, caller, now, seal })
  return c.json({ verdicts, ...(news && { news }) } satisfies Answer)
}

const Query = v.strictObject({ since: v.optional(v.pipe(v.string(), v.maxLength(300))) })

/** A page of what is new to a device. */
export async function pull(c: Context<Env>) {
  const { db, caller, now } = c.var
  const { since } = parse(Query, c.req.query())
  const asked = read(since ?? null)
  const { id } = await personOf(c)
  const reader = readerOf(caller, id)
  const [witnesses, acted, ...results] = await db.batch([
    ledger.hashAt(db, asked?.witness ?? 0),
    people.actedFor(db, id, reader.approves),
    ...feed(db, { reader, position: asked?.position ?? 0, now }),
  ])
  const cursor = mustHold(asked, witnesses, await rightsOf(caller.scopes, acted))
  return c.json(pageOf(results, cursor, reader) satisfies Page)
}
