// A field to choose one of several, by the device's own means.
import { asInvalid, Field } from './field.tsx'

interface Props {
  id: string
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  problem: string | undefined
  onValue: (value: string) => void
}

export const ChoiceField = ({ id, label, value, options, problem, onValue }: Props) => (
  <Field id={id} label={label} problem={problem}>
    <select
      id={id}
      class="input select"
      {...asInvalid(id, problem)}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)
