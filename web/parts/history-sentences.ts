// The ledger's steps as sentences a person understands, in whatever language the words are.
import { millisecondsOf } from '#domain/calendar.ts'
import type { Row } from '#domain/book.ts'
import type { HistoryStep } from '#domain/history.ts'
import type { AnyRefusal } from '#domain/problem.ts'
import type { Messages } from '../messages/english.ts'
import { type Hours, partsChanged } from './difference-lines.ts'
import { writeTimes } from './written-times.ts'

export interface Words {
  history: Messages['history']
  /** The name of a project by its id. */
  project: (id: string) => string
  day: (date: string) => string
  hours: (minutes: number) => string
  refusal: (problem: AnyRefusal) => string
}

export interface Sentence {
  /** The id of the change. */
  change: string
  what: string
  /** The note as it was left, where that is what changed; why something was refused. */
  more: string
  /** The device's time, where it is known and more than a minute from the server's (RFC 3339, UTC). */
  at: string | null
  received: string
  /** By which app, where it was not this one. */
  client: string | null
}

/** A clock that is this much off, or a way that took this long, goes without saying; in milliseconds. */
const unremarkable = 60_000

/** A sentence for each step, in their order. `ours`: the client id of this app, null where it is not known. */
export function sentencesOf(steps: readonly HistoryStep[], words: Words, ours: string | null): Sentence[] {
  const left = new Map(steps.flatMap(({ change, became }) => (became ? [[change, became] as const] : [])))
  return steps.map((step) => {
    const before = step.was === null ? null : hoursIn(left.get(step.was))
    const isApart =
      step.at !== null && Math.abs(millisecondsOf(step.received) - millisecondsOf(step.at)) > unremarkable
    return {
      change: step.change,
      ...told(step, before, words),
      at: isApart ? step.at : null,
      received: step.received,
      client: ours === null || step.client === ours ? null : step.client,
    }
  })
}

type Told = Pick<Sentence, 'what' | 'more'>
type Left = Hours & { deleted: boolean }

/** What a step left of hours, be it an entry or a late one. */
function hoursIn(row: Row | null | undefined): Left | null {
  if (row?.kind === 'entry') return row
  return row?.kind === 'late' ? { ...row, deleted: row.wants === 'delete' } : null
}

const plain = (what: string): Told => ({ what, more: '' })

function told(step: HistoryStep, before: Left | null, words: Words): Told {
  const { history } = words
  const who = step.by.name ?? history.somebody
  if (step.verdict === 'refused') {
    return { what: refused(step.kind, who, words), more: step.problem ? words.refusal(step.problem) : '' }
  }
  switch (step.kind) {
    case 'entry.put':
    case 'entry.delete':
      return step.verdict === 'late' ? late(step, who, words) : entry(step, who, before, words)
    case 'late.accept':
    case 'late.decline':
      return decided(step, who, words)
    case 'comment.add':
      return plain(history.commented(who, noteIn(step.became)))
    case 'week.return':
    case 'week.reopen':
      return plain(because(stepped(step.kind, who, words), noteIn(step.became), words))
    default:
      return plain(stepped(step.kind, who, words))
  }
}

function entry(step: HistoryStep, who: string, before: Left | null, words: Words): Told {
  const { history } = words
  const now = hoursIn(step.became)
  if (step.kind === 'entry.delete') {
    const gone = now ?? before
    if (!gone) return plain(history.deletedSomething(who))
    return { what: history.deleted(who, phrase(gone, words)), more: gone.note }
  }
  if (!now) return plain(history.wroteEntry(who))
  const what = phrase(now, words)
  if (step.was === null) return { what: history.logged(who, what), more: now.note }
  if (!before) return { what: history.setTo(who, what), more: now.note }
  if (before.deleted) return { what: history.restored(who, what), more: now.note }
  return changed(who, before, now, words)
}

