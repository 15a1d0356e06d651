// What is in a form, kept as typed until it is saved, whatever happens to the page.
import { type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import { thisDevice } from '../data/device.ts'
import { clearDraft, readDraft, saveDraft } from '../data/drafts.ts'
import { recall, remember } from '../remembered.ts'
import { who } from './copy.ts'

const Values = v.object({
  /** The project chosen, or '' while there is only text. */
  project: v.string(),
  /** What stands in the project's field. */
  search: v.string(),
  date: v.string(),
  /** How the hours are said: how long, or from when to when. Drafts of older apps say nothing of this and the next four. */
  by: v.optional(v.picklist(['duration', 'times']), 'duration'),
  duration: v.string(),
  from: v.optional(v.string(), ''),
  to: v.optional(v.string(), ''),
  /** Which moment is meant where the clock shows a time twice; '' for no answer. */
  start: v.optional(v.string(), ''),
  end: v.optional(v.string(), ''),
  note: v.string(),
  /** The version of the entry that the form was filled from; null for a new one. */
  saw: v.nullable(v.string()),
})
export type Values = v.InferOutput<typeof Values>

/** A form in which nothing was typed. */
export const blank: Values = {
  project: '',
  search: '',
  date: '',
  by: 'duration',
  duration: '',
  from: '',
  to: '',
  start: '',
  end: '',
  note: '',
  saw: null,
}

/** How the person said hours the last time. */
export const lastBy = (): Values['by'] => (recall('entry-by') === 'times' ? 'times' : 'duration')
/** Says hours that way the next time too. */
export const rememberBy = (by: Values['by']) => remember('entry-by', by)

export interface Form<Typed = Values> {
  /** What was typed; null where nothing was, undefined until the device has been asked. */
  typed: ReadonlySignal<Typed | null | undefined>
  /** Shows the values and stores them. */
  type: (values: Typed) => void
  /** Forgets what was typed: it is saved, or given up. */
  clear: () => void
}

/** The present person's forms that hold such values, by name and as they were left. */
export function formsOf<Typed>(shape: v.GenericSchema<unknown, Typed>): (key: string) => Form<Typed> {
  const forms = new Map<string, Form<Typed>>()
  return (key) => {
    const person = who.peek()?.person ?? ''
    const name = `${person} ${key}`
    const form = forms.get(name) ?? openForm(shape, person, key)
    forms.set(name, form)
    return form
  }
}

/** The present person's form of an entry by that name, as it was left. */
export const formCalled = formsOf(Values)

function openForm<Typed>(shape: v.GenericSchema<unknown, Typed>, person: string, key: string): Form<Typed> {
  const typed = signal<Typed | null | undefined>(undefined)
  // One after the other, so that the last thing typed is the last thing stored.
  let writing = readDraft(thisDevice(), person, key).then((draft) => {
    const stored = v.safeParse(shape, draft)
    typed.value = stored.success ? stored.output : null
  }, notStored)
  const write = (how: () => Promise<void>) => {
    writing = writing.then(how).catch(notStored)
  }
  function notStored(error: unknown): void {
    typed.value ??= null
    reportError(error)
  }
  return {
    typed,
    type: (values) => {
      typed.value = values
      write(() => saveDraft(thisDevice(), person, key, values))
    },
    clear: () => {
      typed.value = null
      write(() => clearDraft(thisDevice(), person, key))
    },
  }
}
