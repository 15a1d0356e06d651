// The fields of a person: who it is, from when to when, how long a week, and who approves.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { approving, people } from '../state/people.ts'
import { readTarget } from '../state/target.ts'
import { ChoiceField } from './choice-field.tsx'
import { Dependents } from './dependents.tsx'
import { personName } from './names.ts'
import type { PersonFieldName, PersonProblems, PersonValues } from './person-input.ts'
import { TextField } from './text-field.tsx'

interface Props {
  /** The person's id; `new` for somebody new. */
  id: string
  values: PersonValues
  /** Whether a sign-in leads to the person already. */
  isLinked: boolean
  problems: PersonProblems
  /** `field`: where the person typed or chose. */
  onValue: (patch: Partial<PersonValues>, field?: PersonFieldName) => void
}

export function PersonFields(props: Props) {
  const field = fieldsOf(props)
  return (
    <>
      <TextField
        {...field('name')}
        label={text.people.name}
        hint={props.isLinked ? text.people.nameHint : undefined}
      />
      <TextField
        {...field('email')}
        kind="email"
        label={text.people.email}
        hint={props.isLinked ? undefined : text.people.emailHint}
      />
      <div class="field-pair">
        <TextField {...field('from')} kind="day" label={text.people.firstDay} aside={text.form.optional} />
        <TextField {...field('until')} kind="day" label={text.people.lastDay} aside={text.form.optional} />
      </div>
      <p class="field-hint">{text.people.daysHint}</p>
      <TextField
        {...field('target')}
        kind="hours"
        label={text.people.weekly}
        aside={targetInWords(props.values.target)}
        placeholder={text.people.weeklyHint}
      />
      <Approvers {...props} />
      <Active {...props} />
    </>
  )
}

type Typed = Exclude<PersonFieldName, 'form'>

/** What each field that is typed into or chosen in is made of. */
const fieldsOf =
  ({ values, problems, onValue }: Props) =>
  (name: Typed) => ({
    id: `person-${name}`,
    value: values[name],
    problem: problems[name],
    onValue: (typed: string) => onValue({ [name]: typed }, name),
  })

/** What is taken for the weekly target, said while it is typed. */
function targetInWords(typed: string): string {
  const target = readTarget(typed)
  return 'minutes' in target && target.minutes !== null
    ? text.people.reading(writeDuration(target.minutes))
    : text.form.optional
}

function Approvers(props: Props) {
  const { id, values } = props
  const field = fieldsOf(props)
  const others = people.value
    .filter(({ row }) => row.id !== id && (row.active || [values.manager, values.deputy].includes(row.id)))
    .map(({ row }) => ({ value: row.id, label: personName(row) }))
  // Who has the right to approve is decided elsewhere; those who do it already are the likeliest to have it.
  const groups = [
    { label: text.people.approving, options: others.filter(({ value }) => approving.value.has(value)) },
    { label: text.people.others, options: others.filter(({ value }) => !approving.value.has(value)) },
  ]
  return (
    <div class="field-pair">
      <ChoiceField
        {...field('manager')}
        label={text.people.manager}
        options={[{ value: '', label: text.people.anybody }]}
        groups={groups}
      />
      <ChoiceField
        {...field('deputy')}
        label={text.people.deputy}
        options={[{ value: '', label: text.people.nobody }]}
        groups={groups}
      />
    </div>
  )
}

const Active = ({ id, values, onValue }: Props) => (
  <div class="field">
    <label class="tick">
      <input
        type="checkbox"
        aria-describedby="person-active-hint"
        checked={values.active}
        onChange={(event) => onValue({ active: event.currentTarget.checked })}
      />
      {text.people.active}
    </label>
    <p class="field-hint" id="person-active-hint">
      {text.people.activeHint}
    </p>
    <output>{!values.active && <Dependents id={id} />}</output>
  </div>
)
