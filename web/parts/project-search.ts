// Finding a project by what people remember of it: pieces of its name, client or code, accents and case aside.
import type { Project } from '#domain/project.ts'
import { folded, isMeant } from './search.ts'

/** The projects in which each typed word occurs, in the order given. */
export const matching = (projects: readonly Project[], typed: string): Project[] =>
  projects.filter(({ name, client, code }) => isMeant([name, client, code], typed))

/** The one project that is meant by this text: the one called so, or the only one that matches. */
export function meant(projects: readonly Project[], typed: string): Project | undefined {
  if (folded(typed) === '') return undefined
  const called = projects.filter((project) => folded(project.name) === folded(typed))
  const found = called.length > 0 ? called : matching(projects, typed)
  return found.length === 1 ? found[0] : undefined
}
