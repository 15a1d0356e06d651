// The form of an entry, new or edited: the same fields, the same rules, and what was typed is kept until it is saved.
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { writeDuration } from '#domain/duration.ts'
import type { Project } from '#domain/project.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere, zone } from '../state/clock.ts'
import { book, broken, refresh } from '../state/copy.ts'
import { entryCalled, projects, recent, save, type ShownEntry } from '../state/entries.ts'
import type { Form, Values } from '../state/form.ts'
import { DateField } from './date-field.tsx'
import { DurationField } from './duration-field.tsx'
import { type FieldProblems, fieldOf, readEntry } from './entry-input.ts'
import { inWords } from './in-words.ts'
import { NoteField } from './note-field.tsx'
import { ProjectField } from './project-field.tsx'
import { type Recent, RecentChips } from './recent.tsx'

interface Props {
  /** Tells the ids of two forms apart. */
  name: string
  form: Form
  /** What the form holds as long as nothing was typed. */
  fresh: Values
  /** The entry that is edited; absent for a new one. */
  entry?: string
  onSaved: (entry: string) => void
  /** What stands around the Save button. */
  children: ComponentChildren
}

export function EntryForm({ name, form, fresh, entry, onSaved, children }: Props) {
  const problems = useSignal<FieldProblems>({})
  const saving = useSignal(false)
  /** The length that a recent project filled in; typing over it makes it the person's own. */
  const filled = useRef('')
  const element = useRef<HTMLFormElement>(null)

  const typed = form.typed.value
  if (typed === undefined) return null
  const values = typed ?? fresh
  const chosen = book.value.projects.get(values.project)

  const change = (patch: Partial<Values>, field: keyof FieldProblems) => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    problems.value = { ...problems.value, [field]: undefined, form: undefined }
  }
  const choose = (project: Project) => change({ project: project.id, search: project.name }, 'project')
  const again = ({ project, entry: last }: Recent) => {
    choose(project)
    if (values.duration !== '' && values.duration !== filled.current) return
    filled.current = writeDuration(last.minutes)
    change({ duration: filled.current }, 'duration')
  }

  const submit = async (event: Event) => {
    event.preventDefault()
    if (saving.value) return
    const read = readEntry(values, projects.value)
    if ('problems' in read) {
      show(read.problems)
      return
    }
    saving.value = true
    try {
      const saw = values.saw === null ? {} : { saw: values.saw }
      const edited = entry === undefined ? {} : { entry }
      const kept = await save({ kind: 'entry.put', ...edited, ...read.entry, zone: zone.value, ...saw })
      if ('refused' in kept) {
        const current = entryCalled(entry ?? '')
        if (kept.refused.code === 'entry.stale' && current) {
          // What stands there now is told, so that saving once more is a decision and no accident.
          show({ form: text.edit.stale(inBrief(current)) })
          form.type({ ...values, saw: current.entry.version })
        } else show({ [fieldOf(kept.refused)]: inWords(kept.refused) })
        return
      }
      filled.current = ''
      problems.value = {}
      form.clear()
      onSaved(kept.entry)
    } catch (error) {
      reportError(error)
      // Says why, if the device is the reason.
      await refresh()
      show({ form: broken.value === 'outdated' ? text.log.outdated : text.log.notSaved })
    } finally {
      saving.value = false
    }
  }

  const show = (found: FieldProblems) => {
    problems.value = found
    // After the next rendering, when the fields know what is wrong with them.
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLElement>('[aria-invalid], .form-problem')?.focus(),
    )
  }

  return (
    <form ref={element} class="entry-form" noValidate onSubmit={submit}>
      <div class="entry-form-fields">
        <div class="project-block">
          <ProjectField
            id={`${name}-project`}
            projects={offered()}
            chosen={chosen}
            search={values.search}
            problem={problems.value.project}
            onSearch={(search) => change({ search, project: '' }, 'project')}
            onChoose={choose}
          />
          {entry === undefined && (
            <RecentChips recent={recent.value} chosen={values.project} onChoose={again} />
          )}
        </div>
        <DateField
          id={`${name}-date`}
          value={values.date}
          today={todayHere.value}
          problem={problems.value.date}
          onValue={(date) => change({ date }, 'date')}
        />
        <DurationField
          id={`${name}-duration`}
          value={values.duration}
          problem={problems.value.duration}
          onValue={(duration) => change({ duration }, 'duration')}
        />
        <NoteField
          id={`${name}-note`}
          value={values.note}
          problem={problems.value.note}
          onValue={(note) => change({ note }, 'note')}
        />
        {problems.value.form && (
          <p class="form-problem" role="alert" tabIndex={-1}>
            {problems.value.form}
          </p>
        )}
      </div>
      <div class="entry-form-end" aria-busy={saving.value}>
        {children}
      </div>
    </form>
  )
}

const inBrief = ({ entry, project }: ShownEntry) =>
  [writeDuration(entry.minutes), project?.name ?? text.unknownProject, shortDay(entry.date), entry.note]
    .filter(Boolean)
    .join(', ')

/** All projects, the recent ones first. */
function offered(): Project[] {
  const first = recent.value.map(({ project }) => project)
  return [...first, ...projects.value.filter((project) => !first.some(({ id }) => id === project.id))]
}

/** The button that saves; the second tap of a double tap is not meant. */
export const SaveButton = () => (
  <button
    class="button button-primary button-save"
    type="submit"
    onClick={(event) => {
      if (event.detail > 1) event.preventDefault()
    }}
  >
    {text.form.save}
  </button>
)
