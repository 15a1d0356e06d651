// The buttons under somebody's week: approving it at once, and asking for the reason with which it is sent back or opened.
import { useSignal } from '@preact/signals'
import type { Sheet } from '#domain/sheet.ts'
import type { Week } from '#domain/week.ts'
import { text } from '../messages.ts'
import { approvalOf, decide } from '../state/decisions.ts'
import { notify } from '../state/notice.ts'
import { outcomeInWords } from './decision-words.ts'

/** What is decided with a reason. */
export type Reasoned = 'return' | 'reopen'

interface Approval {
  isBusy: boolean
  approve: () => Promise<void>
}

/** Of a week as it is on the screen. */
export function useApproval(sheet: Sheet, isOpening: boolean, onApproved: () => void): Approval {
  const saving = useSignal(false)
  const isBusy = saving.value || isOpening
  const approve = async () => {
    // The second tap of a double tap is not meant.
    if (saving.value || isOpening) return
    saving.value = true
    const outcome = await decide(approvalOf(sheet))
    saving.value = false
    if (outcome === null) onApproved()
    else notify({ text: outcomeInWords(outcome) })
  }
  return { isBusy, approve }
}

interface Props {
  status: Week['status']
  approval: Approval
  onAsk: (kind: Reasoned) => void
}

export function SheetButtons({ status, approval: { isBusy, approve }, onAsk }: Props) {
  if (status === 'approved') {
    return (
      <button class="button" type="button" onClick={() => onAsk('reopen')}>
        {text.decision.reopen}
      </button>
    )
  }
  if (status !== 'submitted') return null
  return (
    <>
      <button class="button" type="button" onClick={() => onAsk('return')}>
        {text.decision.return}
      </button>
      <button class="button button-primary" type="button" aria-disabled={isBusy} onClick={approve}>
        {text.decision.approve}
      </button>
    </>
  )
}
