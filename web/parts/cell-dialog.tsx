// A cell of the grid, opened: its entries one by one, which are never merged, and room for one more.
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import * as v from 'valibot'
import { readDuration } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'
import { Note } from '#domain/text.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import { addHours } from '../state/cells.ts'
import { entriesOn } from '../state/entries.ts'
import { blank, formCalled } from '../state/form.ts'
import { notify } from '../state/notice.ts'
import { Dialog } from './dialog.tsx'
import { DurationField } from './duration-field.tsx'
import { EntryCard } from './entry-card.tsx'
import { fieldOf } from './entry-input.ts'
import type { Opened } from './grid-editing.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'
import { NoteField } from './note-field.tsx'

interface Props extends Opened {
  /** Why nothing more may be booked here, or null. */
  lock: Refusal | null
  onClose: () => void
}

export function CellDialog({ project, date, typed, lock, onClose }: Props) {
  const entries = entriesOn(date).filter(({ entry }) => entry.project === project)
  return (
    <Dialog title={`${projectName(project)}, ${longDay(date)}`} onClose={onClose}>
      {lock && (
        <p class="cell-lock">
          <Icon name="lock" />
          <span>{inWords(lock)}</span>
        </p>
      )}
      {entries.length > 0 && (
        <ul class="entries">
          {entries.map((shown) => (
            <EntryCard key={shown.entry.id} shown={shown} />
          ))}
        </ul>
      )}
      {!lock && (
        <OneMore
          project={project}
          date={date}
          typed={typed}
          title={entries.length > 0 ? text.grid.another : text.grid.addHours}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

function OneMore({ project, date, typed, title, onClose }: Opened & { title: string; onClose: () => void }) {
  const form = formCalled(`cell:${project}:${date}`)
  const problems = useSignal<{ duration?: string; note?: string; form?: string }>({})
  const saving = useRef(false)
  if (form.typed.value === undefined) return null
  const fresh = { ...blank, project, date, duration: typed }
  const values = form.typed.value ?? fresh
  const type = (patch: { duration?: string; note?: string }) => {
    problems.value = {}
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
  }

  const submit = async (event: Event) => {
    event.preventDefault()
    if (saving.current) return
    const duration = readDuration(values.duration)
    if ('problem' in duration) {
      problems.value = { duration: text.fieldProblem.duration[duration.problem] }
      return
    }
    if (!v.is(Note, values.note)) {
      problems.value = { note: text.fieldProblem.note }
      return
    }
    saving.current = true
    try {
      const saved = await addHours({ project, date, minutes: duration.minutes }, values.note)
      if ('refused' in saved) {
        const field = fieldOf(saved.refused) === 'duration' ? 'duration' : 'form'
        problems.value = { [field]: inWords(saved.refused) }
      } else {
        form.clear()
        onClose()
        notify({ text: text.edit.saved })
      }
    } catch (error) {
      reportError(error)
      problems.value = { form: text.log.notSaved }
    } finally {
      saving.current = false
    }
  }

  return (
    <form class="one-more" noValidate onSubmit={submit} aria-labelledby="one-more">
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
      {problems.value.form && (
        <p class="form-problem" role="alert">
          {problems.value.form}
        </p>
      )}
      <div class="dialog-actions">
        <button
          class="button"
          type="button"
          onClick={() => {
            form.clear()
            onClose()
          }}
        >
          {text.cancel}
        </button>
        <button class="button button-primary" type="submit">
          {text.form.save}
        </button>
      </div>
    </form>
  )
}
