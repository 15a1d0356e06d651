// All projects, for those who manage them; the ones to book on are in entries.ts.
import { computed } from '@preact/signals'
import type { Project } from '#domain/project.ts'
import { book, cards } from './copy.ts'
import { type Managed, managed } from './managed.ts'

export type ManagedProject = Managed<Project>

export const isProject = (row: object | undefined): row is Project =>
  row !== undefined && 'kind' in row && row.kind === 'project'

/** All of them, by name, the archived ones too. */
export const managedProjects = computed(() =>
  managed(book.value.projects.values(), cards.value, isProject).toSorted((one, other) =>
    one.row.name.localeCompare(other.row.name),
  ),
)

export const projectCalled = (id: string) => managedProjects.value.find(({ row }) => row.id === id)
