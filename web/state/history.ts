// Whose history is open over the screen, and the asking for it: the ledger is at the server alone.
import { computed } from '@preact/signals'
import * as v from 'valibot'
import { type Book, key } from '#domain/book.ts'
import { IsoWeek } from '#domain/calendar.ts'
import { type Change, thingOf, weekKey, weeksTouched } from '#domain/change.ts'
import { History, type HistoryStep } from '#domain/history.ts'
import { Uuid } from '#domain/text.ts'
import { findTenant } from '../account/tenant.ts'
import { thisDevice } from '../data/device.ts'
import type { Dates } from '../data/gate.ts'
import type { OutboxItem } from '../data/stored.ts'
import { closeOver, openAs, openOver } from './address.ts'
import { askServer, missing, type Missing } from './ask.ts'

/** What has a history: an entry of one's own, or somebody's week. */
export type Subject = { kind: 'entry'; entry: string } | { kind: 'week'; person: string; week: string }

const parameter = 'history'

/** What a search parameter asks for, `entry/<id>` or `<person>/<week>`; null where it asks for nothing. */
export function subjectIn(search: string | null): Subject | null {
  const [first, second, ...rest] = (search ?? '').split('/')
  if (rest.length > 0) return null
  if (first === 'entry' && v.is(Uuid, second)) return { kind: 'entry', entry: second }
  if (v.is(Uuid, first) && v.is(IsoWeek, second)) return { kind: 'week', person: first, week: second }
  return null
}

/** The same the other way round. */
export const keyOfSubject = (subject: Subject) =>
  subject.kind === 'entry' ? `entry/${subject.entry}` : `${subject.person}/${subject.week}`

/** Whose history is to be shown, or null. */
export const historyShown = computed(() => subjectIn(openAs(parameter)))

/** Opens a history over the present screen; the back button closes it. */
export const openHistory = (subject: Subject): void => openOver(parameter, keyOfSubject(subject))

/** Closes it. */
export const closeHistory = (): void => closeOver(parameter)

export interface Told {
  steps: readonly HistoryStep[]
  more: boolean
  ours: string | null
}

/** The steps, newest first; whether there are more; and the client id of this app, null where it is not known. */
export async function askHistory(subject: Subject): Promise<Told | Missing> {
  const reply = await askServer(
    subject.kind === 'entry'
      ? `/timesheets/${subject.entry}/history`
      : `/weeks/${subject.person}/${subject.week}/history`,
    History,
  )
  if (!('value' in reply)) return missing(reply)
  const tenant = await findTenant(thisDevice())
  const { history: steps, more } = reply.value
  return { steps, more, ours: tenant?.config.clientId ?? null }
}

/** The changes of hours that took effect after the week was submitted last. `steps`: of a submitted week, newest first. */
export function sinceSubmission(
  steps: readonly Pick<HistoryStep, 'change' | 'kind' | 'verdict'>[],
): ReadonlySet<string> {
  const submission = steps.findIndex(({ kind, verdict }) => kind === 'week.submit' && verdict === 'applied')
  // Where it is among the older steps that were left out, all of these came after it.
  const later = submission < 0 ? steps : steps.slice(0, submission)
  const ofHours = later.filter(({ kind, verdict }) => kind.startsWith('entry.') && verdict === 'applied')
  return new Set(ofHours.map(({ change }) => change))
}

/** What this device knows of what the changes are about. */
type Known = Pick<Book, 'actor' | 'lates'> & { dates: Dates }

/** The changes in an outbox that will be steps of this history. */
export const waitingFor = (items: readonly OutboxItem[], subject: Subject, known: Known): OutboxItem[] =>
  items.filter(({ change }) =>
    subject.kind === 'entry' ? thingOf(change) === subject.entry : isOfWeek(change, subject, known),
  )

function isOfWeek(
  change: Change,
  { person, week }: Extract<Subject, { kind: 'week' }>,
  { actor, lates, dates }: Known,
): boolean {
  switch (change.kind) {
    case 'entry.put':
    case 'entry.delete':
      return person === actor.person && weeksTouched(change, dates.get(change.entry)).includes(week)
    case 'late.accept':
    case 'late.decline':
      return change.person === person && lates.get(key(person, change.late))?.week === week
    case 'comment.add':
      return change.person === person && change.week === week
    default:
      return thingOf(change) === weekKey(person, week)
  }
}
