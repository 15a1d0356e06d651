// The form of a person, made ahead of their first sign-in or known already; it waits for delivery like everything else.
import { useSignal } from '@preact/signals'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { closeOver } from '../state/address.ts'
import { book } from '../state/copy.ts'
import { formsOf } from '../state/form.ts'
import { wanted } from '../state/managed.ts'
import { notify } from '../state/notice.ts'
import { approving, calledBy, isPerson, people, personCalled } from '../state/people.ts'
import { save } from '../state/save.ts'
import { readTarget } from '../state/target.ts'
import { inBrief, personFields } from './both.tsx'
import { ChoiceField } from './choice-field.tsx'
import { inWords } from './in-words.ts'
import { ManagedDialog } from './managed-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { personName } from './names.ts'
import { fieldOf, newPerson, PersonValues, readPerson, valuesOf } from './person-input.ts'
import { type Problems, useSubmission } from './submission.ts'
import { TextField } from './text-field.tsx'

const formCalled = formsOf(PersonValues)
const close = () => closeOver('person')

/** Somebody new has the id `new` until they are saved. */
export function PersonForm({ id }: { id: string }) {
  const form = formCalled(`person:${id}`)
  const moving = useSignal(false)
  const shown = personCalled(id)
  const fresh = shown
    ? valuesOf(wanted(shown, isPerson), book.value.people.get(id)?.version ?? null)
    : newPerson
  const values = form.typed.value ?? fresh
  const cancel = () => {
    form.clear()
    close()
  }

  const send = async (): Promise<Problems | null> => {
    const read = readPerson(values, shown === undefined)
    if ('problems' in read) return read.problems
    const person = shown ? { person: id } : {}
    const saved = await save({ kind: 'person.put', ...person, ...read.person, saw: values.saw })
    if ('refused' in saved) {
      const current = book.value.people.get(id)
      if (saved.refused.code !== 'person.stale' || !current) {
        return { [fieldOf(saved.refused)]: inWords(saved.refused) }
      }
      // What stands there now is told, so that saving once more is a decision and no accident.
      form.type({ ...values, saw: current.version })
      return { form: text.people.stale(inBrief(personFields(current))) }
    }
    cancel()
    notify({ text: text.people.saved(calledBy(read.person)) })
    return null
  }
  const submission = useSubmission(send)
  const problems = submission.problems.value
  const change = (patch: Partial<PersonValues>) => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    const mended = Object.keys(patch).map((field) => [field, undefined])
    submission.problems.value = { ...problems, ...Object.fromEntries(mended), form: undefined }
  }

  // Not there, or not yet: only somebody new may be unknown.
  if (form.typed.value === undefined || (id !== 'new' && !shown)) return null
  const target = readTarget(values.target)
  const others = people.value
    .filter(({ row }) => row.id !== id && (row.active || [values.manager, values.deputy].includes(row.id)))
    .map(({ row }) => ({ value: row.id, label: personName(row) }))
  // Who has the right to approve is decided elsewhere; those who do it already are the likeliest to have it.
  const groups = [
    { label: text.people.approving, options: others.filter(({ value }) => approving.value.has(value)) },
    { label: text.people.others, options: others.filter(({ value }) => !approving.value.has(value)) },
  ]
  return (
    <>
      <ManagedDialog
        title={shown ? text.people.edit : text.people.new}
        isTyped={form.typed.value !== null}
        card={shown?.card}
        submission={submission}
        onClose={close}
        onCancel={cancel}
        beside={
          shown?.row.linked && (
            <button class="button" type="button" onClick={() => (moving.value = true)}>
              {text.people.move}
            </button>
          )
        }
      >
        <TextField
          id="person-name"
          label={text.people.name}
          value={values.name}
          problem={problems['name']}
          onValue={(name) => change({ name })}
        />
        <TextField
          id="person-email"
          kind="email"
          label={text.people.email}
          hint={shown?.row.linked ? undefined : text.people.emailHint}
          value={values.email}
          problem={problems['email']}
          onValue={(email) => change({ email })}
        />
        <div class="field-pair">
          <TextField
            id="person-from"
            kind="day"
            label={text.people.firstDay}
            value={values.from}
            problem={problems['from']}
            onValue={(from) => change({ from })}
          />
          <TextField
            id="person-until"
            kind="day"
            label={text.people.lastDay}
            aside={text.form.optional}
            value={values.until}
            problem={problems['until']}
            onValue={(until) => change({ until })}
          />
        </div>
        <p class="field-hint">{text.people.daysHint}</p>
        <TextField
          id="person-target"
          kind="hours"
          label={text.people.weekly}
          aside={
            'minutes' in target && target.minutes !== null
              ? text.people.reading(writeDuration(target.minutes))
              : text.form.optional
          }
          value={values.target}
          problem={problems['target']}
          onValue={(typed) => change({ target: typed })}
          placeholder={text.people.weeklyHint}
        />
        <div class="field-pair">
          <ChoiceField
            id="person-manager"
            label={text.people.manager}
            value={values.manager}
            options={[{ value: '', label: text.people.anybody }]}
            groups={groups}
            problem={problems['manager']}
            onValue={(manager) => change({ manager })}
          />
          <ChoiceField
            id="person-deputy"
            label={text.people.deputy}
            value={values.deputy}
            options={[{ value: '', label: text.people.nobody }]}
            groups={groups}
            problem={problems['deputy']}
            onValue={(deputy) => change({ deputy })}
          />
        </div>
        <div class="field">
          <label class="tick">
            <input
              type="checkbox"
              aria-describedby="person-active-hint"
              checked={values.active}
              onChange={(event) => change({ active: event.currentTarget.checked })}
            />
            {text.people.active}
          </label>
          <p class="field-hint" id="person-active-hint">
            {text.people.activeHint}
          </p>
        </div>
      </ManagedDialog>
      {moving.value && shown && (
        <MoveDialog person={shown.row} onClose={() => (moving.value = false)} onMoved={close} />
      )}
    </>
  )
}
