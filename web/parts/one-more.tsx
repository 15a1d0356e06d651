// The form for one more entry in a cell of the grid, whose project and day are given.
import * as v from 'valibot'
import { readDuration } from '#domain/duration.ts'
import { Note } from '#domain/text.ts'
import { text } from '../messages.ts'
import { addHours } from '../state/cells.ts'
import { blank, type Form, formCalled, type Values } from '../state/form.ts'
import { notify } from '../state/notice.ts'
import { DurationField } from './duration-field.tsx'
import { fieldOf } from './entry-input.ts'
import { FormProblem } from './form-problem.tsx'
import type { Opened } from './grid-editing.ts'
import { inWords } from './in-words.ts'
import { NoteField } from './note-field.tsx'
import { type Submission, useSubmission } from './submission.ts'

interface Props extends Opened {
  title: string
  onClose: () => void
}

export function OneMore({ project, date, typed, title, onClose }: Props) {
  const form = formCalled(`cell:${project}:${date}`)
  const fresh = { ...blank, project, date, duration: typed }
  const values = form.typed.value ?? fresh
  const { problems, element, submit, mend } = useEntry(form, values, onClose)
  if (form.typed.value === undefined) return null
  const type = (patch: { duration?: string; note?: string }) => {
    mend('duration', 'note')
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
  }
  const cancel = () => {
    form.clear()
    onClose()
  }
  return (
    <form ref={element} class="one-more" noValidate onSubmit={submit} aria-labelledby="one-more">
      <h3 id="one-more">{title}</h3>
      <DurationField
        id="cell-duration"
        value={values.duration}
        problem={problems.value.duration}
        onValue={(duration) => type({ duration })}
      />
      <NoteField
        id="cell-note"
        value={values.note}
        problem={problems.value.note}
        onValue={(note) => type({ note })}
      />
      <FormProblem problem={problems.value.form} />
      <div class="dialog-actions">
        <button class="button" type="button" onClick={cancel}>
          {text.cancel}
        </button>
        <button class="button button-primary" type="submit">
          {text.form.save}
        </button>
      </div>
    </form>
  )
}

const useEntry = (form: Form, values: Values, onSaved: () => void): Submission<'duration' | 'note'> =>
  useSubmission(async () => {
    const { project, date, note } = values
    const duration = readDuration(values.duration)
    if ('problem' in duration) return { duration: text.fieldProblem.duration[duration.problem] }
    if (!v.is(Note, note)) return { note: text.fieldProblem.note }
    const saved = await addHours({ project, date, minutes: duration.minutes }, note)
    if ('refused' in saved) {
      const field = fieldOf(saved.refused) === 'duration' ? 'duration' : 'form'
      return { [field]: inWords(saved.refused) }
    }
    form.clear()
    onSaved()
    notify({ text: text.edit.saved })
    return null
  })
