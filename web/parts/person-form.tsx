// The form of a person, made ahead of their first sign-in or known already; it waits for delivery like everything else.
import { useSignal } from '@preact/signals'
import type { Refusal } from '#domain/problem.ts'
import { text } from '../messages.ts'
import { closeOver } from '../state/address.ts'
import { book, me } from '../state/copy.ts'
import { formsOf } from '../state/form.ts'
import { wanted } from '../state/managed.ts'
import { notify } from '../state/notice.ts'
import {
  calledBy,
  isPerson,
  isUnconfirmed,
  type ManagedPerson,
  namesakesOf,
  personCalled,
} from '../state/people.ts'
import { save } from '../state/save.ts'
import { inBrief, personFields } from './both.tsx'
import { inWords } from './in-words.ts'
import { ManagedDialog } from './managed-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { nameApart } from './names.ts'
import { PersonFields } from './person-fields.tsx'
import {
  fieldOf,
  newPerson,
  type PersonFieldName,
  type PersonProblems,
  PersonValues,
  readPerson,
  valuesOf,
} from './person-input.ts'
import { useSubmission } from './submission.ts'

const formCalled = formsOf(PersonValues)
const close = () => closeOver('person')

/** Somebody new has the id `new` until they are saved. */
export function PersonForm({ id }: { id: string }) {
  const shown = personCalled(id)
  const { form, values, submission, change, cancel } = usePersonForm(id, shown)
  const moving = useSignal(false)
  // Not there, or not yet: only somebody new may be unknown.
  if (form.typed.value === undefined || (id !== 'new' && !shown)) return null
  const isLinked = shown?.row.linked ?? false
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
          // Nobody moves their own.
          isLinked &&
          id !== me.value && (
            <>
              {shown && isUnconfirmed(shown.row) && (
                <p class="field-hint">
                  {text.people.unconfirmedMore(namesakesOf(shown.row).map(nameApart).join(' / '))}
                </p>
              )}
              <button class="button" type="button" onClick={() => (moving.value = true)}>
                {text.people.move}
              </button>
            </>
          )
        }
      >
        <PersonFields
          id={id}
          values={values}
          isLinked={isLinked}
          problems={submission.problems.value}
          onValue={change}
        />
      </ManagedDialog>
      {moving.value && shown && (
        <MoveDialog person={shown.row} onClose={() => (moving.value = false)} onMoved={close} />
      )}
    </>
  )
}

/** What is typed about a person, and what becomes of it. */
function usePersonForm(id: string, shown: ManagedPerson | undefined) {
  const form = formCalled(`person:${id}`)
  const fresh = freshOf(shown)
  const values = form.typed.value ?? fresh
  const cancel = () => {
    form.clear()
    close()
  }
  const problemsOf = (refused: Refusal): PersonProblems => {
    const current = book.value.people.get(id)
    if (refused.code !== 'person.stale' || !current) return { [fieldOf(refused)]: inWords(refused) }
    // What stands there now is told, so that saving once more is a decision and no accident.
    form.type({ ...values, saw: current.version })
    return { form: text.people.stale(inBrief(personFields(current))) }
  }
  const submission = useSubmission<PersonFieldName>(async () => {
    const read = readPerson(values, shown === undefined)
    if ('problems' in read) return read.problems
    const person = shown ? { person: id } : {}
    const saved = await save({ kind: 'person.put', ...person, ...read.person, saw: values.saw })
    if ('refused' in saved) return problemsOf(saved.refused)
    cancel()
    notify({ text: text.people.saved(calledBy(read.person)) })
    return null
  })
  const change = (patch: Partial<PersonValues>, field: PersonFieldName = 'form') => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    submission.mend(field)
  }
  return { form, values, submission, change, cancel }
}

/** What the form holds as long as nothing was typed: what is wanted of somebody known already. */
function freshOf(shown: ManagedPerson | undefined): PersonValues {
  if (!shown) return newPerson
  return valuesOf(wanted(shown, isPerson), book.value.people.get(shown.row.id)?.version ?? null)
}
