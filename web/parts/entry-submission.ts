// Sending the form of an entry: from what stands in its fields to a change on this device.
import { thingOf } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { entryCalled, projects, type ShownEntry } from '../state/entries.ts'
import type { Form, Values } from '../state/form.ts'
import { save } from '../state/save.ts'
import type { WallClock } from '../state/timing.ts'
import { type FieldName, type FieldProblems, fieldOf, readEntry } from './entry-input.ts'
import { inWords } from './in-words.ts'
import { type Submission, useSubmission } from './submission.ts'

interface Sent {
  form: Form
  /** What the fields show. */
  values: Values
  /** The entry that is edited; undefined for a new one. */
  entry: string | undefined
  wallClock: WallClock
  onSaved: (entry: string) => void
}

/** What was typed is forgotten as soon as the device has kept the entry. */
export const useEntrySubmission = (sent: Sent): Submission<FieldName> =>
  useSubmission(async () => {
    const { form, values, entry, wallClock, onSaved } = sent
    const read = readEntry(values, projects.value, wallClock)
    if ('problems' in read) return read.problems
    const saw = values.saw === null ? {} : { saw: values.saw }
    const edited = entry === undefined ? {} : { entry }
    const kept = await save({ kind: 'entry.put', ...edited, ...read.entry, ...saw })
    if ('refused' in kept) return problemsOf(kept.refused, sent)
    form.clear()
    onSaved(thingOf(kept.change))
    return null
  })

function problemsOf(refused: Refusal, { form, values, entry }: Sent): FieldProblems {
  const current = entryCalled(entry ?? '')
  if (refused.code !== 'entry.stale' || !current) return { [fieldOf(refused)]: inWords(refused) }
  // What stands there now is told, so that saving once more is a decision and no accident.
  form.type({ ...values, saw: current.entry.version })
  return { form: text.edit.stale(inBrief(current)) }
}

const inBrief = ({ entry, project }: ShownEntry) =>
  [writeDuration(entry.minutes), project?.name ?? text.unknownProject, shortDay(entry.date), entry.note]
    .filter(Boolean)
    .join(', ')
