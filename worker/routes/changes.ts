// Push and pull: how devices bring their changes and learn what is new.
import type { Context } from 'hono'
import * as v from 'valibot'
import { apply } from '../apply.ts'
import { mustHold, read, rightsOf } from '../cursor.ts'
import { type Answer, type Page, Push } from '../domain/sync.ts'
import { Uuid } from '../domain/text.ts'
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

const Query = v.strictObject({
  since: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** Whose copy it is, as the client believes: a sign-in may lead to somebody else by now. */
  person: v.optional(Uuid),
})

/** A page of what is new to a device. */
export async function pull(c: Context<Env>) {
  const { db, caller, now } = c.var
  const { since, person } = parse(Query, c.req.query())
  const cursor = read(since ?? null)
  const found = await personOf(c)
  const { id } = found
  people.mustBe(person ?? id, found)
  const asked = { reader: readerOf(caller, id), cursor, now }
  const [witnesses, acted, ...results] = await db.batch([
    ledger.hashAt(db, cursor?.witness ?? 0),
    people.actedFor(db, id, asked.reader.approves),
    ...feed(db, asked),
  ])
  const rights = rightsOf(id, caller.scopes, acted)
  await mustHold(cursor, witnesses, rights)
  return c.json((await pageOf(results, asked, rights)) satisfies Page)
}
