// What was done, in the person's own words; may stay empty.
import { legible, noteLength } from '#domain/text.ts'
import { text } from '../messages.ts'
import { asInvalid, Field } from './field.tsx'

/** From here on the field says how much is left. */
const near = 100

interface Props {
  id: string
  value: string
  problem: string | undefined
  onValue: (value: string) => void
}

export function NoteField({ id, value, problem, onValue }: Props) {
  const left = noteLength - value.length
  const aside = left <= near ? text.form.noteLeft(left) : text.form.optional
  return (
    <Field id={id} label={text.form.note} aside={aside} problem={problem}>
      <textarea
        id={id}
        class="input note"
        rows={2}
        {...asInvalid(id, problem)}
        value={value}
        onInput={(event) => onValue(legible(event.currentTarget.value))}
      />
    </Field>
  )
}
