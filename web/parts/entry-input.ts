// From what stands in the fields to an entry's values, or to what is wrong with them; and which field a refusal belongs to.
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { readDuration } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'
import type { Project } from '#domain/project.ts'
import { Note } from '#domain/text.ts'
import { text } from '../messages.ts'
import type { Values } from '../state/form.ts'
import type { WallClock } from '../state/timing.ts'
import { meant } from './project-search.ts'
import { readTimes } from './time-input.ts'

/** `duration` is how long, however it is said; `overlap` what else has these minutes; `form` is the whole. */
export type FieldName = 'project' | 'date' | 'duration' | 'overlap' | 'from' | 'to' | 'note' | 'form'
export type FieldProblems = { [Name in FieldName]?: string | undefined }

export interface EntryInput {
  project: string
  date: string
  zone: string | null
  start: string | null
  end: string | null
  minutes: number
  note: string
}

/** `wallClock`: the one that the times are read from. */
export function readEntry(
  values: Values,
  projects: readonly Project[],
  wallClock: WallClock,
): { entry: EntryInput } | { problems: FieldProblems } {
  const project = values.project || meant(projects, values.search)?.id
  const { date, note } = values
  const words = text.fieldProblem
  const problems: FieldProblems = {}
  if (!project) problems.project = values.search.trim() === '' ? words.project.empty : words.project.unknown
  if (!v.is(WorkDate, date)) problems.date = words.date
  if (!v.is(Note, note)) problems.note = words.note
  const length = values.by === 'times' ? readByTimes(values, wallClock) : readByDuration(values)
  if (!project || 'problems' in length || Object.keys(problems).length > 0) {
    return { problems: { ...problems, ...('problems' in length && length.problems) } }
  }
  return { entry: { project, date, note, zone: wallClock.zone, ...length } }
}

type Length = Pick<EntryInput, 'start' | 'end' | 'minutes'> | { problems: FieldProblems }

function readByDuration({ duration }: Values): Length {
  const reading = readDuration(duration)
  if ('minutes' in reading) return { start: null, end: null, minutes: reading.minutes }
  return { problems: { duration: text.fieldProblem.duration[reading.problem] } }
}

function readByTimes(values: Values, wallClock: WallClock): Length {
  // Without a day the times mean nothing yet, but whether they can be read is known.
  const day = v.is(WorkDate, values.date) ? values.date : '2000-01-01'
  const { span, problems } = readTimes({ ...values, date: day }, wallClock)
  if (span) return span
  const words = text.fieldProblem.time
  return {
    problems: {
      ...(problems.from && { from: words[problems.from] }),
      ...(problems.to && { to: words[problems.to] }),
      ...(problems.span && { duration: words[problems.span] }),
    },
  }
}

/** The field at which a refusal is shown; `form` where it is about the whole. */
export function fieldOf(refusal: Refusal): FieldName {
  switch (refusal.code) {
    case 'project.unknown':
    case 'project.archived':
    case 'project.not-yours':
      return 'project'
    case 'week.submitted':
    case 'week.approved':
      return 'date'
    case 'day.crowded':
      return 'date'
    case 'day.full':
      return 'duration'
    case 'entry.overlaps':
      return 'overlap'
    default:
      return 'form'
  }
}
