// Projects: those one may book on, or once could; and all of them, for who manages them.
import type { Context } from 'hono'
import * as v from 'valibot'
import { projectFields } from '../domain/project.ts'
import type { Env } from '../env.ts'
import { readerOf } from '../reader.ts'
import * as projects from '../store/projects.ts'
import { answer, changeOf, enter, shown, versionOrNone } from './entering.ts'
import { bodyOf, idOf, personOf } from './input.ts'

/** Those that the caller may see, by id; of the members at most the caller where they manage nothing. */
export async function list(c: Context<Env>) {
  const { id } = await personOf(c)
  const reader = readerOf(c.var.caller, id)
  const rows = await projects.seenBy(c.var.db, reader)
  return c.json({ projects: rows.map((row) => shown(projects.shownTo(reader, row))) })
}

const Fields = v.strictObject(projectFields)

/** Makes a project, or changes the one that If-Match names the version of. */
export async function put(c: Context<Env>) {
  const project = idOf(c, 'project.unknown')
  const base = versionOrNone(c)
  const fields = await bodyOf(c, Fields)
  const row = await enter(c, { ...changeOf(c, 'project.put'), project, base, ...fields })
  return answer(c, row, base === null ? 201 : 200)
}
