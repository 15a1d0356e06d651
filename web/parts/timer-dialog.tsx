// What is asked before a timer's hours are kept: it was too short, too long, the clock was set, or the rules say no. The
// timer runs on until it is answered.
import { writeDuration } from '#domain/duration.ts'
import { dateIn, offsetOf, timeIn } from '#domain/moment.ts'
import { text } from '../messages.ts'
import type { RunningTimer } from '../data/stored.ts'
import { blank, formCalled, type Values } from '../state/form.ts'
import { type Asking, asking, isKeepable, timer } from '../state/timer.ts'
import { Dialog } from './dialog.tsx'
import { EntryForm } from './entry-form.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'
import { SaveButton } from './save-button.tsx'
import { timesOf } from './time-input.ts'
import { discard, keepAfterWithdrawal, keepEverything, typedAndSaved } from './timer-actions.ts'

export function TimerDialog() {
  const running = timer.value
  const asked = asking.value
  return running && asked ? <Ask key={asked.why} running={running} asked={asked} /> : null
}

function Ask({ running, asked }: { running: RunningTimer; asked: Asking }) {
  const { why, stretch } = asked
  const name = projectName(running.project)
  const words = text.timer.ask
  const reason = {
    short: words.short.text(name),
    long: words.long.text(writeDuration(stretch.minutes), name),
    backwards: words.backwards.text(timeIn(stretch.start), timeIn(stretch.end)),
    refused: words.refused.text,
    typed: words.typed.text,
  }
  const runOn = () => {
    formCalled(formOf(running)).clear()
    asking.value = null
  }
  return (
    <Dialog title={words[why].title} onClose={runOn}>
      {asked.refusal && !saidByForm.has(asked.refusal.code) && (
        <p class="reason">
          <Icon name="attention" />
          <span>{inWords(asked.refusal)}</span>
        </p>
      )}
      <p class="timer-reason">{reason[why]}</p>
      {why === 'long' && isKeepable.value && (
        <p class="timer-keep">
          <button class="button" type="button" onClick={keepEverything}>
            {text.timer.keep(writeDuration(stretch.minutes))}
          </button>
        </p>
      )}
      {why === 'short' ? (
        <div class="dialog-actions timer-answers">
          <Discard running={running} />
          <button class="button" type="button" onClick={() => (asking.value = { ...asked, why: 'typed' })}>
            {text.timer.type}
          </button>
          <button class="button button-primary" type="button" onClick={runOn}>
            {text.timer.goOn}
          </button>
        </div>
      ) : (
        <Correction running={running} asked={asked} onRunOn={runOn} />
      )}
    </Dialog>
  )
}

/** The form itself names the entry or the week that is in the way, as long as it is. */
const saidByForm: ReadonlySet<string> = new Set(['entry.overlaps', 'week.submitted', 'week.approved'])

/** A form that is left goes with the timer it was for. */
const formOf = ({ began }: RunningTimer) => `timer:${began}`

function Correction({
  running,
  asked,
  onRunOn,
}: {
  running: RunningTimer
  asked: Asking
  onRunOn: () => void
}) {
  const form = formCalled(formOf(running))
  return (
    <EntryForm
      name="timer"
      form={form}
      fresh={valuesOf(running, asked)}
      wallClock={{ zone: running.zone, offset: offsetOf(running.start) }}
      isTimers
      onSaved={typedAndSaved}
      {...(asked.why === 'refused' && { onWithdrawn: keepAfterWithdrawal })}
    >
      <div class="dialog-actions timer-answers">
        <Discard running={running} />
        <button class="button" type="button" onClick={onRunOn}>
          {text.timer.runOn}
        </button>
        <SaveButton />
      </div>
    </EntryForm>
  )
}

const Discard = ({ running }: { running: RunningTimer }) => (
  <button
    class="button button-danger"
    type="button"
    onClick={() => {
      formCalled(formOf(running)).clear()
      void discard()
    }}
  >
    {text.timer.discard}
  </button>
)

/** What the timer knows; when it ended only where the clock can be believed. */
function valuesOf({ project, note }: RunningTimer, { why, stretch }: Asking): Values {
  const { start, end } = stretch
  const times = timesOf(why === 'refused' ? { start, end } : { start, end: start })
  const ended = why === 'refused' ? times : { ...times, to: '', end: '' }
  return { ...blank, ...ended, by: 'times', date: dateIn(start), project, search: projectName(project), note }
}
