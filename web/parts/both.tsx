// What the person wanted beside what the server has, where they differ.
import type { Change } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Entry } from '#domain/entry.ts'
import type { Person } from '#domain/person.ts'
import type { Project } from '#domain/project.ts'
import { plainDay, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { ownEntry } from '../state/entries.ts'
import { nameOf } from '../state/people.ts'
import { projectName } from './names.ts'
import { writeTimes } from './written-times.ts'

/** Fields by their labels. */
type Fields = Record<string, string>

export function Both({ change }: { change: Change }) {
  const yours = yoursOf(change)
  const server = serversOf(change)
  const labels = Object.keys(yours ?? server ?? {})
  const rows = labels
    .map((label) => ({ label, yours: said(yours, label), server: said(server, label) }))
    .filter((row) => row.yours !== row.server)
  if (rows.length === 0) return null
  return (
    <table class="both">
      <thead>
        <tr>
          <th scope="col">{text.outbox.field}</th>
          <th scope="col">{text.outbox.yours}</th>
          <th scope="col">{text.outbox.server}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td class="figure">{row.yours}</td>
            <td class="figure">{row.server}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const said = (fields: Fields | null, label: string) => (fields ? fields[label] || '–' : text.outbox.removed)

function yoursOf(change: Change): Fields | null {
  switch (change.kind) {
    case 'entry.put':
      return entryFields(change)
    case 'project.put':
      return projectFields(change)
    case 'person.put':
      return personFields(change)
    default:
      return null
  }
}

function serversOf(change: Change): Fields | null {
  switch (change.kind) {
    case 'entry.put':
    case 'entry.delete': {
      const entry = ownEntry(change.entry)
      return entry && !entry.deleted ? entryFields(entry) : null
    }
    case 'project.put': {
      const project = book.value.projects.get(change.project)
      return project ? projectFields(project) : null
    }
    case 'person.put': {
      const person = book.value.people.get(change.person)
      return person ? personFields(person) : null
    }
    default:
      return null
  }
}

const entryFields = ({
  project,
  date,
  start,
  end,
  minutes,
  note,
}: Pick<Entry, 'project' | 'date' | 'start' | 'end' | 'minutes' | 'note'>): Fields => ({
  [text.form.project]: projectName(project),
  [text.form.date]: shortDay(date),
  [text.form.duration]: [writeDuration(minutes), start && end && writeTimes(start, end)]
    .filter(Boolean)
    .join(', '),
  [text.form.note]: note,
})

/** What people see of a project, by the labels of its form. */
export const projectFields = ({
  name,
  client,
  code,
  archived,
  members,
}: Pick<Project, 'name' | 'client' | 'code' | 'archived' | 'members'>): Fields => ({
  [text.projects.name]: name,
  [text.projects.client]: client,
  [text.projects.code]: code,
  [text.projects.who]: members ? text.projects.members(members.length) : text.projects.everybody,
  [text.projects.state]: archived ? text.projects.stateArchived : text.projects.stateOpen,
})

/** What people see of a person, by the labels of their form. */
export const personFields = (
  person: Omit<Person, 'kind' | 'id' | 'linked' | 'version' | 'number'>,
): Fields => ({
  [text.people.name]: person.name ?? '',
  [text.people.email]: person.email ?? '',
  [text.people.firstDay]: person.from ? plainDay(person.from) : '',
  [text.people.lastDay]: person.until ? plainDay(person.until) : '',
  [text.people.weekly]: person.target === null ? '' : writeDuration(person.target),
  [text.people.manager]: nameOf(person.manager) || text.people.anybody,
  [text.people.deputy]: nameOf(person.deputy),
  [text.people.active]: person.active ? text.people.yes : text.people.no,
})

/** The fields in one line, for a sentence. */
export const inBrief = (fields: Fields) =>
  Object.values(fields)
    .filter((value) => value !== '')
    .join(', ')
