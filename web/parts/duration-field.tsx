// How long: typed in any of the usual ways with its reading beside it, or a tap on a usual length.
import { useRef } from 'preact/hooks'
import { readDuration, writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { readingsOf } from './duration-readings.ts'
import { asInvalid, Field, problemId } from './field.tsx'

const quick = [15, 30, 60, 120, 240, 480]

interface Props {
  id: string
  value: string
  problem: string | undefined
  onValue: (value: string) => void
}

export function DurationField({ id, value, problem, onValue }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const meanings = problem ? readingsOf(value) : []
  const insertColon = () => {
    const field = input.current
    if (!field) return
    field.setRangeText(':', field.selectionStart ?? value.length, field.selectionEnd ?? value.length, 'end')
    field.focus()
    onValue(field.value)
  }
  const meaningId = `${id}-meaning`
  const choose = (minutes: number) => {
    onValue(writeDuration(minutes))
    // The button that was pressed goes with the question.
    input.current?.focus()
  }
  return (
    <Field
      id={id}
      label={text.form.duration}
      problem={meanings.length > 0 ? undefined : problem}
      aside={meanings.length === 0 && <Reading value={value} />}
    >
      <div class="duration">
        <input
          ref={input}
          id={id}
          class="input duration-input"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck={false}
          placeholder={text.form.howTo}
          {...(meanings.length > 0 ? asInvalid(meaningId, problem) : asInvalid(id, problem))}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {/* The keypads of phones with digits have a comma or a point, and no colon. */}
        <button
          class="colon"
          type="button"
          aria-label={text.form.colon}
          onPointerDown={(event) => event.preventDefault()}
          onClick={insertColon}
        >
          :
        </button>
      </div>
      {meanings.length > 0 && (
        <Meanings id={meaningId} typed={value.trim()} meanings={meanings} onChoose={choose} />
      )}
      <QuickLengths value={value} onChoose={(minutes) => onValue(writeDuration(minutes))} />
    </Field>
  )
}

function QuickLengths({ value, onChoose }: { value: string; onChoose: (minutes: number) => void }) {
  const reading = readDuration(value)
  return (
    <div class="quick" role="group" aria-label={text.form.quick}>
      {quick.map((minutes) => (
        <button
          key={minutes}
          type="button"
          class="chip figure"
          aria-pressed={'minutes' in reading && reading.minutes === minutes}
          onClick={() => onChoose(minutes)}
        >
          {writeDuration(minutes)}
        </button>
      ))}
    </div>
  )
}

interface MeaningsProps {
  id: string
  typed: string
  meanings: readonly number[]
  onChoose: (minutes: number) => void
}

/** What was typed can mean two things: a tap says which. */
const Meanings = ({ id, typed, meanings, onChoose }: MeaningsProps) => (
  <>
    <p class="field-problem" id={problemId(id)}>
      {/^\d+$/.test(typed) ? text.form.ambiguousHours(typed) : text.form.ambiguousMinutes(typed)}
    </p>
    <div class="choices">
      {meanings.map((minutes) => (
        <button key={minutes} class="chip figure" type="button" onClick={() => onChoose(minutes)}>
          {writeDuration(minutes)}
        </button>
      ))}
    </div>
  </>
)

/** What the text is taken for, said while it is typed. */
function Reading({ value }: { value: string }) {
  const reading = readDuration(value)
  return (
    <output class="reading figure">
      {'minutes' in reading && <strong>{text.form.reading(writeDuration(reading.minutes))}</strong>}
      {'problem' in reading && reading.problem === 'duration.ambiguous' && text.form.ambiguous}
    </output>
  )
}
