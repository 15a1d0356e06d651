// What hours are booked on, and when a project may be changed.
import * as v from 'valibot'
import type { Refusal } from './problem.ts'
import { Line } from './text.ts'
import { versionProblem } from './version.ts'

const Colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'must be a colour like #0f766e'))

/** What a person decides about a project. */
export const projectFields = {
  name: Line(120),
  client: Line(120),
  code: Line(24),
  colour: Colour,
  archived: v.boolean(),
}

/** A project as it is kept and shown; by shape alone, as an entry is. */
export const Project = v.object({
  kind: v.literal('project'),
  id: v.string(),
  name: v.string(),
  client: v.string(),
  code: v.string(),
  colour: v.string(),
  archived: v.boolean(),
  /** The id of the change that last wrote it. */
  version: v.string(),
  /** The ledger number of that change; 0 while the server has not seen it. */
  number: v.number(),
})
export type Project = v.InferOutput<typeof Project>

/** Why this project may not be written over `current`, or null. */
export const mayPutProject = (current: Project | undefined, base: string | null): Refusal | null =>
  versionProblem('project', current, base)

/** Why nothing may be booked on this project, or null. */
export function mayBookOn(project: Project | undefined): Refusal | null {
  if (!project) return { code: 'project.unknown' }
  if (project.archived) return { code: 'project.archived', project: project.id, name: project.name }
  return null
}
