// What is in a form, kept as typed until it is saved, whatever happens to the page.
import { type ReadonlySignal, signal } from '@preact/signals'
import * as v from 'valibot'
import { thisDevice } from '../data/device.ts'
import { clearDraft, readDraft, saveDraft } from '../data/drafts.ts'
import { who } from './copy.ts'

const Values = v.object({
  /** The project chosen, or '' while there is only text. */
  project: v.string(),
  /** What stands in the project's field. */
  search: v.string(),
  date: v.string(),
  duration: v.string(),
  note: v.string(),
  /** The version of the entry that the form was filled from; null for a new one. */
  saw: v.nullable(v.string()),
})
export type Values = v.InferOutput<typeof Values>

export interface Form {
  /** What was typed; null where nothing was, undefined until the device has been asked. */
  typed: ReadonlySignal<Values | null | undefined>
  /** Shows the values and stores them. */
  type: (values: Values) => void
  /** Forgets what was typed: it is saved, or given up. */
  clear: () => void
}

const forms = new Map<string, Form>()

/** The present person's form of that name, as it was left. */
export function formCalled(key: string): Form {
  const person = who.peek()?.person ?? ''
  const name = `${person} ${key}`
  const form = forms.get(name) ?? openForm(person, key)
  forms.set(name, form)
  return form
}

function openForm(person: string, key: string): Form {
  const typed = signal<Values | null | undefined>(undefined)
  // One after the other, so that the last thing typed is the last thing stored.
  let writing = readDraft(thisDevice(), person, key).then((draft) => {
    const stored = v.safeParse(Values, draft)
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
