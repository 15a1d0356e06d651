// The reason that goes with a decision, required and kept as typed while the screen is open.
import { type Signal, useSignal } from '@preact/signals'
import * as v from 'valibot'
import { legible, Remark } from '#domain/text.ts'
import { text } from '../messages.ts'
import type { Outcome } from '../state/decisions.ts'
import { outcomeInWords } from './decision-words.ts'
import { Dialog } from './dialog.tsx'
import { asInvalid, Field } from './field.tsx'

interface Props {
  title: string
  explained: string
  /** What the button says that decides. */
  action: string
  /** Typed so far; held by the screen, so that a slip beside the dialog loses nothing. */
  reason: Signal<string>
  onReason: (reason: string) => Promise<Outcome>
  onClose: () => void
}

export function DecisionDialog({ title, explained, action, reason, onReason, onClose }: Props) {
  const problem = useSignal<string | undefined>(undefined)
  const saving = useSignal(false)
  const decide = async () => {
    if (saving.value) return
    problem.value = problemOf(reason.value)
    if (problem.value) {
      document.querySelector<HTMLElement>('#decision-reason')?.focus()
      return
    }
    saving.value = true
    const outcome = await onReason(reason.value)
    saving.value = false
    if (outcome === null) reason.value = ''
    else problem.value = outcomeInWords(outcome)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="decision"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void decide()
        }}
      >
        <p class="quiet">{explained}</p>
        <Field id="decision-reason" label={text.decision.reason} problem={problem.value}>
          <textarea
            id="decision-reason"
            class="input note"
            rows={3}
            required
            {...asInvalid('decision-reason', problem.value)}
            value={reason.value}
            onInput={(event) => {
              reason.value = legible(event.currentTarget.value)
              problem.value = undefined
            }}
          />
        </Field>
        <div class="dialog-actions">
          <button class="button" type="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button class="button button-primary" type="submit" aria-disabled={saving.value}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function problemOf(reason: string): string | undefined {
  if (reason.trim() === '') return text.decision.reasonEmpty
  return v.is(Remark, reason) ? undefined : text.fieldProblem.note
}
