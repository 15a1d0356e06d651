// Sums of hours over a span of days, by project, day or person; and the hours one by one, for exports. Only what counts
// is in a report: no deleted entries, no late hours before somebody accepted them.
import * as v from 'valibot'
import { addDays } from './calendar.ts'
import { Status } from './problem.ts'

export const By = v.picklist(['project', 'day', 'person'])
export type By = v.InferOutput<typeof By>

/** The longest span of a report, in days. */
export const daysPerReport = 366
/** Why there is no report on the days from one date to another, both included, or null. */
export function spanProblem({ from, to }: { from: string; to: string }): 'backwards' | 'too-long' | null {
  if (to < from) return 'backwards'
  return to > addDays(from, daysPerReport - 1) ? 'too-long' : null
}

/** Lines of one page of an export. */
export const linesPerPage = 1000

/** The hours of one project, day or person. */
export const Group = v.object({
  /** The id of the project or person, or the date. */
  key: v.string(),
  /** The name of the project or person; the date. */
  name: v.nullable(v.string()),
  client: v.nullable(v.string()),
  code: v.nullable(v.string()),
  colour: v.nullable(v.string()),
  minutes: v.number(),
  /** Those of them that stand in approved weeks. */
  approved: v.number(),
})
export type Group = v.InferOutput<typeof Group>

/** What GET /api/reports?by= answers; the groups in the order of their names (days: of the calendar). */
export const Report = v.object({
  from: v.string(),
  to: v.string(),
  by: By,
  groups: v.array(Group),
  minutes: v.number(),
  approved: v.number(),
})
export type Report = v.InferOutput<typeof Report>

/** One entry with all that an export says of it. */
export const Line = v.object({
  entry: v.string(),
  person: v.string(),
  personName: v.nullable(v.string()),
  date: v.string(),
  zone: v.nullable(v.string()),
  start: v.nullable(v.string()),
  end: v.nullable(v.string()),
  minutes: v.number(),
  project: v.string(),
  projectName: v.string(),
  client: v.string(),
  code: v.string(),
  colour: v.string(),
  note: v.string(),
  /** Where the week of the entry stands. */
  status: Status,
})
export type Line = v.InferOutput<typeof Line>

/** What GET /api/reports?by=entry answers, by date; `cursor` leads to the next page, null on the last. */
export const Lines = v.object({ lines: v.array(Line), cursor: v.nullable(v.string()) })

/** The groups of these lines, as a report has them. */
export function groupsOf(lines: readonly Line[], by: By): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const group = groups.get(keyOf(line, by)) ?? blank(line, by)
    groups.set(group.key, {
      ...group,
      minutes: group.minutes + line.minutes,
      approved: group.approved + (line.status === 'approved' ? line.minutes : 0),
    })
  }
  return inOrder([...groups.values()])
}

// One collation wherever this runs: a runtime's own language would put server and device at odds.
const collator = new Intl.Collator('en')

/** Days by the calendar, the others by name; those of one name by key, so that server and device agree. */
export const inOrder = (groups: readonly Group[]): Group[] =>
  groups.toSorted(
    (one, other) => collator.compare(one.name ?? '', other.name ?? '') || (one.key < other.key ? -1 : 1),
  )

const keyOf = (line: Line, by: By): string =>
  ({ project: line.project, day: line.date, person: line.person })[by]

function blank(line: Line, by: By): Group {
  const { client, code, colour } = by === 'project' ? line : { client: null, code: null, colour: null }
  const name = { project: line.projectName, day: line.date, person: line.personName }[by]
  return { key: keyOf(line, by), name, client, code, colour, minutes: 0, approved: 0 }
}
