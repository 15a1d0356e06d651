// What hours are booked on, by whom, and when a project may be changed.
import * as v from 'valibot'
import type { Refusal } from './problem.ts'
import { Line, Uuid } from './text.ts'
import { versionProblem } from './version.ts'

const Colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'must be a colour like #0f766e'))

/** The most people that may be named one by one. */
const mostMembers = 500

/** What a person decides about a project. */
export const projectFields = {
  name: Line(120),
  client: Line(120),
  code: Line(24),
  colour: Colour,
  archived: v.boolean(),
  /** Who may book on it; null: everybody. */
  members: v.optional(
    v.nullable(v.pipe(v.array(Uuid), v.maxLength(mostMembers, 'must name at most 500 people'))),
    null,
  ),
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
  /** Who may book on it; null: everybody. Others than those who manage projects see at most themselves here. */
  members: v.optional(v.nullable(v.array(v.string())), null),
  /** The id of the change that last wrote it. */
  version: v.string(),
  /** The ledger number of that change; 0 while the server has not seen it. */
  number: v.number(),
})
export type Project = v.InferOutput<typeof Project>

/** Why this project may not be written over `current`, or null. */
export const mayPutProject = (current: Project | undefined, base: string | null): Refusal | null =>
  versionProblem('project', current, base)

/** Whether a person may book on a project, as far as membership goes. */
export const isMember = ({ members }: Project, person: string): boolean =>
  members === null || members.includes(person)

/** Why a person may book nothing on this project, or null. */
export function mayBookOn(project: Project | undefined, person: string): Refusal | null {
  if (!project) return { code: 'project.unknown' }
  if (!isMember(project, person)) return { code: 'project.not-yours', project: project.id }
  if (project.archived) return { code: 'project.archived', project: project.id, name: project.name }
  return null
}
