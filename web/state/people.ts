// The people whom this device knows: all of them for those who manage people, and else those one approves for.
import { computed } from '@preact/signals'
import type { Person } from '#domain/person.ts'
import { compareNames } from '../locale.ts'
import { book, cards, me } from './copy.ts'
import { type Managed, managed } from './managed.ts'

export type ManagedPerson = Managed<Person>

/** Whether something that was read or played is a person. */
export const isPerson = (row: object | undefined): row is Person =>
  row !== undefined && 'kind' in row && row.kind === 'person'

/** Everybody, by name; whoever has none yet comes by their e-mail address. */
export const people = computed(() =>
  managed(book.value.people.values(), cards.value, isPerson).toSorted((one, other) =>
    compareNames(calledBy(one.row), calledBy(other.row)),
  ),
)

/** The name of a person, or what else tells them apart. */
export const calledBy = ({ name, email }: Pick<Person, 'name' | 'email'>): string => name ?? email ?? ''

/** The same by id; '' for somebody whom this device does not know. */
export function nameOf(id: string | null): string {
  const person = id === null ? undefined : book.value.people.get(id)
  return person ? calledBy(person) : ''
}

/** Who approves somebody's weeks already, or does in place of somebody. */
export const approving = computed(
  () => new Set([...book.value.people.values()].flatMap(({ manager, deputy }) => [manager, deputy])),
)

/** Whoever uses this device, as the people who manage people see them; undefined before the first delivery. */
export const self = computed(() => book.value.people.get(me.value))

/** Somebody by id, as they are managed; undefined for one whom this device does not know. */
export const personCalled = (id: string) => people.value.find(({ row }) => row.id === id)
