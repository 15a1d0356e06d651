// How long, said in one of two ways: by duration, or from when to when.
import * as v from 'valibot'
import { WorkDate } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { rememberBy, type Values } from '../state/form.ts'
import type { WallClock } from '../state/timing.ts'
import { DurationField } from './duration-field.tsx'
import type { FieldProblems } from './entry-input.ts'
import { problemId } from './field.tsx'
import { TimeFields } from './time-fields.tsx'
import { readTimes, type TimesReading } from './time-input.ts'
import { OverlapWarning, overlapWith } from './time-overlap.tsx'

interface Props {
  /** Tells the ids of two forms apart. */
  id: string
  values: Values
  wallClock: WallClock
  entry: string | undefined
  /** The times are the timer's own: there is no other way to say them. */
  isTimers: boolean
  problems: FieldProblems
  onValue: (patch: Partial<Values>, field: keyof FieldProblems) => void
}

export function LengthFields({ id, values, wallClock, entry, isTimers, problems, onValue }: Props) {
  const overlapId = `${id}-overlap`
  const isByTimes = values.by === 'times'
  const reading: TimesReading =
    isByTimes && v.is(WorkDate, values.date) ? readTimes(values, wallClock) : { questions: [], problems: {} }
  const overlap = reading.span ? overlapWith(reading.span, entry, isTimers) : null
  const change = (by: Values['by']) => {
    rememberBy(by)
    // What was said one way is not to be said again the other way.
    const said = by === 'duration' && reading.span ? { duration: writeDuration(reading.span.minutes) } : {}
    onValue({ by, ...said }, 'duration')
  }
  return (
    <div class="length">
      {!isTimers && (
        <div class="by" role="group" aria-label={text.form.by}>
          {(['duration', 'times'] as const).map((by) => (
            <button
              key={by}
              class="chip"
              type="button"
              aria-pressed={values.by === by}
              onClick={() => change(by)}
            >
              {by === 'duration' ? text.form.byDuration : text.form.byTimes}
            </button>
          ))}
        </div>
      )}
      {isByTimes ? (
        <TimeFields
          id={id}
          values={values}
          reading={reading}
          overlapId={overlap ? overlapId : null}
          wallClock={wallClock}
          problems={problems}
          onValue={onValue}
        />
      ) : (
        <DurationField
          id={`${id}-duration`}
          value={values.duration}
          problem={problems.duration}
          onValue={(duration) => onValue({ duration }, 'duration')}
        />
      )}
      {reading.span && overlap && (
        <OverlapWarning
          id={problemId(overlapId)}
          span={reading.span}
          overlap={overlap}
          wallClock={wallClock}
          onCut={(patch) => onValue(patch, 'duration')}
        />
      )}
    </div>
  )
}
