// The one place where a change is decided. Every road comes through here: app, sync, REST, batch, and the device itself
// before it keeps a change.
import {
  type Book,
  commentsOn,
  entriesBeside,
  entriesOf,
  key,
  lateFor,
  lateWeek,
  proposalOn,
  timedAround,
  weeksOfChange,
} from './book.ts'
import type { Change, EntryChange, LateDecision, WeekStep } from './change.ts'
import { weekKey } from './change.ts'
import { mayComment } from './comment.ts'
import { type Entry, mayDelete, mayPut, minutesCounted, type Wanted } from './entry.ts'
import { isLeftOver, type Late, mayJudge, mayWait } from './late.ts'
import { mayActFor, mayMoveIdentity, mayPutPerson } from './person.ts'
import type { Refusal } from './problem.ts'
import { mayPutProject } from './project.ts'
import { isSameSet, versionsOf } from './sheet.ts'
import { versionProblem } from './version.ts'
import { isLocked, isOwners, lockedProblem, mayStep } from './week.ts'

/** `late`: into an approved week, of which the device did not know; kept as a proposal. */
export type Decision = { verdict: 'applied' } | { verdict: 'late' } | { verdict: 'refused'; problem: Refusal }

/** What becomes of this change on the book as it stands. */
export function decide(book: Book, change: Change): Decision {
  if (change.kind === 'entry.put' || change.kind === 'entry.delete') return decideEntry(book, change)
  const problem = problemOf(book, change)
  return problem ? { verdict: 'refused', problem } : { verdict: 'applied' }
}

function problemOf(book: Book, change: Exclude<Change, EntryChange>): Refusal | null {
  switch (change.kind) {
    case 'late.accept':
      return mayDecideLate(book, change) ?? mayAccept(book, change)
    case 'late.decline':
      return mayDecideLate(book, change)
    case 'comment.add':
      return (
        (change.person === book.actor.person ? null : mayApprove(book, change.person)) ??
        mayComment(commentsOn(book, change.person, change.week), change.week)
      )
    case 'project.put':
      return mayPutProject(book.projects.get(change.project), change.base)
    case 'person.put':
      return mayPutPerson(change, book.people.get(change.person), book.people)
    case 'identity.move':
      return mayMoveIdentity(
        book.actor.person,
        book.people.get(change.person),
        book.people.get(change.to),
        change.base,
      )
    default:
      return mayTake(book, change)
  }
}

/** Why the actor may not take this step with this week, or null. */
function mayTake(book: Book, step: WeekStep): Refusal | null {
  const isOwn = step.person === book.actor.person
  const refusal = isOwners(step.kind) ? (isOwn ? null : notYours) : mayApprove(book, step.person)
  const week = book.weeks.get(weekKey(step.person, step.week))
  return refusal ?? mayStep(step.kind, week, step.base, step.week) ?? unseenProblem(book, step)
}

/**
 * An approver who says which entries were on the screen approves these and no others, also where a restored server has
 * the week's version again and other hours in it.
 */
function unseenProblem(book: Book, step: WeekStep): Refusal | null {
  if (step.kind !== 'week.approve' || step.entries === undefined) return null
  const there = versionsOf(entriesOf(book, step.person, step.week))
  return isSameSet(step.entries, there) ? null : { code: 'week.stale', week: step.week, status: 'submitted' }
}

const notYours: Refusal = { code: 'week.not-yours' }

/** Why the actor may not act as the approver of this person, or null; the scope was asked for at the door. */
function mayApprove({ actor, people }: Book, person: string): Refusal | null {
  if (person === actor.person) return { code: 'week.own' }
  return mayActFor(actor.person, people.get(person)) ? null : notYours
}

/** The late lane (README, "How a week is approved"): what the device had seen decides, never a clock. */
function decideEntry(book: Book, change: EntryChange): Decision {
  const { person } = book.actor
  const current = book.entries.get(key(person, change.entry))
  // What goes on from a proposal goes into it, wherever it leads and whatever has become of its week.
  let isLate = change.seen !== undefined && proposalOn(book, person, change.entry)?.version === change.base
  for (const { week, seen } of weeksOfChange(book, change, current)) {
    if (!isLocked(week)) continue
    const knewTheLock = seen === undefined || seen === week.version
    if (knewTheLock) return { verdict: 'refused', problem: lockedProblem(week) }
    isLate ||= week.status === 'approved'
  }
  const problem = isLate ? mayPropose(book, change, current) : mayWrite(book, person, change, current)
  if (problem) return { verdict: 'refused', problem }
  return { verdict: isLate ? 'late' : 'applied' }
}

/** A proposal only has to fit what it changes, and to find room; the other rules are asked when it is accepted. */
function mayPropose(book: Book, change: EntryChange, current: Entry | undefined): Refusal | null {
  const { person } = book.actor
  const proposal = proposalOn(book, person, change.entry)
  const goesOn = proposal && (proposal.version === change.base || !isLeftOver(proposal, current))
  const refusal = versionProblem('entry', goesOn ? proposal : current, change.base)
  if (refusal) return refusal
  const isNothing = change.kind === 'entry.delete' && !goesOn && (!current || current.deleted)
  if (isNothing) return { code: 'entry.unknown' }
  const week = lateWeek(book, change, current) ?? proposal?.week
  return week === undefined ? null : mayWait(lateFor(book, person, week), proposal, week)
}

/** What the rules ask about a change of an entry, be it made now or proposed some time ago. */
type Writing =
  | (Wanted & { kind: 'entry.put'; entry: string; project: string })
  | { kind: 'entry.delete'; base: string }

function mayWrite(book: Book, person: string, change: Writing, current: Entry | undefined): Refusal | null {
  if (change.kind === 'entry.delete') return mayDelete(current, change.base)
  const own = current?.date === change.date ? minutesCounted(current) : 0
  return mayPut(change, current, person, {
    project: book.projects.get(change.project),
    others: (book.days.get(key(person, change.date)) ?? 0) - own,
    count: entriesBeside(book, person, change.entry, change.date),
    timed: timedAround(book, person, change.entry, change.date),
  })
}

function mayDecideLate(book: Book, { person, late, base }: LateDecision): Refusal | null {
  return mayApprove(book, person) ?? mayJudge(book.lates.get(key(person, late)), base)
}

/** Accepting asks every rule again but the lock, which the approver's hand opens. */
function mayAccept(book: Book, { person, late: id }: LateDecision): Refusal | null {
  const late = book.lates.get(key(person, id))
  return late ? mayWrite(book, person, wantedBy(late), book.entries.get(key(person, late.entry))) : null
}

function wantedBy(late: Late): Writing {
  const { wants, entry, base, project, date, start, end, minutes } = late
  // A proposal to delete has seen what it would delete.
  if (wants === 'delete') return { kind: 'entry.delete', base: base ?? '' }
  return { kind: 'entry.put', entry, base, project, date, start, end, minutes }
}
