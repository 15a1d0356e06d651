// Entries for plain REST callers. Every write becomes a change and takes the same road as a device's.
import type { Context } from 'hono'
import * as v from 'valibot'
import { apply } from '../apply.ts'
import { instantOf, WorkDate } from '../domain/calendar.ts'
import type { EntryChange } from '../domain/change.ts'
import { type Entry, entryFields } from '../domain/entry.ts'
import { Refusal, Refused } from '../domain/problem.ts'
import { Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { rowOf } from '../rulings.ts'
import * as entries from '../store/entries.ts'
import * as ledger from '../store/ledger.ts'
import { bodyOf, idOf, parse, personOf } from './input.ts'

const Limit = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(200))
const Place = v.pipe(
  v.string(),
  v.regex(/^[\d-]{10}\.[0-9a-f-]{36}$/, 'must be a cursor of this API'),
  v.transform((text) => ({ date: text.slice(0, 10), id: text.slice(11) })),
)
const Query = v.strictObject({
  from: v.optional(WorkDate),
  to: v.optional(WorkDate),
  project: v.optional(Uuid),
  cursor: v.optional(Place),
  limit: v.optional(Limit, '50'),
})

export async function list(c: Context<Env>) {
  const { cursor: before, ...filter } = parse(Query, c.req.query())
  const person = await personOf(c)
  const rows = await entries.list(c.var.db, person.id, { ...filter, before })
  const last = rows.length === filter.limit ? rows.at(-1) : undefined
  return c.json({
    timesheets: rows.map((row) => shown(entries.entryOf(row))),
    cursor: last ? `${last.date}.${last.id}` : null,
  })
}

export async function show(c: Context<Env>) {
  const id = idOf(c)
  const person = await personOf(c)
  const [row] = await entries.byIds(c.var.db, person.id, [id])
  if (!row || row.deleted) throw new Refused({ code: 'entry.unknown' })
  return answer(c, entries.entryOf(row), 200)
}

const Values = {
  ...entryFields,
  zone: v.optional(entryFields.zone, null),
  note: v.optional(entryFields.note, ''),
}
const NewEntry = v.strictObject({ id: v.optional(Uuid), ...Values })
const ChangedEntry = v.strictObject(Values)

export async function create(c: Context<Env>) {
  const { id, ...values } = await bodyOf(c, NewEntry)
  const key = keyOf(c)
  const entry = id ?? key ?? crypto.randomUUID()
  const row = await enter(c, { kind: 'entry.put', id: key ?? entry, entry, base: null, ...values })
  c.header('location', `/api/timesheets/${row.id}`)
  return answer(c, row, 201)
}

export async function replace(c: Context<Env>) {
  const [entry, base] = [idOf(c), versionSeen(c)]
  const values = await bodyOf(c, ChangedEntry)
  const row = await enter(c, {
    kind: 'entry.put',
    id: keyOf(c) ?? crypto.randomUUID(),
    entry,
    base,
    ...values,
  })
  return answer(c, row, 200)
}

/** The ETag of the answer is the tombstone's: a PUT that names it brings the entry back. */
export async function remove(c: Context<Env>) {
  const [entry, base] = [idOf(c), versionSeen(c)]
  const row = await enter(c, { kind: 'entry.delete', id: keyOf(c) ?? crypto.randomUUID(), entry, base })
  return c.body(null, 204, { etag: etagOf(row) })
}

export async function history(c: Context<Env>) {
  const id = idOf(c)
  const person = await personOf(c)
  const rows = await ledger.ofEntry(c.var.db, person.id, id)
  if (rows.length === 0) throw new Refused({ code: 'entry.unknown' })
  const steps = rows.map(({ row, name }) => {
    const { change, kind, client, was, at, received } = row
    const entry = rowOf(row)
    return {
      change,
      kind,
      was,
      at,
      received,
      client,
      by: { person: row.actor, name },
      became: entry && shown(entry),
    }
  })
  return c.json({ history: steps })
}

/** Asks the server for a change; answers the entry as it left it, or throws the refusal with the entry as it is. */
async function enter(c: Context<Env>, asked: Omit<EntryChange, 'at'>): Promise<Entry> {
  const { db, caller, now, seal } = c.var
  const person = await personOf(c)
  const change = { ...asked, at: instantOf(now) }
  const { verdicts, book } = await apply(db, {
    caller,
    person: person.id,
    changes: [change],
    now,
    seal,
  })
  const [verdict] = verdicts
  if (verdict?.verdict === 'applied' && verdict.row.kind === 'entry') return verdict.row
  if (verdict?.verdict !== 'refused') throw new Error(`no verdict on ${asked.id}`)
  const current = book.entries.get(asked.entry)
  throw new Refused(v.parse(Refusal, verdict.problem), current && shown(current))
}

function answer(c: Context<Env>, entry: Entry, status: 200 | 201) {
  c.header('etag', etagOf(entry))
  return c.json(shown(entry), status)
}

const etagOf = (entry: Entry) => `"${entry.version}"`
const shown = <Shown extends { kind: string; number: number }>({ kind: _, number: __, ...entry }: Shown) =>
  entry

/** The version in If-Match. `*` names none, and neither does a list or a weak tag. */
function versionSeen(c: Context<Env>): string {
  const version = v.safeParse(Uuid, /^"(.*)"$/.exec(c.req.header('if-match')?.trim() ?? '')?.[1])
  if (!version.success) throw new Refused({ code: 'precondition.missing' })
  return version.output
}

/** The Idempotency-Key of a write: it becomes the id of the change. */
function keyOf(c: Context<Env>): string | undefined {
  const key = c.req.header('idempotency-key')?.replaceAll('"', '')
  return key === undefined
    ? undefined
    : parse(v.object({ 'Idempotency-Key': Uuid }), { 'Idempotency-Key': key })['Idempotency-Key']
}
