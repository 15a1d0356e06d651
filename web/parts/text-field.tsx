// A field for a line of text or a day, with a hint beneath where one helps.
import { firstDate, lastDate } from '#domain/calendar.ts'
import { legibleLine } from '#domain/text.ts'
import { asInvalid, Field } from './field.tsx'

const kinds = {
  text: { type: 'text' },
  email: { type: 'email', inputmode: 'email', spellcheck: false },
  /** Its value is a date of the calendar, or '' */
  day: { type: 'date', min: firstDate, max: lastDate },
  /** Hours, which phones write with the letters' keys: those for numbers have no colon. */
  hours: { type: 'text', spellcheck: false },
} as const

interface Props {
  id: string
  kind?: keyof typeof kinds
  label: string
  value: string
  problem: string | undefined
  onValue: (value: string) => void
  aside?: string | undefined
  hint?: string | undefined
  placeholder?: string
}

export function TextField(props: Props) {
  const { id, kind = 'text', label, value, problem, onValue, aside, hint, placeholder = '' } = props
  const hintId = `${id}-hint`
  const invalid = asInvalid(id, problem)
  const described = [invalid['aria-describedby'], hint && hintId].filter(Boolean).join(' ')
  return (
    <Field id={id} label={label} aside={aside} problem={problem}>
      <input
        id={id}
        {...kinds[kind]}
        class="input figure"
        autocomplete="off"
        placeholder={placeholder}
        {...invalid}
        {...(described ? { 'aria-describedby': described } : {})}
        value={value}
        onInput={(event) => onValue(legibleLine(event.currentTarget.value))}
      />
      {hint && (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </Field>
  )
}
