// The form of an entry, new or edited: the same fields, the same rules, and what was typed is kept until it is saved.
import type { ComponentChildren } from 'preact'
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { entryCalled, lockOf } from '../state/entries.ts'
import type { Form, Values } from '../state/form.ts'
import type { WallClock } from '../state/timing.ts'
import { here } from '../state/wall-clock.ts'
import { EntryFields } from './entry-fields.tsx'
import type { FieldName } from './entry-input.ts'
import { useEntrySubmission } from './entry-submission.ts'
import { FormProblem } from './form-problem.tsx'
import { LockNotice } from './lock-notice.tsx'
import { Locked } from './save-button.tsx'

interface Props {
  /** Tells the ids of two forms apart. */
  name: string
  form: Form
  /** What the form holds as long as nothing was typed. */
  fresh: Values
  /** The entry that is edited; absent for a new one. */
  entry?: string
  /** The one that the times are read from; the one here, unless something else is said. */
  wallClock?: WallClock
  /** These are the hours of the timer that runs. */
  isTimers?: boolean
  onSaved: (entry: string) => void
  /** What is done when the week in the way was withdrawn from here and nothing was typed; else it is only said. */
  onWithdrawn?: () => unknown
  /** What stands around the Save button. */
  children: ComponentChildren
}

export function EntryForm(props: Props) {
  const { name, form, fresh, entry, wallClock = here.value, isTimers = false, onSaved, children } = props
  const typed = form.typed.value
  const values = typed ?? fresh
  const lock = lockOver(values.date, entry)
  const submission = useEntrySubmission({ form, values, entry, wallClock, onSaved })
  const { problems, saving, element, submit, mend } = submission
  if (typed === undefined) return null

  const change = (patch: Partial<Values>, field: FieldName) => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    const isTime = field === 'from' || field === 'to' || field === 'date'
    mend(field, ...(isTime ? (['duration', 'overlap'] as const) : []))
  }
  return (
    <form ref={element} class="entry-form" noValidate onSubmit={lock ? sendNothing : submit}>
      <div class="entry-form-fields">
        <EntryFields
          name={name}
          values={values}
          isTyped={typed !== null}
          entry={entry}
          wallClock={wallClock}
          isTimers={isTimers}
          problems={problems.value}
          onValue={change}
        />
        <FormProblem problem={problems.value.form} />
      </div>
      <div class={typed ? 'entry-form-end entry-form-typed' : 'entry-form-end'} aria-busy={saving.value}>
        {lock && <LockNotice {...lock} onWithdrawn={typed ? undefined : props.onWithdrawn} />}
        <Locked.Provider value={lock !== null}>{children}</Locked.Provider>
      </div>
    </form>
  )
}

/** The closed week in the way, with its day: where an entry goes counts, and where it was. */
function lockOver(date: string, entry: string | undefined) {
  for (const day of [date, entryCalled(entry ?? '')?.entry.date]) {
    const week = v.is(WorkDate, day) ? lockOf(day) : undefined
    if (day !== undefined && week) return { week, date: day }
  }
  return null
}

/** There is no button where a week is closed, but Enter in a field sends a form too. */
const sendNothing = (event: Event) => event.preventDefault()
