// The decision on a late hour: accepted, or declined with a reason; where one was refused, a look at what there is now first.
import { useSignal } from '@preact/signals'
import { writeDuration } from '#domain/duration.ts'
import type { Card } from '../data/cards.ts'
import { text } from '../messages.ts'
import type { LateHour } from '../state/approvals.ts'
import { decide } from '../state/decisions.ts'
import { notify } from '../state/notice.ts'
import { giveUp } from '../state/save.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { outcomeInWords } from './decision-words.ts'
import { personName, projectName } from './names.ts'

interface Props {
  hour: LateHour
  /** The decision on it that was refused. */
  card: Card | undefined
  onAccepted: () => void
}

export function LateAnswer({ hour: { late, person }, card, onAccepted }: Props) {
  const reason = useSignal('')
  const declining = useSignal(false)
  const name = personName(person)
  const what = text.lateHour.title(writeDuration(late.minutes), projectName(late.project))
  const about = { person: late.person, late: late.id, saw: late.version }
  const accept = async () => {
    const outcome = await decide({ kind: 'late.accept', ...about })
    notify({ text: outcome === null ? text.decision.accepted : outcomeInWords(outcome) })
    if (outcome === null) onAccepted()
  }
  const decline = async (given: string) => {
    const outcome = await decide({ kind: 'late.decline', ...about, reason: given })
    if (outcome !== null) return outcome
    declining.value = false
    notify({ text: text.decision.declined })
    return null
  }
  return (
    <>
      {late.status === 'proposed' && (
        <div class="actions">
          {card ? (
            <button class="button" type="button" onClick={() => giveUp(card.thing)}>
              {text.sheet.lookAgain}
            </button>
          ) : (
            <Buttons
              accepting={text.lateHour.acceptNamed(what, name)}
              declining={text.lateHour.declineNamed(what, name)}
              onAccept={accept}
              onDecline={() => (declining.value = true)}
            />
          )}
        </div>
      )}
      {declining.value && (
        <DecisionDialog
          title={text.decision.declineTitle(name)}
          explained={text.decision.declineText}
          action={text.decision.decline}
          reason={reason}
          onReason={decline}
          onClose={() => (declining.value = false)}
        />
      )}
    </>
  )
}

interface ButtonsProps {
  /** What each does, in full. */
  accepting: string
  declining: string
  onAccept: () => void
  onDecline: () => void
}

const Buttons = ({ accepting, declining, onAccept, onDecline }: ButtonsProps) => (
  <>
    <button class="button button-primary" type="button" aria-label={accepting} onClick={onAccept}>
      {text.decision.accept}
    </button>
    <button class="button" type="button" aria-label={declining} onClick={onDecline}>
      {text.decision.decline}
    </button>
  </>
)
