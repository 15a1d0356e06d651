// Giving the sign-in of one person to another, with what that means said before it is done, and what is left to do after.
import { useSignal } from '@preact/signals'
import type { Person } from '#domain/person.ts'
import { text } from '../messages.ts'
import { me } from '../state/copy.ts'
import { notify } from '../state/notice.ts'
import { deactivate, namesakesOf, people } from '../state/people.ts'
import { save } from '../state/save.ts'
import { ChoiceField } from './choice-field.tsx'
import { Dependents } from './dependents.tsx'
import { Dialog } from './dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { inWords } from './in-words.ts'
import { nameApart, personName } from './names.ts'
import { type Problems, useSubmission } from './submission.ts'

interface Props {
  person: Person
  onClose: () => void
  /** What the person's form showed is true no longer. */
  onMoved: () => void
}

export function MoveDialog({ person, onClose, onMoved }: Props) {
  const isMoved = useSignal(false)
  return (
    <Dialog
      key={String(isMoved.value)}
      title={isMoved.value ? text.people.emptiedTitle : text.people.moveTitle(personName(person))}
      onClose={isMoved.value ? onMoved : onClose}
    >
      {isMoved.value ? (
        <Emptied person={person} onDone={onMoved} />
      ) : (
        <Move person={person} onClose={onClose} onMoved={() => (isMoved.value = true)} />
      )}
    </Dialog>
  )
}

function Move({ person, onClose, onMoved }: Props) {
  // Nobody moves a sign-in to themselves, and one whose making was refused is nowhere yet.
  const others = people.value
    .filter(({ row, standing }) => ![person.id, me.value].includes(row.id) && standing !== 'attention')
    .map(({ row }) => row)
  const to = useSignal(likeliest(person, others))
  const chosen = others.find(({ id }) => id === to.value)

  const send = async (): Promise<Problems<'to'> | null> => {
    if (!chosen) return { to: text.people.moveChoose }
    const wanted = { kind: 'identity.move', person: person.id, to: chosen.id, saw: person.version } as const
    const saved = await save(wanted)
    if ('refused' in saved) return { form: inWords(saved.refused) }
    notify({ text: text.people.moved(...apart(person, chosen)) })
    onMoved()
    return null
  }
  const { problems, element, submit, mend } = useSubmission<'to'>(send)
  return (
    <form ref={element} class="dialog-form" noValidate onSubmit={submit}>
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
            ...others.map((row) => ({ value: row.id, label: nameApart(row) })),
          ]}
          problem={problems.value.to}
          onValue={(value) => {
            to.value = value
            mend('to')
          }}
        />
      )}
      <output>{chosen && text.people.moveThen(...apart(person, chosen))}</output>
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
  )
}

/** Nobody signs in as this person any more: as long as they are active, their weeks are expected and missed. */
function Emptied({ person, onDone }: { person: Person; onDone: () => void }) {
  const name = personName(person)
  const { problems, element, submit } = useSubmission(async () => {
    const saved = await deactivate(person.id)
    if ('refused' in saved) return { form: inWords(saved.refused) }
    notify({ text: text.people.saved(name) })
    onDone()
    return null
  })
  return (
    <form ref={element} class="dialog-form" onSubmit={submit}>
      <p>{text.people.emptied(name)}</p>
      <Dependents id={person.id} />
      <FormProblem problem={problems.value.form} />
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onDone}>
          {text.people.emptiedKeep}
        </button>
        <button class="button button-primary" type="submit">
          {text.people.deactivate}
        </button>
      </div>
    </form>
  )
}

/** Who was made ahead under the same name, where there is one: that is when a sign-in is moved most. */
function likeliest(person: Person, others: readonly Person[]): string {
  const [first, second] = namesakesOf(person).filter(
    ({ id, linked }) => !linked && others.some((other) => other.id === id),
  )
  return first && !second ? first.id : ''
}

/** Both names, or what else tells them apart. */
const apart = (one: Person, other: Person): [string, string] =>
  personName(one) === personName(other)
    ? [nameApart(one), nameApart(other)]
    : [personName(one), personName(other)]
