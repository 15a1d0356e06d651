// Which day: today as a rule, yesterday often, any other by the browser's own calendar.
import * as v from 'valibot'
import { addDays, firstDate, lastDate, WorkDate } from '#domain/calendar.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import { asInvalid, Field } from './field.tsx'

interface Props {
  id: string
  value: string
  today: string
  problem: string | undefined
  onValue: (value: string) => void
}

export function DateField({ id, value, today, problem, onValue }: Props) {
  const days = [
    { date: today, label: text.form.today },
    { date: addDays(today, -1), label: text.form.yesterday },
  ]
  return (
    <Field
      id={id}
      label={text.form.date}
      problem={problem}
      aside={v.is(WorkDate, value) ? longDay(value) : ''}
    >
      <div class="days">
        {days.map(({ date, label }) => (
          <button
            key={label}
            type="button"
            class="chip"
            aria-pressed={value === date}
            onClick={() => onValue(date)}
          >
            {label}
          </button>
        ))}
        <input
          id={id}
          class="input figure"
          type="date"
          min={firstDate}
          max={lastDate}
          required
          {...asInvalid(id, problem)}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      </div>
    </Field>
  )
}
