// The undelivered hours as a file that a person can read and a spreadsheet can open.
import { type Change, thingOf } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import type { AnyRefusal } from '#domain/problem.ts'
import type { Project } from '#domain/project.ts'
import { cards } from './cards.ts'
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
]

/**
 * A CSV file (RFC 4180) with one line per entry: its last intended values, when they were saved, and why they were
 * refused, if so (`inWords`, or the code). ISO dates, the zone in a column, a byte order mark for Excel.
 */
export function asFile(
  items: readonly OutboxItem[],
  projects: readonly Project[],
  inWords: (problem: AnyRefusal) => string = (problem) => problem.code,
): File {
  const problems = new Map(cards(items).map(({ thing, problem }) => [thing, inWords(problem)]))
  const last = new Map(items.map((item) => [thingOf(item.change), item]))
  const lines = [...last].map(([thing, { change, kept }]) =>
    cellsOf(change, projects).concat(kept, problems.get(thing) ?? '', thing),
  )
  const text = [columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
  return new File(['\uFEFF', text], 'undelivered-hours.csv', { type: 'text/csv;charset=utf-8' })
}

function cellsOf(change: Change, projects: readonly Project[]): string[] {
  switch (change.kind) {
    case 'entry.put': {
      const project = projects.find(({ id }) => id === change.project)
      const { date, zone, minutes, note } = change
      const names = [project?.code ?? '', project?.name ?? change.project, project?.client ?? '']
      return [date, zone ?? '', String(minutes), writeDuration(minutes), ...names, note, 'save']
    }
    case 'entry.delete':
      return ['', '', '', '', '', '', '', '', 'delete']
    case 'project.put':
      return ['', '', '', '', change.code, change.name, change.client, '', 'project']
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe in front; a tab or a return would hide one. */
const defused = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quoted = (cell: string) => {
  const text = defused(cell)
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
