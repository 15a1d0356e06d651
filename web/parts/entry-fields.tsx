// The fields of an entry: project, day, length and note.
import { todayHere } from '../state/clock.ts'
import type { Values } from '../state/form.ts'
import type { WallClock } from '../state/timing.ts'
import { DateField } from './date-field.tsx'
import type { FieldName, FieldProblems } from './entry-input.ts'
import { LengthFields } from './length-fields.tsx'
import { NoteField } from './note-field.tsx'
import { ProjectChoice } from './project-choice.tsx'

interface Props {
  /** Tells the ids of two forms apart. */
  name: string
  values: Values
  /** Whether the values were typed; else they are those the form began with. */
  isTyped: boolean
  /** The entry that is edited; undefined for a new one. */
  entry: string | undefined
  wallClock: WallClock
  /** These are the hours of the timer that runs. */
  isTimers: boolean
  problems: FieldProblems
  /** `field`: where the person typed or chose. */
  onValue: (patch: Partial<Values>, field: FieldName) => void
}

export const EntryFields = ({
  name,
  values,
  isTyped,
  entry,
  isTimers,
  problems,
  onValue,
  ...rest
}: Props) => (
  <>
    <ProjectChoice
      id={`${name}-project`}
      values={values}
      isTyped={isTyped}
      hasRecent={entry === undefined && !isTimers}
      problem={problems.project}
      onValue={onValue}
    />
    <DateField
      id={`${name}-date`}
      value={values.date}
      today={todayHere.value}
      problem={problems.date}
      onValue={(date) => onValue({ date }, 'date')}
    />
    <LengthFields
      id={name}
      values={values}
      wallClock={rest.wallClock}
      entry={entry}
      isTimers={isTimers}
      problems={problems}
      onValue={onValue}
    />
    <NoteField
      id={`${name}-note`}
      value={values.note}
      problem={problems.note}
      onValue={(note) => onValue({ note }, 'note')}
    />
  </>
)
