// Which project the timer shall run on, and a note if one is wanted now.
import { useSignal } from '@preact/signals'
import { noteLength } from '#domain/text.ts'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { offered, projects, recent } from '../state/entries.ts'
import { Dialog } from './dialog.tsx'
import { NoteField } from './note-field.tsx'
import { ProjectField } from './project-field.tsx'
import { meant } from './project-search.ts'
import { start } from './timer-actions.ts'

interface Props {
  /** Whether another timer is stopped by it. */
  isSwitch: boolean
  onClose: () => void
}

export function TimerStart({ isSwitch, onClose }: Props) {
  // The project used last, as in the form below; who switches wants another one.
  const last = isSwitch ? undefined : recent.value[0]?.project
  const project = useSignal(last?.id ?? '')
  const search = useSignal(last?.name ?? '')
  const note = useSignal('')
  const problem = useSignal<string | undefined>(undefined)
  const submit = (event: Event) => {
    event.preventDefault()
    const chosen = project.value || meant(projects.value, search.value)?.id
    if (note.value.length > noteLength) return
    if (!chosen) {
      const { empty, unknown } = text.fieldProblem.project
      problem.value = search.value.trim() === '' ? empty : unknown
      document.getElementById('timer-project')?.focus()
      return
    }
    onClose()
    void start({ project: chosen, note: note.value })
  }
  return (
    <Dialog title={isSwitch ? text.timer.switchTitle : text.timer.startTitle} onClose={onClose}>
      <form class="entry-form" noValidate onSubmit={submit}>
        <div class="entry-form-fields">
          <ProjectField
            id="timer-project"
            projects={offered.value}
            chosen={book.value.projects.get(project.value)}
            search={search.value}
            problem={problem.value}
            onSearch={(typed) => {
              search.value = typed
              project.value = ''
              problem.value = undefined
            }}
            onChoose={(chosen) => {
              project.value = chosen.id
              search.value = chosen.name
              problem.value = undefined
            }}
          />
          <NoteField
            id="timer-note"
            value={note.value}
            problem={note.value.length > noteLength ? text.fieldProblem.note : undefined}
            onValue={(typed) => (note.value = typed)}
          />
        </div>
        <div class="dialog-actions">
          <button class="button" type="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button class="button button-primary" type="submit">
            {isSwitch ? text.timer.switch : text.timer.start}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
