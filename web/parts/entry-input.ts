// From what stands in the fields to an entry's values, or to what is wrong with them; and which field a refusal belongs to.
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { readDuration } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'
import type { Project } from '#domain/project.ts'
import { Note } from '#domain/text.ts'
import { text } from '../messages.ts'
import type { Values } from '../state/form.ts'
import { meant } from './project-search.ts'

type FieldName = 'project' | 'date' | 'duration' | 'note' | 'form'
export type FieldProblems = { [Name in FieldName]?: string | undefined }

export interface EntryInput {
  project: string
  date: string
  minutes: number
  note: string
}

export function readEntry(
  values: Values,
  projects: readonly Project[],
): { entry: EntryInput } | { problems: FieldProblems } {
  const project = values.project || meant(projects, values.search)?.id
  const duration = readDuration(values.duration)
  const { date, note } = values
  const words = text.fieldProblem
  const problems: FieldProblems = {}
  if (!project) problems.project = values.search.trim() === '' ? words.project.empty : words.project.unknown
  if (!v.is(WorkDate, date)) problems.date = words.date
  if ('problem' in duration) problems.duration = words.duration[duration.problem]
  if (!v.is(Note, note)) problems.note = words.note
  if (!project || 'problem' in duration || Object.keys(problems).length > 0) return { problems }
  return { entry: { project, date, minutes: duration.minutes, note } }
}

/** The field at which a refusal is shown; `form` where it is about the whole. */
export function fieldOf(refusal: Refusal): FieldName {
  switch (refusal.code) {
    case 'project.unknown':
    case 'project.archived':
      return 'project'
    case 'day.full':
      return 'duration'
    default:
      return 'form'
  }
}
