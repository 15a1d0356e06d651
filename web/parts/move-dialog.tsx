// Giving the sign-in of one person to another, with what that means said before it is done.
import { useSignal } from '@preact/signals'
import type { Person } from '#domain/person.ts'
import { text } from '../messages.ts'
import { notify } from '../state/notice.ts'
import { nameOf, people } from '../state/people.ts'
import { save } from '../state/save.ts'
import { ChoiceField } from './choice-field.tsx'
import { Dialog } from './dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { inWords } from './in-words.ts'
import { personName } from './names.ts'
import { type Problems, useSubmission } from './submission.ts'

interface Props {
  person: Person
  onClose: () => void
  /** What the person's form showed is true no longer. */
  onMoved: () => void
}

export function MoveDialog({ person, onClose, onMoved }: Props) {
  const to = useSignal('')
  const name = personName(person)
  const others = people.value.filter(({ row, standing }) => row.id !== person.id && standing !== 'attention')

  const send = async (): Promise<Problems<'to'> | null> => {
    if (to.value === '') return { to: text.people.moveChoose }
    const saved = await save({
      kind: 'identity.move',
      person: person.id,
      to: to.value,
      saw: person.version,
    })
    if ('refused' in saved) return { form: inWords(saved.refused) }
    onMoved()
    notify({ text: text.people.moved(name, nameOf(to.value)) })
    return null
  }
  const { problems, element, submit } = useSubmission(send)
  return (
    <Dialog title={text.people.moveTitle(name)} onClose={onClose}>
      <form ref={element} class="managed-form" noValidate onSubmit={submit}>
        <p>{text.people.moveWhat}</p>
        <ul class="lost">
          {text.people.movePoints.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        {others.length === 0 ? (
          <p class="reason">{text.people.moveNone}</p>
        ) : (
          <ChoiceField
            id="move-to"
            label={text.people.moveTo}
            value={to.value}
            options={[
              { value: '', label: text.people.moveChoose },
              ...others.map(({ row }) => ({ value: row.id, label: called(row) })),
            ]}
            problem={problems.value.to}
            onValue={(chosen) => {
              to.value = chosen
              problems.value = {}
            }}
          />
        )}
        <output>{to.value !== '' && text.people.moveThen(name, nameOf(to.value))}</output>
        <FormProblem problem={problems.value.form} />
        <div class="dialog-actions">
          <button class="button" type="button" onClick={onClose}>
            {text.cancel}
          </button>
          {others.length > 0 && (
            <button class="button button-danger" type="submit">
              {text.people.moveDo}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

/** Two of one name are told apart by their addresses: that is when a sign-in is moved most. */
const called = (row: Person) => [personName(row), row.name && row.email].filter(Boolean).join(', ')
