// From when to when: both times typed as people do, with what they are taken for beside them, and a question where the
// clock shows one of them twice.
import { weekday } from '../dates.ts'
import { writeDuration } from '#domain/duration.ts'
import { momentAt, readTime, timeIn } from '#domain/moment.ts'
import { addDays } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { dayIn, now } from '../state/clock.ts'
import type { Values } from '../state/form.ts'
import type { WallClock } from '../state/timing.ts'
import type { FieldProblems } from './entry-input.ts'
import { asInvalid, Field, problemId } from './field.tsx'
import { endTime, laterDay, type Question, type TimeField, type TimesReading } from './time-input.ts'

interface Props {
  id: string
  values: Values
  reading: TimesReading
  /** Where an overlap is said, if there is one. */
  overlapId: string | null
  wallClock: WallClock
  problems: FieldProblems
  onValue: (patch: Partial<Values>, field: keyof FieldProblems) => void
}

export function TimeFields({ id, values, reading, overlapId, wallClock, problems, onValue }: Props) {
  const asks = (field: TimeField) => reading.questions.some((question) => question.field === field)
  // An overlap is said below, with what can be done about it; here only where it cannot be seen there.
  const problem = problems.duration ?? (overlapId ? undefined : problems.overlap)
  return (
    <div class="times">
      <div class="times-pair">
        {(['from', 'to'] as const).map((field) => (
          <TimeInput
            key={field}
            id={`${id}-${field}`}
            whole={problem ? { id: `${id}-times`, problem } : { id: overlapId, problem: problems.overlap }}
            which={asks(field) ? `${id}-${field}-which` : null}
            field={field}
            values={values}
            wallClock={wallClock}
            problems={problems}
            onValue={(value) => onValue({ [field]: value }, field)}
          />
        ))}
      </div>
      <div class="times-foot">
        <output class="reading figure">
          <Reading reading={reading} isSaid={Boolean(problems.from ?? problems.to ?? problem)} />
        </output>
        {wallClock.zone && <span class="quiet">{zoneInWords(wallClock.zone)}</span>}
      </div>
      {problem && (
        <p class="field-problem" id={problemId(`${id}-times`)}>
          {problem}
        </p>
      )}
      {reading.questions.map((question) => (
        <Which
          key={question.field}
          id={problemId(`${id}-${question.field}-which`)}
          question={question}
          chosen={question.field === 'from' ? values.start : values.end}
          onChoose={(moment) =>
            onValue(question.field === 'from' ? { start: moment } : { end: moment }, question.field)
          }
        />
      ))}
    </div>
  )
}

interface InputProps extends Pick<Props, 'id' | 'values' | 'wallClock' | 'problems'> {
  /** What is wrong with both fields together, and where that is said. */
  whole: { id: string | null; problem: string | undefined }
  /** Where it is asked which of two moments is meant: said there, and not here as well. */
  which: string | null
  field: TimeField
  onValue: (value: string) => void
}

function TimeInput({ id, whole, which, field, values, wallClock, problems, onValue }: InputProps) {
  const value = values[field]
  const problem = problems[field]
  const read = readTime(value)
  const said = 'time' in read && read.time !== value.trim() ? text.form.reading(read.time) : ''
  const wall = timeIn(momentAt(now.value, wallClock.zone, wallClock.offset))
  return (
    <Field id={id} label={text.form[field]} problem={which ? undefined : problem} aside={said}>
      <div class="time">
        <input
          id={id}
          class="input time-input"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
          placeholder={field === 'from' ? text.form.fromHint : text.form.toHint}
          {...(problem ? asInvalid(which ?? id, problem) : described(whole))}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {isRecent(values.date, wallClock) && value === '' && (
          <button
            class="time-now"
            type="button"
            aria-label={`${text.form[field]}: ${text.form.now}, ${wall}`}
            onClick={() => onValue(wall)}
          >
            {text.form.now}
          </button>
        )}
      </div>
    </Field>
  )
}

/** Warned of as soon as it is typed, wrong only when it was not accepted. */
const described = ({ id, problem }: InputProps['whole']) =>
  id === null
    ? {}
    : { 'aria-describedby': problemId(id), ...(problem && ({ 'aria-invalid': 'true' } as const)) }

/** By whose clock, in a word: that of the city the zone is named after. */
function zoneInWords(zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return zone.includes('/') ? text.form.zone(city) : city
}

/** Whether work of this day can begin or end now. */
function isRecent(date: string, { zone }: WallClock): boolean {
  const today = dayIn(now.value, zone)
  return date === today || date === addDays(today, -1)
}

/** What the times come to, said while they are typed. */
function Reading({ reading: { span, problems }, isSaid }: { reading: TimesReading; isSaid: boolean }) {
  if (span) {
    const { start, end, minutes } = span
    const later = laterDay(start, end)
    const isMidnight = endTime(start, end) === '24:00'
    return (
      <>
        <strong>{text.form.reading(writeDuration(minutes))}</strong>
        {later && `, ${text.form.endsOn(weekday(later))}`}
        {isMidnight && `, ${text.form.endsAtMidnight}`}
      </>
    )
  }
  if (isSaid) return null
  // What is not typed yet or half typed is not wrong yet.
  const wrong = [problems.from, problems.to].find((problem) => problem === 'time.missing') ?? problems.span
  return wrong ? <>{text.fieldProblem.time[wrong]}</> : null
}

interface WhichProps {
  id: string
  question: Question
  chosen: string
  onChoose: (moment: string) => void
}

function Which({ id, question: { moments }, chosen, onChoose }: WhichProps) {
  const [first = ''] = moments
  const words = [text.form.before, text.form.after]
  return (
    <fieldset class="which">
      <legend id={id}>{text.form.which(timeIn(first))}</legend>
      <div class="choices">
        {moments.map((moment, index) => (
          <button
            key={moment}
            class="chip"
            type="button"
            aria-pressed={moment === chosen}
            onClick={() => onChoose(moment)}
          >
            {words[index]?.(timeIn(moment), `UTC${moment.slice(16)}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
