// What one can do about a refused change: correct it, send it again, or look at what it was about.
import * as v from 'valibot'
import { addressOfSheet, addressOfWeek } from '#domain/address.ts'
import { IsoWeek, weekOf } from '#domain/calendar.ts'
import type { Change } from '#domain/change.ts'
import { type AnyRefusal, Refusal } from '#domain/problem.ts'

export interface Offers {
  /** Where its form is. */
  edit: string | null
  /** Where the week is that it is about. */
  look: string | null
  /** Whether sending the same again may help. */
  retry: boolean
  /** Whether it is worth keeping as a file. */
  file: boolean
}

export interface Around {
  /** Whose outbox it is. */
  me: string
  /** The week of a proposal. */
  weekOfLate: (person: string, late: string) => string | undefined
}

/** What may be done about a change that was refused for this. */
export function offersOf(change: Change, problem: AnyRefusal, { me, weekOfLate }: Around): Offers {
  const retry = { edit: null, look: null, retry: true, file: true }
  switch (change.kind) {
    case 'entry.put':
      return { ...retry, edit: `?edit=${change.entry}`, look: ownWeek(problem, weekOf(change.date)) }
    case 'entry.delete':
      return { ...retry, edit: `?edit=${change.entry}`, look: ownWeek(problem) }
    case 'project.put':
      return { ...retry, edit: `/projects?project=${change.project}` }
    case 'person.put':
      return { ...retry, edit: `/people?person=${change.person}` }
    case 'identity.move':
      return { ...retry, edit: `/people?person=${change.person}`, retry: isOddity(problem) }
    case 'week.submit':
    case 'week.withdraw':
      return { ...retry, look: addressOfWeek(change.week) }
    case 'comment.add':
      return { ...retry, look: change.person === me ? addressOfWeek(change.week) : sheet(change) }
    case 'late.accept':
    case 'late.decline': {
      const week = weekOfLate(change.person, change.late)
      return decision(problem, week ? sheet({ person: change.person, week }) : '/approvals')
    }
    default:
      return decision(problem, sheet(change))
  }
}

const sheet = ({ person, week }: { person: string; week: string }) => addressOfSheet(person, week)

/** A decision is taken again where its object can be seen, not from the outbox. */
const decision = (problem: AnyRefusal, look: string): Offers => ({
  edit: null,
  // Weeks of somebody whom one does not approve for any more cannot be looked at.
  look: problem.code === 'week.not-yours' ? null : look,
  retry: isOddity(problem),
  file: false,
})

/** Refused for its form alone, or for what only a newer app understands. */
const isOddity = (problem: AnyRefusal) => problem.code === 'change.reused' || !v.is(Refusal, problem)

/** One's own week, where its lock is what is in the way. */
function ownWeek(problem: AnyRefusal, week?: string): string | null {
  if (!problem.code.startsWith('week.')) return null
  const named = 'week' in problem && v.is(IsoWeek, problem.week) ? problem.week : week
  return named === undefined ? null : addressOfWeek(named)
}
