// People: oneself and by name who approves one's weeks; those for whom an approver acts; all, for who manages them.
import type { Context } from 'hono'
import * as v from 'valibot'
import { personFields } from '../domain/person.ts'
import type { Env } from '../env.ts'
import { readerOf } from '../reader.ts'
import * as people from '../store/people.ts'
import { answer, changeOf, enter, shown, versionOrNone } from './entering.ts'
import { bodyOf, idOf, personOf } from './input.ts'

/** Those whom the caller may see, by id; of who approves their weeks, the name alone. */
export async function list(c: Context<Env>) {
  const { id } = await personOf(c)
  const reader = readerOf(c.var.caller, id)
  const rows = await people.seenBy(c.var.db, reader)
  return c.json({ people: rows.map((row) => shown(people.shownTo(reader, row))) })
}

const Fields = v.strictObject(personFields)

/** Makes a person ahead of their first sign-in, or changes the one that If-Match names the version of. */
export async function put(c: Context<Env>) {
  const person = idOf(c, 'person.unknown')
  const base = versionOrNone(c)
  const fields = await bodyOf(c, Fields)
  const row = await enter(c, { ...changeOf(c, 'person.put'), person, base, ...fields })
  return answer(c, row, base === null ? 201 : 200)
}
