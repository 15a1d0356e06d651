// Entries for plain REST callers. Every write becomes a change and takes the same road as a device's.
import type { Context } from 'hono'
import * as v from 'valibot'
import { WorkDate } from '../domain/calendar.ts'
import { entryFields } from '../domain/entry.ts'
import { Refused } from '../domain/problem.ts'
import { Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { mustRead, readerOf } from '../reader.ts'
import * as entries from '../store/entries.ts'
import * as ledger from '../store/ledger.ts'
import { answer, changeOf, enter, etagOf, idempotencyKey, shown, versionSeen } from './entering.ts'
import { historyOf } from './history.ts'
import { bodyOf, idOf, Limit, parse, PersonOrMe, personOf } from './input.ts'

const Cursor = v.pipe(
  v.string(),
  v.regex(/^[\d-]{10}\.[0-9a-f-]{36}$/, 'must be a cursor of this API'),
  v.transform((text) => ({ date: text.slice(0, 10), id: text.slice(11) })),
)
const Query = v.strictObject({
  from: v.optional(WorkDate),
  to: v.optional(WorkDate),
  project: v.optional(Uuid),
  cursor: v.optional(Cursor),
  limit: v.optional(Limit, '50'),
})

/** A page of the caller's entries, newest day first; `cursor` leads to the next page, null on the last. */
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

/** One of the caller's entries; what was deleted is not there. */
export async function show(c: Context<Env>) {
  const id = idOf(c, 'entry.unknown')
  const { id: person } = await personOf(c)
  const [row] = await entries.byIds(c.var.db, person, [id])
  if (!row || row.deleted) throw new Refused({ code: 'entry.unknown' })
  return answer(c, entries.entryOf(row))
}

const Values = {
  ...entryFields,
  zone: v.optional(entryFields.zone, null),
  note: v.optional(entryFields.note, ''),
}
const NewEntry = v.strictObject({ id: v.optional(Uuid), ...Values })
const ChangedEntry = v.strictObject(Values)

/** A new entry that brings its own id is taken once: the id is then the change's too. */
export async function create(c: Context<Env>) {
  const { id, ...values } = await bodyOf(c, NewEntry)
  const change = changeOf(c, 'entry.put')
  const entry = id ?? change.id
  const row = await enter(c, {
    ...change,
    id: idempotencyKey(c) ?? entry,
    entry,
    base: null,
    ...values,
  })
  c.header('location', `/api/timesheets/${entry}`)
  return answer(c, row, 201)
}

/** Changes an entry that is there, or brings back the one whose tombstone If-Match names. */
export async function replace(c: Context<Env>) {
  const [entry, base] = [idOf(c, 'entry.unknown'), versionSeen(c)]
  const values = await bodyOf(c, ChangedEntry)
  return answer(c, await enter(c, { ...changeOf(c, 'entry.put'), entry, base, ...values }))
}

/** The ETag of the answer is the tombstone's: a PUT that names it brings the entry back. */
export async function remove(c: Context<Env>) {
  const [entry, base] = [idOf(c, 'entry.unknown'), versionSeen(c)]
  const row = await enter(c, { ...changeOf(c, 'entry.delete'), entry, base })
  return c.body(null, 204, { etag: etagOf(row) })
}

const Whose = v.strictObject({ person: v.optional(PersonOrMe, 'me') })

/** Of one's own entry, or of one of `person`, for whom the caller may act. */
export async function history(c: Context<Env>) {
  const id = idOf(c, 'entry.unknown')
  const { person } = parse(Whose, c.req.query())
  const { db, caller } = c.var
  const reader = readerOf(caller, (await personOf(c)).id)
  const rows = await ledger.ofEntry(db, await mustRead(db, reader, person), id)
  if (rows.length === 0) throw new Refused({ code: 'entry.unknown' })
  return c.json(historyOf(rows))
}
