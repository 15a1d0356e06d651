// All projects, for those who manage them; the ones to book on are in entries.ts.
import { computed } from '@preact/signals'
import type { Project } from '#domain/project.ts'
import { compareNames } from '../locale.ts'
import { book, cards } from './copy.ts'
import { type Managed, managed } from './managed.ts'

export type ManagedProject = Managed<Project>

/** Whether something that was read or played is a project. */
export const isProject = (row: object | undefined): row is Project =>
  row !== undefined && 'kind' in row && row.kind === 'project'

/** All of them, by name, the archived ones too. */
export const managedProjects = computed(() =>
  managed(book.value.projects.values(), cards.value, isProject).toSorted((one, other) =>
    compareNames(one.row.name, other.row.name),
  ),
)

/** A project by id, as it is managed; undefined for one that this device does not know. */
export const projectCalled = (id: string) => managedProjects.value.find(({ row }) => row.id === id)

/** Another project that takes hours under this code already, however it is written. */
export const takenBy = (code: string, id: string) =>
  managedProjects.value.find(
    ({ row }) => row.id !== id && !row.archived && row.code.toLowerCase() === code.toLowerCase(),
  )
