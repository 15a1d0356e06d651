// The people whom this device knows: all of them for those who manage people, and else those one approves for.
import { computed } from '@preact/signals'
import type { Person } from '#domain/person.ts'
import { compareNames } from '../locale.ts'
import { book, cards, me } from './copy.ts'
import { type Managed, managed } from './managed.ts'
import { save, type Saved } from './save.ts'

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

/** Others who are called the same: perhaps one human who is here twice. */
export function namesakesOf({ id, name }: Person): Person[] {
  const called = name?.trim().toLowerCase()
  if (!called) return []
  return people.value
    .map(({ row }) => row)
    .filter((other) => other.id !== id && other.active && other.name?.trim().toLowerCase() === called)
}

/** Whether somebody came through a sign-in that says no confirmed address, so that it led to nobody made ahead. */
export const isUnconfirmed = ({ linked, email }: Person): boolean => linked && email === null

/** Whose weeks nobody could decide on without somebody: who has a manager, and no other active approver. */
export function dependentsOf(id: string): Person[] {
  const all = book.value.people
  const remains = (other: string | null) => other !== null && other !== id && all.get(other)?.active === true
  return people.value
    .map(({ row }) => row)
    .filter(({ active, manager, deputy }) => {
      const isOurs = manager !== null && (manager === id || deputy === id)
      return active && isOurs && !remains(manager) && !remains(deputy)
    })
}

/** Lets somebody use the app no longer; all else about them stays as it is here now. */
export async function deactivate(id: string): Promise<Saved> {
  const person = book.value.people.get(id)
  if (!person) return { refused: { code: 'person.unknown' } }
  const { name, email, from, until, target, manager, deputy, version: saw } = person
  const fields = { name, email, from, until, target, manager, deputy, active: false }
  return save({ kind: 'person.put', person: id, ...fields, saw })
}
