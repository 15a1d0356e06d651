// A field to choose one of several, by the device's own means.
import { asInvalid, Field } from './field.tsx'

export interface Choice {
  value: string
  label: string
}

interface Props {
  id: string
  label: string
  value: string
  options: readonly Choice[]
  /** Further ones, under headings of their own. */
  groups?: readonly { label: string; options: readonly Choice[] }[]
  problem: string | undefined
  onValue: (value: string) => void
}

export const ChoiceField = ({ id, label, value, options, groups, problem, onValue }: Props) => (
  <Field id={id} label={label} problem={problem}>
    <select
      id={id}
      class="input select"
      {...asInvalid(id, problem)}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      <Options options={options} value={value} />
      {groups
        ?.filter((group) => group.options.length > 0)
        .map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} value={value} />
          </optgroup>
        ))}
    </select>
  </Field>
)

const Options = ({ options, value }: Pick<Props, 'options' | 'value'>) =>
  options.map((option) => (
    <option key={option.value} value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  ))
