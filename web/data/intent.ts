// What a person wants done, and the change that it becomes on what this device knows.
import { type Book, key } from '#domain/book.ts'
import { type Change, type EntryChange, weekKey, weeksTouched } from '#domain/change.ts'
import { dateOf } from '#domain/entry.ts'

/** `keep` turns it into a change. `saw` is the version that was on the screen, null where there was none yet. */
export type Intent = EntryIntent | WeekIntent | LateIntent | CommentIntent | CompanyIntent

type EntryIntent =
  | {
      kind: 'entry.put'
      /** The entry that is edited; absent for a new one. */
      entry?: string
      project: string
      date: string
      zone: string | null
      /** Moments of the domain; both or neither, and then date and minutes follow from them. */
      start: string | null
      end: string | null
      minutes: number
      note: string
      /** Where given, a newer version underneath is refused as stale, not overwritten. */
      saw?: string
    }
  | { kind: 'entry.delete'; entry: string; saw?: string }

type WeekIntent =
  /** The person's own week. */
  | { kind: 'week.submit' | 'week.withdraw'; week: string; saw: string | null }
  /** `entries`: the versions of those that were on the screen. */
  | { kind: 'week.approve'; person: string; week: string; saw: string; entries: string[] }
  | { kind: 'week.return' | 'week.reopen'; person: string; week: string; saw: string; reason: string }

type LateIntent =
  | { kind: 'late.accept'; person: string; late: string; saw: string }
  | { kind: 'late.decline'; person: string; late: string; saw: string; reason: string }

type CommentIntent = { kind: 'comment.add'; person: string; week: string; note: string }

type CompanyIntent =
  | {
      kind: 'project.put'
      /** Absent for a new one. */
      project?: string
      name: string
      client: string
      code: string
      colour: string
      archived: boolean
      members: string[] | null
      saw: string | null
    }
  | {
      kind: 'person.put'
      /** Absent for a new one. */
      person?: string
      name: string | null
      email: string | null
      from: string | null
      until: string | null
      target: number | null
      manager: string | null
      deputy: string | null
      active: boolean
      saw: string | null
    }
  | { kind: 'identity.move'; person: string; to: string; saw: string }

/** What is made once, however often the change is put together. */
export interface Made {
  id: string
  at: string
  /** The id of the entry, project or person, should it be a new one. */
  thing: string
}

/** The change that an intent becomes; not parsed yet. `book` belongs to whoever acts. */
export function changeOf(intent: Intent, { id, at, thing }: Made, book: Book): Change {
  const made = { id, at }
  switch (intent.kind) {
    case 'entry.put': {
      const { saw, entry = thing, ...values } = intent
      const base = saw ?? book.entries.get(key(book.actor.person, entry))?.version ?? null
      return withSeen({ ...made, ...values, entry, base }, book)
    }
    case 'entry.delete': {
      const { kind, entry, saw } = intent
      // A delete must name a version. Where no row is known there is none to name: its own id, which nothing has, is
      // then as good as any, for the rule refuses it as an unknown entry.
      const base = saw ?? book.entries.get(key(book.actor.person, entry))?.version ?? id
      return withSeen({ ...made, kind, entry, base }, book)
    }
    case 'week.submit': {
      const { kind, week, saw: base } = intent
      return { ...made, kind, person: book.actor.person, week, base }
    }
    case 'week.withdraw': {
      const { kind, week, saw } = intent
      // The same: a week without a version was never submitted, and the rule says so.
      return { ...made, kind, person: book.actor.person, week, base: saw ?? id }
    }
    case 'comment.add':
      return { ...made, ...intent }
    case 'project.put': {
      const { saw: base, project = thing, ...values } = intent
      return { ...made, ...values, project, base }
    }
    case 'person.put': {
      const { saw: base, person = thing, ...values } = intent
      return { ...made, ...values, person, base }
    }
    default: {
      const { saw: base, ...rest } = intent
      return { ...made, ...rest, base }
    }
  }
}

/** The same change as wanted before, made anew for another try. */
export function changeAgain(change: Change, made: Made, book: Book): Change {
  switch (change.kind) {
    case 'entry.put': {
      const { kind, entry, project, date, zone, start, end, minutes, note } = change
      return changeOf({ kind, entry, project, date, zone, start, end, minutes, note }, made, book)
    }
    case 'entry.delete':
      return changeOf({ kind: change.kind, entry: change.entry }, made, book)
    case 'week.submit':
    case 'week.withdraw': {
      const saw = book.weeks.get(weekKey(change.person, change.week))?.version ?? null
      return changeOf({ kind: change.kind, week: change.week, saw }, made, book)
    }
    case 'project.put':
      return { ...change, ...again(made), base: book.projects.get(change.project)?.version ?? null }
    case 'person.put':
      return { ...change, ...again(made), base: book.people.get(change.person)?.version ?? null }
    default:
      // A decision is about what was on the screen: it keeps the version that was seen.
      return { ...change, ...again(made) }
  }
}

const again = ({ id, at }: Made) => ({ id, at })

/**
 * With what this device knows of the weeks it touches: by that the server tells an hour that comes late from one that was
 * written against a closed week. Never absent, which would mean "as the week is when this arrives".
 */
function withSeen(change: EntryChange, book: Book): EntryChange {
  const { person } = book.actor
  const [goes, lies] = weeksTouched(change, dateOf(book.entries.get(key(person, change.entry))))
  const versionOf = (week: string) => book.weeks.get(weekKey(person, week))?.version ?? null
  return {
    ...change,
    seen: goes === undefined ? null : versionOf(goes),
    ...(lies !== undefined && { seenBefore: versionOf(lies) }),
  }
}
