// How a plain REST write becomes a change: its id, its time, the version that its author saw, and the answer to it.
import type { Context } from 'hono'
import * as v from 'valibot'
import { apply } from '../apply.ts'
import { type Book, key, type Row } from '../domain/book.ts'
import { instantOf } from '../domain/calendar.ts'
import { type Change, ownerOf, weekKey } from '../domain/change.ts'
import { Refusal, Refused } from '../domain/problem.ts'
import { Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { mayRead, readerOf } from '../reader.ts'
import { parse, personOf } from './input.ts'

/** Id, kind and time of a change that this request asks for. */
export const changeOf = <Kind extends Change['kind']>(c: Context<Env>, kind: Kind) => ({
  id: idempotencyKey(c) ?? crypto.randomUUID(),
  kind,
  at: instantOf(c.var.now),
})

/** Asks for a change; answers the thing as the change left it, or throws the refusal with the thing as it is. */
export async function enter(c: Context<Env>, change: Change): Promise<Row> {
  const { db, caller, now, seal } = c.var
  const { id: person } = await personOf(c)
  const { verdicts, book } = await apply(db, { caller, person, changes: [change], now, seal })
  const [verdict] = verdicts
  if (verdict?.verdict === 'applied') return verdict.row
  // Who does not say what they saw asks about the week as it is, and is never late.
  if (verdict?.verdict !== 'refused') throw new Error(`no verdict on ${change.id}`)
  const problem = v.parse(Refusal, verdict.problem)
  const owner = ownerOf(change, person)
  const maySee = owner === null || mayRead(readerOf(caller, person), owner, book.people.get(owner))
  const current = maySee ? currentOf(book, change) : undefined
  throw new Refused(problem, current && shown(current))
}

function currentOf(book: Book, change: Change): Row | undefined {
  if ('entry' in change) return book.entries.get(key(book.actor.person, change.entry))
  if ('late' in change) return book.lates.get(key(change.person, change.late))
  if ('week' in change) return book.weeks.get(weekKey(change.person, change.week))
  return change.kind === 'project.put' ? book.projects.get(change.project) : book.people.get(change.person)
}

/** A row as the API shows it: what kind it is, the address says, and ledger numbers are the feed's. */
export const shown = <Shown extends { kind: string; number: number }>({
  kind: _,
  number: __,
  ...row
}: Shown) => row

/** The strong ETag of a thing: its version. */
export const etagOf = ({ version }: { version: string }) => `"${version}"`

/** Answers a thing as the API shows it, with its version as the ETag. */
export function answer(c: Context<Env>, row: Row, status: 200 | 201 = 200): Response {
  c.header('etag', etagOf(row))
  return c.json(shown(row), status)
}

/** The version in If-Match. `*` names none, and neither does a list or a weak tag. Throws `precondition.missing`. */
export function versionSeen(c: Context<Env>): string {
  const version = v.safeParse(Uuid, /^"(.*)"$/.exec(c.req.header('if-match')?.trim() ?? '')?.[1])
  if (!version.success) throw new Refused({ code: 'precondition.missing' })
  return version.output
}

/** The same, or null where `If-None-Match: *` says that there was none yet (RFC 9110, section 13.1.2). */
export const versionOrNone = (c: Context<Env>): string | null =>
  c.req.header('if-none-match')?.trim() === '*' ? null : versionSeen(c)

/** The Idempotency-Key of a write: it becomes the id of the change. */
export function idempotencyKey(c: Context<Env>): string | undefined {
  const given = c.req.header('idempotency-key')?.replaceAll('"', '')
  return given === undefined
    ? undefined
    : parse(v.object({ 'Idempotency-Key': Uuid }), { 'Idempotency-Key': given })['Idempotency-Key']
}
