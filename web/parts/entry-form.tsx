// The form of an entry, new or edited: the same fields, the same rules, and what was typed is kept until it is saved.
import { useSignal } from '@preact/signals'
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useRef } from 'preact/hooks'
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { thingOf } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Project } from '#domain/project.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { book, broken, refresh } from '../state/copy.ts'
import { entryCalled, lockOf, offered, projects, recent, type ShownEntry } from '../state/entries.ts'
import type { Form, Values } from '../state/form.ts'
import { here } from '../state/place.ts'
import { save } from '../state/save.ts'
import type { Place } from '../state/timing.ts'
import { DateField } from './date-field.tsx'
import { type FieldProblems, fieldOf, readEntry } from './entry-input.ts'
import { goToFirstProblem } from './first-problem.ts'
import { inWords } from './in-words.ts'
import { LengthFields } from './length-fields.tsx'
import { LockNotice } from './lock-notice.tsx'
import { NoteField } from './note-field.tsx'
import { ProjectField } from './project-field.tsx'
import { lengthOf, type Recent, RecentChips } from './recent.tsx'

interface Props {
  /** Tells the ids of two forms apart. */
  name: string
  form: Form
  /** What the form holds as long as nothing was typed. */
  fresh: Values
  /** The entry that is edited; absent for a new one. */
  entry?: string
  /** Where the clock hangs that the times are of; here, unless something else is said. */
  place?: Place
  /** These are the hours of the timer that runs. */
  isTimers?: boolean
  onSaved: (entry: string) => void
  /** What is done when the week in the way was withdrawn from here and nothing was typed; else it is only said. */
  onWithdrawn?: () => unknown
  /** What stands around the Save button. */
  children: ComponentChildren
}

export function EntryForm(props: Props) {
  const {
    name,
    form,
    fresh,
    entry,
    place = here.value,
    isTimers = false,
    onSaved,
    onWithdrawn,
    children,
  } = props
  const problems = useSignal<FieldProblems>({})
  const saving = useSignal(false)
  /** The length that a recent project filled in; typing over it makes it the person's own. */
  const filled = useRef('')
  const element = useRef<HTMLFormElement>(null)

  const typed = form.typed.value
  if (typed === undefined) return null
  const values = typed ?? fresh
  const chosen = book.value.projects.get(values.project)

  // Where an entry goes counts, and where it was.
  const lockedDate = [values.date, entryCalled(entry ?? '')?.entry.date].find(lockOn)
  const lock = lockOn(lockedDate)

  const change = (patch: Partial<Values>, field: keyof FieldProblems) => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    const isTime = field === 'from' || field === 'to' || field === 'date'
    const gone = {
      [field]: undefined,
      form: undefined,
      ...(isTime && { duration: undefined, overlap: undefined }),
    }
    problems.value = { ...problems.value, ...gone }
  }
  const choose = (project: Project) => change({ project: project.id, search: project.name }, 'project')
  const again = (recently: Recent) => {
    choose(recently.project)
    const length = lengthOf(recently)
    if (values.by === 'times' || length === null) return
    if (values.duration !== '' && values.duration !== filled.current) return
    filled.current = length
    change({ duration: filled.current }, 'duration')
  }

  const submit = async (event: Event) => {
    event.preventDefault()
    if (saving.value || lock) return
    const read = readEntry(values, projects.value, place)
    if ('problems' in read) {
      show(read.problems)
      return
    }
    saving.value = true
    try {
      const saw = values.saw === null ? {} : { saw: values.saw }
      const edited = entry === undefined ? {} : { entry }
      const kept = await save({ kind: 'entry.put', ...edited, ...read.entry, ...saw })
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
      onSaved(thingOf(kept.change))
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
    requestAnimationFrame(() => goToFirstProblem(element.current))
  }

  return (
    <form ref={element} class="entry-form" noValidate onSubmit={submit}>
      <div class="entry-form-fields">
        <div class="project-block">
          <ProjectField
            id={`${name}-project`}
            projects={offered.value}
            chosen={chosen}
            search={values.search}
            problem={problems.value.project}
            onSearch={(search) => change({ search, project: '' }, 'project')}
            onChoose={choose}
          />
          {entry === undefined && !isTimers && (
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
        <LengthFields
          id={name}
          values={values}
          place={place}
          entry={entry}
          isTimers={isTimers}
          problems={problems.value}
          onValue={change}
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
      <div class={typed ? 'entry-form-end entry-form-typed' : 'entry-form-end'} aria-busy={saving.value}>
        {lock && (
          <LockNotice week={lock} date={lockedDate ?? ''} onWithdrawn={typed ? undefined : onWithdrawn} />
        )}
        <Locked.Provider value={lock !== undefined}>{children}</Locked.Provider>
      </div>
    </form>
  )
}

/** The closed week of a day, as far as the field names one. */
const lockOn = (date: string | undefined) => (v.is(WorkDate, date) ? lockOf(date) : undefined)

const inBrief = ({ entry, project }: ShownEntry) =>
  [writeDuration(entry.minutes), project?.name ?? text.unknownProject, shortDay(entry.date), entry.note]
    .filter(Boolean)
    .join(', ')

const Locked = createContext(false)

/** The button that saves, where anything may be saved; the second tap of a double tap is not meant. */
export const SaveButton = () =>
  useContext(Locked) ? null : (
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
