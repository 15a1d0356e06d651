// When the running timer began, corrected: who started it late did not begin to work late.
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { timeIn } from '#domain/moment.ts'
import { text } from '../messages.ts'
import type { RunningTimer } from '../data/stored.ts'
import { startOf } from '../state/timer.ts'
import { Dialog } from './dialog.tsx'
import { asInvalid, Field } from './field.tsx'
import { moveStart } from './timer-actions.ts'

export function TimerBegin({ running, onClose }: { running: RunningTimer; onClose: () => void }) {
  const typed = useSignal(timeIn(running.start))
  const problem = useSignal<string | undefined>(undefined)
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: Event) => {
    event.preventDefault()
    const read = startOf(running, typed.value)
    if ('problem' in read) {
      problem.value = text.timer.beginProblem[read.problem]
      input.current?.focus()
      return
    }
    onClose()
    void moveStart(running, read.start)
  }
  return (
    <Dialog title={text.timer.changeStart} onClose={onClose}>
      <form class="entry-form" noValidate onSubmit={submit}>
        <Field id="timer-begin" label={text.timer.begin} problem={problem.value}>
          <input
            ref={input}
            id="timer-begin"
            class="input time-input"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            spellcheck={false}
            {...asInvalid('timer-begin', problem.value)}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value
              problem.value = undefined
            }}
          />
        </Field>
        <div class="dialog-actions">
          <button class="button" type="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button class="button button-primary" type="submit">
            {text.timer.changeStart}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
