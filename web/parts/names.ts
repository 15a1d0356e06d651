// What people and projects are called on the screen, where they have no name or this device does not know it too.
import type { Person } from '#domain/person.ts'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { calledBy } from '../state/people.ts'

/** The name of a project, by its id. */
export const projectName = (project: string): string =>
  book.value.projects.get(project)?.name ?? text.unknownProject

/** The name of a person, or their address. */
export const personName = (person: { name: string | null; email: string | null }): string =>
  calledBy(person) || text.approvals.nameless

/** Two of one name are told apart by their addresses. */
export const nameApart = (row: Pick<Person, 'name' | 'email'>): string =>
  [personName(row), row.name && row.email].filter(Boolean).join(', ')
