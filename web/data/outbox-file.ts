// What was not delivered, as a file that a person can read and a spreadsheet can open.
import type { Change, CompanyChange, EntryPut } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import type { AnyRefusal } from '#domain/problem.ts'
import type { Project } from '#domain/project.ts'
import { cards, subjectOf } from './cards.ts'
import { csvFile } from './csv.ts'
import type { OutboxItem } from './stored.ts'

const columns = [
  'date',
  'zone',
  'minutes',
  'duration',
  'code',
  'project',
  'client',
  'note',
  'what',
  'saved',
  'problem',
  'entry',
  'start',
  'end',
  'week',
  'person',
] as const
type Cells = Partial<Record<(typeof columns)[number], string>>

/**
 * A CSV file (RFC 4180) with a line per entry, with its last intended values, and a line per other change, with the reason
 * or comment that was typed; when they were saved, and why they were refused, if so (`inWords`, or the code). ISO dates,
 * the zone in a column, a byte order mark for Excel.
 */
export function asFile(
  items: readonly OutboxItem[],
  projects: Iterable<Project>,
  inWords: (problem: AnyRefusal) => string = (problem) => problem.code,
): File {
  const names = new Map([...projects].map((project) => [project.id, project]))
  const problems = new Map(cards(items).map(({ thing, problem }) => [thing, inWords(problem)]))
  // Of an entry the last change says everything; of a week or a proposal each one may hold words of its own.
  const last = new Map(
    items.map((item) => ['entry' in item.change ? item.change.entry : item.change.id, item]),
  )
  const lines = [...last.values()].map(({ change, kept }): Cells => {
    const entry = 'entry' in change ? change.entry : ''
    return { ...cellsOf(change, names), saved: kept, problem: problems.get(subjectOf(change)) ?? '', entry }
  })
  const rows = [columns, ...lines.map((cells) => columns.map((column) => cells[column] ?? ''))]
  return csvFile('undelivered-hours.csv', rows)
}

function cellsOf(change: Change, projects: ReadonlyMap<string, Project>): Cells {
  switch (change.kind) {
    case 'entry.put':
      return { ...hoursOf(change, projects.get(change.project)), what: 'save' }
    case 'entry.delete':
      return { what: 'delete' }
    case 'project.put':
      return {
        code: change.code,
        project: change.name,
        client: change.client,
        note: detailsOf(change),
        what: 'project',
      }
    case 'person.put':
    case 'identity.move':
      return { note: detailsOf(change), what: change.kind, person: change.person }
    case 'late.accept':
    case 'late.decline':
      return { note: wordsOf(change), what: `${change.kind} ${change.late}`, person: change.person }
    default:
      return { note: wordsOf(change), what: change.kind, week: change.week, person: change.person }
  }
}

function hoursOf(put: EntryPut, project: Project | undefined): Cells {
  const { date, zone, minutes, note, start, end } = put
  return {
    date,
    zone: zone ?? '',
    minutes: String(minutes),
    duration: writeDuration(minutes),
    code: project?.code ?? '',
    project: project?.name ?? put.project,
    client: project?.client ?? '',
    note,
    start: start ?? '',
    end: end ?? '',
  }
}

/** What one person wrote to another. */
function wordsOf(change: Change): string {
  if ('reason' in change) return change.reason
  return change.kind === 'comment.add' ? change.note : ''
}

/** Every field that somebody decided, by its name. */
const detailsOf = ({ id: _, at: __, kind: ___, base: ____, ...fields }: CompanyChange) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(' ') : (value ?? '')}`)
    .join('; ')