function changed(who: string, before: Left, now: Left, words: Words): Told {
  const { history } = words
  const what = phrase(now, words)
  const parts = partsChanged(before, now)
  const more = [
    parts.includes('times') && now.start && now.end && writeTimes(now.start, now.end, history),
    parts.includes('note') && now.note,
  ]
    .filter(Boolean)
    .join(' · ')
  if (parts.includes('project') || parts.includes('date')) {
    return { what: history.changed(who, phrase(before, words), what), more }
  }
  if (parts.includes('minutes')) {
    return { what: history.changed(who, words.hours(before.minutes), what), more }
  }
  if (parts.includes('times')) return { what: history.changedTimes(who, what), more }
  if (parts.includes('note')) return { what: history.changedNote(who, what), more }
  return plain(history.savedAgain(who, what))
}

function late({ became, kind }: HistoryStep, who: string, words: Words): Told {
  const { history } = words
  const wanted = hoursIn(became)
  if (!wanted) return plain(kind === 'entry.put' ? history.wroteEntry(who) : history.deletedSomething(who))
  const what = instead(became, phrase(wanted, words), words)
  if (became?.kind === 'late' && became.status === 'dropped') return plain(history.late.dropped(who, what))
  const sentence = kind === 'entry.put' ? history.late.put : history.late.delete
  return { what: sentence(who, what), more: wanted.note }
}

function decided({ became, kind }: HistoryStep, who: string, words: Words): Told {
  const { history } = words
  const hours = hoursIn(became)
  const what = hours ? phrase(hours, words) : history.someLateHour
  if (kind === 'late.accept') return plain(history.accepted(who, instead(became, what, words)))
  const before = replacedBy(became)
  const declined = history.declined(who, what)
  const said = before ? history.stays(declined, briefly(before, hours, words)) : declined
  return plain(because(said, noteIn(became), words))
}

/** What late hours would take the place of, or null. */
const replacedBy = (row: Row | null) => (row?.kind === 'late' ? row.before : null)

/** Late hours together with those that they take the place of; hours that shall go are those themselves. */
function instead(row: Row | null, what: string, words: Words): string {
  const before = replacedBy(row)
  const now = hoursIn(row)
  if (!before || now?.deleted) return what
  return words.history.instead(what, briefly(before, now, words))
}

/** Hours as they were; project and day only where they are others now. */
const briefly = (before: Booked, now: Booked | null, words: Words) =>
  before.project === now?.project && before.date === now.date
    ? words.hours(before.minutes)
    : phrase(before, words)

type Booked = Pick<Hours, 'minutes' | 'project' | 'date'>

const phrase = ({ minutes, project, date }: Booked, { history, hours, project: name, day }: Words) =>
  history.hours(hours(minutes), name(project), day(date))

const because = (sentence: string, reason: string, { history }: Words) =>
  reason ? history.because(sentence, reason) : sentence

/** What somebody said with a step. */
function noteIn(row: Row | null): string {
  if (row?.kind === 'late') return row.reason
  return row?.kind === 'week' || row?.kind === 'comment' ? row.note : ''
}

function stepped(kind: string, who: string, { history }: Words): string {
  switch (kind) {
    case 'week.submit':
      return history.submitted(who)
    case 'week.withdraw':
      return history.withdrawn(who)
    case 'week.approve':
      return history.approved(who)
    case 'week.return':
      return history.returned(who)
    case 'week.reopen':
      return history.reopened(who)
    default:
      return history.other(who)
  }
}

function refused(kind: string, who: string, { history }: Words): string {
  switch (kind) {
    case 'entry.put':
    case 'entry.delete':
      return history.refused.entry(who)
    case 'week.submit':
      return history.refused.submit(who)
    case 'week.withdraw':
      return history.refused.withdraw(who)
    case 'week.approve':
      return history.refused.approve(who)
    case 'week.return':
      return history.refused.return(who)
    case 'week.reopen':
      return history.refused.reopen(who)
    case 'late.accept':
    case 'late.decline':
      return history.refused.late(who)
    default:
      return history.refused.other(who)
  }
}
