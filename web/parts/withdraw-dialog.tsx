// What it means to withdraw a submitted week, asked before it is done; the same from wherever it is wanted.
import { weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { isCutOff } from '../state/delivery.ts'
import { notify } from '../state/notice.ts'
import { withdrawWeek } from '../state/own-week.ts'
import { Dialog } from './dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { inWords } from './in-words.ts'
import { useSubmission } from './submission.ts'

const words = text.weekState

interface Props {
  week: string
  onClose: () => void
  /** What is done then, and said by whoever does it. */
  onWithdrawn?: (() => unknown) | undefined
}

export function WithdrawDialog({ week, onClose, onWithdrawn }: Props) {
  const { problems, element, submit } = useSubmission(async () => {
    const saved = await withdrawWeek(week)
    if ('refused' in saved) return { form: inWords(saved.refused) }
    onClose()
    if (onWithdrawn) onWithdrawn()
    else notify({ text: words.withdrawn })
    return null
  })
  return (
    <Dialog title={words.withdrawTitle(weekNumber(week))} onClose={onClose}>
      <p>{isCutOff.value ? words.withdrawTextLater : words.withdrawText}</p>
      <form ref={element} class="dialog-form" onSubmit={submit}>
        <FormProblem problem={problems.value.form} />
        <div class="dialog-actions">
          <button class="button" type="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button class="button button-primary" type="submit">
            {words.withdraw}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
