// From what stands in the fields to what is decided about a person, or to what is wrong with it.
import * as v from 'valibot'
import { writeDuration } from '#domain/duration.ts'
import { type Person, personFields } from '#domain/person.ts'
import type { Refusal } from '#domain/problem.ts'
import { text } from '../messages.ts'
import { readTarget } from '../state/target.ts'

/** Everything as it stands in the fields; '' for nothing. */
export const PersonValues = v.object({
  name: v.string(),
  email: v.string(),
  from: v.string(),
  until: v.string(),
  target: v.string(),
  manager: v.string(),
  deputy: v.string(),
  active: v.boolean(),
  /** The version that the form was filled from; null for a new one. */
  saw: v.nullable(v.string()),
})
export type PersonValues = v.InferOutput<typeof PersonValues>

export type PersonFieldName = 'name' | 'email' | 'from' | 'until' | 'target' | 'manager' | 'deputy' | 'form'
export type PersonProblems = { [Name in PersonFieldName]?: string | undefined }
export type PersonInput = Omit<Person, 'kind' | 'id' | 'linked' | 'version' | 'number'>

export const newPerson: PersonValues = {
  name: '',
  email: '',
  from: '',
  until: '',
  target: '',
  manager: '',
  deputy: '',
  active: true,
  saw: null,
}

/** What the fields show of a person. */
export const valuesOf = (person: PersonInput, saw: string | null): PersonValues => ({
  name: person.name ?? '',
  email: person.email ?? '',
  from: person.from ?? '',
  until: person.until ?? '',
  target: person.target === null ? '' : writeDuration(person.target),
  manager: person.manager ?? '',
  deputy: person.deputy ?? '',
  active: person.active,
  saw,
})

/** `isNew`: nobody is made without a name and an address to sign in with; who is here already may lack either. */
export function readPerson(
  values: PersonValues,
  isNew: boolean,
): { person: PersonInput } | { problems: PersonProblems } {
  const words = text.people.problems
  const name = values.name.trim() || null
  const email = values.email.trim().toLowerCase() || null
  const [from, until] = [values.from || null, values.until || null]
  const target = readTarget(values.target)
  const problems: PersonProblems = {}
  if (!v.is(personFields.name, name) || (isNew && name === null)) problems.name = words.name
  if (!v.is(personFields.email, email) || (isNew && email === null)) problems.email = words.email
  if (!v.is(personFields.from, from)) problems.from = words.date
  if (values.deputy && values.deputy === values.manager) problems.deputy = words.deputy
  if (!v.is(personFields.until, until)) problems.until = words.date
  else if (from && until && until < from) problems.until = words.order
  if ('problem' in target) {
    problems.target = target.problem === 'too-long' ? words.tooLong : words.unreadable
    return { problems }
  }
  if (Object.keys(problems).length > 0) return { problems }
  const [manager, deputy] = [values.manager || null, values.deputy || null]
  const person = { name, email, from, until, target: target.minutes, manager, deputy, active: values.active }
  return { person }
}

/** The field at which a refusal is shown; `form` where it is about the whole. */
export function fieldOf(refusal: Refusal): PersonFieldName {
  if (refusal.code === 'person.email-taken') return 'email'
  const path = refusal.code === 'input.invalid' ? refusal.issues[0]?.path : undefined
  return path === 'manager' || path === 'deputy' || path === 'until' ? path : 'form'
}
