// From what stands in the fields to a project's values, or to what is wrong with them.
import * as v from 'valibot'
import { type Project, projectFields } from '#domain/project.ts'
import { text } from '../messages.ts'

/** Everything as it stands in the fields. */
export const ProjectValues = v.object({
  name: v.string(),
  client: v.string(),
  code: v.string(),
  colour: v.string(),
  isForAll: v.boolean(),
  members: v.array(v.string()),
  /** The version that the form was filled from; null for a new one. */
  saw: v.nullable(v.string()),
})
export type ProjectValues = v.InferOutput<typeof ProjectValues>

const written = ['name', 'client', 'code'] as const
const most = { name: 120, client: 120, code: 24 }

export type ProjectFieldName = (typeof written)[number] | 'members' | 'form'
export type ProjectProblems = { [Name in ProjectFieldName]?: string | undefined }
export type ProjectInput = Pick<Project, 'name' | 'client' | 'code' | 'colour' | 'members'>

/** What the fields show of a project. */
export const valuesOf = ({ name, client, code, colour, members }: ProjectInput, saw: string | null) => ({
  name,
  client,
  code,
  colour,
  isForAll: members === null,
  members: members ?? [],
  saw,
})

/** The project that the fields describe, or what is wrong with each of them. */
export function readProject(
  values: ProjectValues,
): { project: ProjectInput } | { problems: ProjectProblems } {
  const problems: ProjectProblems = {}
  for (const field of written) {
    if (v.safeParse(projectFields[field], values[field]).success) continue
    const isEmpty = values[field].trim() === ''
    problems[field] = isEmpty ? text.projects.emptyField : text.projects.tooLong(most[field])
  }
  const members = values.isForAll ? null : values.members
  if (members?.length === 0) problems.members = text.projects.noMembers
  if (Object.keys(problems).length > 0) return { problems }
  const { name, client, code, colour } = values
  return { project: { name: name.trim(), client: client.trim(), code: code.trim(), colour, members } }
}
