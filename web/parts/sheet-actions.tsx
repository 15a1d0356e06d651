// What an approver may do with the week on the screen; each decision names the version that is on it.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { addressOfSheet } from '#domain/address.ts'
import { weekNumber } from '#domain/calendar.ts'
import type { Person } from '#domain/person.ts'
import type { Week } from '#domain/week.ts'
import { text } from '../messages.ts'
import type { Item } from '../state/approvals.ts'
import { decide } from '../state/decisions.ts'
import { notify } from '../state/notice.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { outcomeInWords } from './decision-words.ts'
import { Icon } from './icon.tsx'
import { personName } from './names.ts'
import { StatusMark } from './sheet-head.tsx'
import { StandingMark } from './standing.tsx'

interface Props {
  person: Person
  /** As it is on the screen. */
  week: Week
  /** Where the week on the screen is not the one there is, or a decision was refused: nothing else may be done first. */
  onLookAgain: { why: string; run: () => Promise<void> } | null
  /** Whether what is on the screen is still being fetched: nothing is approved that may be another week in a moment. */
  isOpening: boolean
  /** The week that waits after this one. */
  next: Item | undefined
}

type Reasoned = 'return' | 'reopen'

export function SheetActions({ person, week, onLookAgain, isOpening, next }: Props) {
  const asking = useSignal<Reasoned | null>(null)
  const reason = useSignal('')
  const saving = useSignal(false)
  const decided = useSignal(0)
  const bar = useRef<HTMLDivElement>(null)
  const times = decided.value
  useEffect(() => {
    // The button that was pressed is gone. Whoever decides on many weeks goes on to the next.
    const next = bar.current?.querySelector('a') ?? document.querySelector('h1')
    if (times > 0) next?.focus({ preventScroll: true })
  }, [times])
  const about = { person: person.id, week: week.week, saw: week.version }
  const approve = async () => {
    // The second tap of a double tap is not meant.
    if (saving.value || isOpening) return
    saving.value = true
    const outcome = await decide({ kind: 'week.approve', ...about })
    saving.value = false
    if (outcome === null) decided.value += 1
    else notify({ text: outcomeInWords(outcome) })
  }
  if (onLookAgain) {
    return (
      <div class="sheet-actions">
        <p class="sheet-why">{onLookAgain.why}</p>
        <button
          class="button button-primary"
          type="button"
          onClick={() => {
            // What was about to be said of the other version waits in its field until it is asked for again.
            asking.value = null
            void onLookAgain.run()
          }}
        >
          {text.sheet.lookAgain}
        </button>
      </div>
    )
  }
  return (
    <>
      {(week.status === 'submitted' || week.status === 'approved' || next || times > 0) && (
        <div class="sheet-actions" ref={bar}>
          <output class="sheet-done">
            {times > 0 && week.status !== 'submitted' && (
              <>
                <StatusMark week={week} />
                <StandingMark standing={week.number === 0 ? 'device' : 'delivered'} />
              </>
            )}
          </output>
          {week.status === 'submitted' && (
            <>
              <button class="button" type="button" onClick={() => (asking.value = 'return')}>
                {text.decision.return}
              </button>
              <button
                class="button button-primary"
                type="button"
                aria-disabled={saving.value || isOpening}
                onClick={approve}
              >
                {text.decision.approve}
              </button>
            </>
          )}
          {week.status === 'approved' && (
            <button class="button" type="button" onClick={() => (asking.value = 'reopen')}>
              {text.decision.reopen}
            </button>
          )}
          {week.status !== 'submitted' && next && <Next item={next} />}
        </div>
      )}
      {asking.value && (
        <Asking
          kind={asking.value}
          name={personName(person)}
          week={week}
          reason={reason}
          onReason={async (given) => {
            const kind = asking.value === 'reopen' ? 'reopen' : 'return'
            const outcome = await decide({ kind: `week.${kind}`, ...about, reason: given })
            if (outcome !== null) return outcome
            asking.value = null
            decided.value += 1
            return null
          }}
          onClose={() => (asking.value = null)}
        />
      )}
    </>
  )
}

const Next = ({ item: { person, sheet } }: { item: Item }) => (
  <a
    class="button button-primary"
    href={addressOfSheet(person.id, sheet.week.week)}
    aria-label={text.decision.nextNamed(text.sheet.title(personName(person), weekNumber(sheet.week.week)))}
  >
    {text.decision.next}
    <Icon name="forward" />
  </a>
)

type AskingProps = Pick<Parameters<typeof DecisionDialog>[0], 'reason' | 'onReason' | 'onClose'>

function Asking({ kind, name, week, ...rest }: AskingProps & { kind: Reasoned; name: string; week: Week }) {
  const number = weekNumber(week.week)
  const isReturn = kind === 'return'
  return (
    <DecisionDialog
      title={isReturn ? text.decision.returnTitle(name, number) : text.decision.reopenTitle(name, number)}
      explained={isReturn ? text.decision.returnText(name) : text.decision.reopenText(name)}
      action={text.decision[kind]}
      {...rest}
    />
  )
}
