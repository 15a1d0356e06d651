// What an approver may do with the week on the screen; each decision names the version that is on it.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { addressOfSheet } from '#domain/address.ts'
import { weekNumber } from '#domain/calendar.ts'
import type { Person } from '#domain/person.ts'
import type { Sheet } from '#domain/sheet.ts'
import type { Week } from '#domain/week.ts'
import { text } from '../messages.ts'
import type { Item } from '../state/approvals.ts'
import { decide } from '../state/decisions.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { Icon } from './icon.tsx'
import { personName } from './names.ts'
import { type Reasoned, SheetButtons, useApproval } from './sheet-buttons.tsx'
import { StatusMark } from './sheet-head.tsx'
import { StandingMark } from './standing.tsx'

interface Props {
  person: Person
  /** As it is on the screen. */
  sheet: Sheet
  /** Where the week on the screen is not the one there is, or a decision was refused: nothing else may be done first. */
  onLookAgain: { why: string; run: () => Promise<void> } | null
  /** Whether what is on the screen is still being fetched: nothing is approved that may be another week in a moment. */
  isOpening: boolean
  /** The week that waits after this one. */
  next: Item | undefined
}

export function SheetActions({ person, sheet, onLookAgain, isOpening, next }: Props) {
  const { week } = sheet
  const asking = useSignal<Reasoned | null>(null)
  const reason = useSignal('')
  const decided = useSignal(0)
  const times = decided.value
  const bar = useFocusAfter(times)
  const about = { person: person.id, week: week.week, saw: week.version }
  const approval = useApproval(sheet, isOpening, () => (decided.value += 1))
  if (onLookAgain) {
    const lookAgain = () => {
      // What was about to be said of the other version waits in its field until it is asked for again.
      asking.value = null
      void onLookAgain.run()
    }
    return <LookAgain why={onLookAgain.why} onLook={lookAgain} />
  }
  return (
    <>
      {(week.status === 'submitted' || week.status === 'approved' || next || times > 0) && (
        <div class="sheet-actions" ref={bar}>
          <Done week={times > 0 && week.status !== 'submitted' ? week : null} />
          <SheetButtons status={week.status} approval={approval} onAsk={(kind) => (asking.value = kind)} />
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

/** The focus after a decision: the button that was pressed is gone. Whoever decides on many weeks goes on to the next. */
function useFocusAfter(times: number) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const next = bar.current?.querySelector('a') ?? document.querySelector('h1')
    if (times > 0) next?.focus({ preventScroll: true })
  }, [times])
  return bar
}

const LookAgain = ({ why, onLook }: { why: string; onLook: () => void }) => (
  <div class="sheet-actions">
    <p class="sheet-why">{why}</p>
    <button class="button button-primary" type="button" onClick={onLook}>
      {text.sheet.lookAgain}
    </button>
  </div>
)

/** What was decided here; null: nothing yet. */
const Done = ({ week }: { week: Week | null }) => (
  <output class="sheet-done">
    {week && (
      <>
        <StatusMark week={week} />
        <StandingMark standing={week.number === 0 ? 'device' : 'delivered'} />
      </>
    )}
  </output>
)

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
