// What it means to withdraw a submitted week, asked before it is done; the same from wherever it is wanted.
import { useRef } from 'preact/hooks'
import { weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { notify } from '../state/notice.ts'
import { withdrawWeek } from '../state/own-week.ts'
import { Dialog } from './dialog.tsx'
import { inWords } from './in-words.ts'

const words = text.weekState

interface Props {
  week: string
  onClose: () => void
  /** What is done then, and said by whoever does it. */
  onWithdrawn?: (() => unknown) | undefined
}

export function WithdrawDialog({ week, onClose, onWithdrawn }: Props) {
  const withdrawing = useRef(false)
  const withdraw = async () => {
    // The second tap of a double tap is not meant.
    if (withdrawing.current) return
    withdrawing.current = true
    try {
      const saved = await withdrawWeek(week)
      onClose()
      if ('refused' in saved) notify({ text: inWords(saved.refused) })
      else if (onWithdrawn) onWithdrawn()
      else notify({ text: words.withdrawn })
    } catch (error) {
      reportError(error)
      onClose()
      notify({ text: text.review.notSaved })
    }
  }
  return (
    <Dialog title={words.withdrawTitle(weekNumber(week))} onClose={onClose}>
      <p>{words.withdrawText}</p>
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button class="button button-primary" type="button" onClick={withdraw}>
          {words.withdraw}
        </button>
      </div>
    </Dialog>
  )
}
