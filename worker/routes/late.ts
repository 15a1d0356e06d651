// Late hours: accepted or declined, one by one.
import type { Context } from 'hono'
import * as v from 'valibot'
import { Refused } from '../domain/problem.ts'
import { Remark, Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import * as lates from '../store/lates.ts'
import { answer, changeOf, enter, versionSeen } from './entering.ts'
import { bodyOf, idOf, parse, personOf } from './input.ts'

/** Accepts a late hour; answers it as it stands then. */
export async function accept(c: Context<Env>) {
  const base = versionSeen(c)
  return answer(c, await enter(c, { ...changeOf(c, 'late.accept'), ...(await named(c)), base }))
}

const Reason = v.strictObject({ reason: Remark })

/** Declines it, with a reason. */
export async function decline(c: Context<Env>) {
  const base = versionSeen(c)
  const { reason } = await bodyOf(c, Reason)
  return answer(c, await enter(c, { ...changeOf(c, 'late.decline'), ...(await named(c)), base, reason }))
}

const Whose = v.strictObject({ person: v.optional(Uuid) })

/**
 * The late hour in the path, of somebody for whom the caller may act. Ids are made on devices: where two people have the
 * same, `?person=` says whose is meant. Throws `late.unknown`.
 */
async function named(c: Context<Env>) {
  const late = idOf(c, 'late.unknown')
  const { person } = parse(Whose, c.req.query())
  const { id } = await personOf(c)
  const rows = await lates.actedFor(c.var.db, id, late)
  const [row, another] = rows.filter((found) => person === undefined || found.person === person)
  if (!row || another) throw new Refused({ code: 'late.unknown' })
  return { late, person: row.person }
}
