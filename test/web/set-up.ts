// Who and what is there before a story begins.
import type { Person } from '#domain/person.ts'
import type { Project } from '#domain/project.ts'
import type { Who } from './little-tenant.ts'

const uuid = (digit: string, last = '0') => `${digit.repeat(8)}-0000-4000-8000-00000000000${last}`

export const people: Record<Who, string> = {
  Ada: uuid('a'),
  Grace: uuid('b'),
  Lin: uuid('c'),
  Mallory: uuid('d'),
}
export const bridge = uuid('1', '1')
export const tunnel = uuid('1', '2')

/** A project of the city, open to all. */
const projectOf = (id: string, name: string, number: number): Project => {
  const made = { kind: 'project' as const, id, name, client: 'City', code: name.slice(0, 3).toUpperCase() }
  return { ...made, colour: '#0f766e', archived: false, members: null, version: id, number }
}

const personOf = (who: Who, number: number): Person => ({
  kind: 'person',
  id: people[who],
  name: `${who} of ABC`,
  email: `${who.toLowerCase()}@abc.example`,
  from: '2026-01-01',
  until: null,
  target: 2400,
  manager: null,
  deputy: null,
  active: true,
  linked: true,
  version: people[who],
  number,
})

export const beginnings = () => [
  projectOf(bridge, 'Bridge', 1),
  projectOf(tunnel, 'Tunnel', 2),
  personOf('Ada', 3),
  personOf('Grace', 4),
  personOf('Lin', 5),
]
