// People: who they are, from when to when they log hours, whom they answer to, and who may act for whom.
import * as v from 'valibot'
import { daysOf, WorkDate, minutesPerDay } from './calendar.ts'

import { type Refusal, wrong } from './problem.ts'
import { Line, Uuid } from './text.ts'
import { versionProblem } from './version.ts'

/** What GET /api/me answers. */
export const Me = v.object({
  person: Uuid,
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  scopes: v.array(v.string()),
  client: v.string(),
})
export type Me = v.InferOutput<typeof Me>

/** An e-mail address, trimmed and in lower case, so that comparing text compares addresses. */
export const Email = v.pipe(
  v.string(),
  v.trim(),
  // Before it is put into lower case: some letters of other scripts become ours by that.
  v.regex(/^[\x21-\x7e]+$/, 'must be an e-mail address'),
  v.toLowerCase(),
  v.maxLength(320, 'must have at most 320 characters'),
  v.email('must be an e-mail address'),
)

export const minutesPerWeek = 7 * minutesPerDay

/** What an administrator decides about a person. */
export const personFields = {
  name: v.nullable(Line(200)),
  email: v.nullable(Email),
  /** First and last day on which a timesheet is expected; null: not at all, and without an end. */
  from: v.nullable(WorkDate),
  until: v.nullable(WorkDate),
  /** Minutes a week that were agreed on; null where nothing was. */
  target: v.nullable(
    v.pipe(
      v.number('must be a number of minutes'),
      v.integer('must be whole minutes'),
      v.minValue(0, 'must be at least 0'),
      v.maxValue(minutesPerWeek, 'must be at most 168 hours'),
    ),
  ),
  /** Who approves, and who does in their place. Without a manager, any approver may. */
  manager: v.nullable(Uuid),
  deputy: v.nullable(Uuid),
  /** Somebody who is not active may no longer call; their rows stay. */
  active: v.boolean(),
}

/** A person as they are kept and shown; by shape alone. */
export const Person = v.object({
  kind: v.literal('person'),
  id: v.string(),
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  from: v.nullable(v.string()),
  until: v.nullable(v.string()),
  target: v.nullable(v.number()),
  manager: v.nullable(v.string()),
  deputy: v.nullable(v.string()),
  active: v.boolean(),
  /** Whether an identity of the tenant leads to this person. */
  linked: v.boolean(),
  version: v.string(),
  number: v.number(),
})
export type Person = v.InferOutput<typeof Person>

/** Whether `actor` (a person's id) may approve this person's weeks, the right scope assumed; never one's own. */
export const mayActFor = (
  actor: string,
  person: Pick<Person, 'id' | 'manager' | 'deputy'> | undefined,
): boolean =>
  person !== undefined &&
  person.id !== actor &&
  (person.manager === null || person.manager === actor || person.deputy === actor)

/** Whether a timesheet is expected of this person for an ISO week. */
export function isExpected({ active, from, until }: Person, week: string): boolean {
  const days = daysOf(week)
  return active && from !== null && from <= (days[6] ?? '') && (until === null || until >= (days[0] ?? ''))
}

/** Why this may not be written over `current`, or null. `people`: everybody, by id. */
export function mayPutPerson(
  put: v.InferOutput<v.ObjectSchema<typeof personFields, undefined>> & {
    person: string
    base: string | null
  },
  current: Person | undefined,
  people: ReadonlyMap<string, Person>,
): Refusal | null {
  const refusal = versionProblem('person', current, put.base)
  if (refusal) return refusal
  for (const role of ['manager', 'deputy'] as const) {
    const id = put[role]
    if (id === put.person) return wrong(role, 'must be somebody else')
    if (id !== null && !people.has(id)) return { code: 'person.unknown' }
  }
  if (put.deputy !== null && put.deputy === put.manager) return wrong('deputy', 'must be somebody else')
  if (put.from && put.until && put.until < put.from) return wrong('until', 'must not be before the first day')
  const namesake = [...people.values()].find(({ id, email }) => id !== put.person && email === put.email)
  if (put.email !== null && namesake) return { code: 'person.email-taken', email: put.email }
  return null
}

/** Why the sign-in of one person may not be given to another, or null. `base`: the version seen of the first. */
export function mayMoveIdentity(
  actor: string,
  from: Person | undefined,
  to: Person | undefined,
  base: string,
): Refusal | null {
  const refusal = versionProblem('person', from, base)
  if (refusal) return refusal
  // Whoever could take another's place could approve their own week there.
  if (from?.id === actor || to?.id === actor) return { code: 'person.own' }
  if (!to || !from?.linked || from.id === to.id) return { code: 'person.unknown' }
  return null
}
