// Late hours: accepted or declined, one by one.
import type { Context } from 'hono'
import * as v from 'valibot'
import { Refused } from '../domain/problem.ts'
import { Remark } from '../domain/text.ts'
import type { Env } from '../env.ts'
import * as lates from '../store/lates.ts'
import { changeOf, enter, etagOf, shown, versionSeen } from './entering.ts'
import { bodyOf, idOf, personOf } from './input.ts'

export async function accept(c: Context<Env>) {
  const base = versionSeen(c)
  return answer(c, await enter(c, { ...changeOf(c, 'late.accept'), ...(await named(c)), base }))
}

const Reason = v.strictObject({ reason: Remark })

export async function decline(c: Context<Env>) {
  const base = versionSeen(c)
  const { reason } = await bodyOf(c, Reason)
  return answer(c, await enter(c, { ...changeOf(c, 'late.decline'), ...(await named(c)), base, reason }))
}

/** The late hour in the path, of somebody for whom the caller may act. Throws `late.unknown`. */
async function named(c: Context<Env>) {
  const late = idOf(c, 'late.unknown')
  const { id } = await personOf(c)
  const [row] = await lates.actedFor(c.var.db, id, late)
  if (!row) throw new Refused({ code: 'late.unknown' })
  return { late, person: row.person }
}

function answer(c: Context<Env>, row: Awaited<ReturnType<typeof enter>>) {
  c.header('etag', etagOf(row))
  return c.json(shown(row))
}
