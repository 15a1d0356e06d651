// Projects that a test makes and archives, as the administrator does.
import { ask } from './server.ts'

export interface Project {
  name: string
  archive(): Promise<void>
}

/** Makes a project to book on. */
export async function makeProject(name: string): Promise<Project> {
  const project = crypto.randomUUID()
  const put = async (base: string | null, archived: boolean) => {
    const { person } = await ask<{ person: string }>('root', '/me')
    const change = {
      id: crypto.randomUUID(),
      kind: 'project.put',
      project,
      name,
      client: 'Miller & Daughters',
      code: name.slice(0, 3).toUpperCase(),
      colour: '#0f766e',
      archived,
      base,
      at: new Date().toISOString(),
    }
    const { verdicts } = await ask<{ verdicts: { verdict: string }[] }>('root', '/changes', {
      method: 'POST',
      json: { person, changes: [change] },
    })
    if (verdicts[0]?.verdict !== 'applied') throw new Error(`not applied: ${JSON.stringify(verdicts)}`)
    return change.id
  }
  const version = await put(null, false)
  return { name, archive: async () => void (await put(version, true)) }
}

/** The id of a project by its name. */
export async function idOf(name: string): Promise<string> {
  const { projects } = await ask<{ projects: { id: string; name: string }[] }>('root', '/projects')
  const found = projects.find((project) => project.name === name)
  if (!found) throw new Error(`there is no project ${name}`)
  return found.id
}
