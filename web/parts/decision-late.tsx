// A late hour before its approver: what it would be, when it was saved and when it came, and the decision.
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { millisecondsOf, weekNumber } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { exactly, length, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import type { LateHour } from '../state/approvals.ts'
import { book, cards } from '../state/copy.ts'
import { decide } from '../state/decisions.ts'
import { notify } from '../state/notice.ts'
import { giveUp } from '../state/save.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { outcomeInWords } from './decision-words.ts'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { personName } from './names.ts'
import { writeTimes } from './written-times.ts'
import { StandingMark } from './standing.tsx'

export function LateCard({ hour, withName }: { hour: LateHour; withName: boolean }) {
  const { late, person } = hour
  const heading = useRef<HTMLHeadingElement>(null)
  const reason = useSignal('')
  const declining = useSignal(false)
  const project = book.value.projects.get(late.project)
  const projectName = project?.name ?? text.unknownProject
  const what = text.lateHour.title(writeDuration(late.minutes), projectName)
  const card = cards.value.find(({ thing }) => thing === late.id)
  const base = { person: late.person, late: late.id, saw: late.version }
  return (
    <li class="late">
      <div class="late-head">
        <Dot project={project} />
        <h3 ref={heading} tabIndex={-1}>
          {withName && <span class="late-name">{personName(person)}</span>}
          <span>{projectName}</span>
        </h3>
        <span class={late.wants === 'delete' ? 'row-figure figure uncounted' : 'row-figure figure'}>
          {writeDuration(late.minutes)}
        </span>
      </div>
      <p class="quiet">{factsOf(hour)}</p>
      {late.note && <p class="row-note">{late.note}</p>}
      <Times late={late} />
      {card && (
        <p class="reason">
          <Icon name="attention" />
          <span>{inWords(card.problem)}</span>
        </p>
      )}
      {late.status !== 'proposed' && (
        <p class="late-decided">
          <StandingMark standing="device" />
          <span>{text.lateHour.standing[late.status]}</span>
        </p>
      )}
      {late.status === 'proposed' && (
        <div class="actions">
          {card ? (
            <button class="button" type="button" onClick={() => giveUp(card.thing)}>
              {text.sheet.lookAgain}
            </button>
          ) : (
            <>
              <button
                class="button button-primary"
                type="button"
                aria-label={text.lateHour.acceptNamed(what, personName(person))}
                onClick={accept}
              >
                {text.decision.accept}
              </button>
              <button
                class="button"
                type="button"
                aria-label={text.lateHour.declineNamed(what, personName(person))}
                onClick={() => (declining.value = true)}
              >
                {text.decision.decline}
              </button>
            </>
          )}
        </div>
      )}
      {declining.value && (
        <DecisionDialog
          title={text.decision.declineTitle(personName(person))}
          explained={text.decision.declineText}
          action={text.decision.decline}
          reason={reason}
          onReason={async (given) => {
            const outcome = await decide({ kind: 'late.decline', ...base, reason: given })
            if (outcome !== null) return outcome
            declining.value = false
            notify({ text: text.decision.declined })
            return null
          }}
          onClose={() => (declining.value = false)}
        />
      )}
    </li>
  )

  async function accept() {
    const outcome = await decide({ kind: 'late.accept', ...base })
    notify({ text: outcome === null ? text.decision.accepted : outcomeInWords(outcome) })
    // The button that was pressed is gone.
    if (outcome === null) heading.current?.focus({ preventScroll: true })
  }
}

/** Day, times, and what it would change. */
function factsOf({ late }: LateHour): string {
  const { before } = late
  const inPlaceOf = late.wants === 'delete' ? text.lateHour.deletes : text.lateHour.replaces
  return [
    text.week.name(weekNumber(late.week)),
    shortDay(late.date),
    late.start && late.end && writeTimes(late.start, late.end),
    before && inPlaceOf(writeDuration(before.minutes), shortDay(before.date)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The device's time beside the server's, and how far they are apart. */
const Times = ({ late }: { late: LateHour['late'] }) => (
  <>
    <dl class="late-times">
      <div>
        <dt>{text.lateHour.device}</dt>
        <dd>{exactly(late.at)}</dd>
      </div>
      <div>
        <dt>{text.lateHour.server}</dt>
        <dd>{exactly(late.received)}</dd>
      </div>
    </dl>
    <p class="quiet">{apart(late)}</p>
  </>
)

function apart({ at, received }: LateHour['late']): string {
  const minutes = Math.trunc((millisecondsOf(received) - millisecondsOf(at)) / 60_000)
  if (minutes === 0) return text.lateHour.atOnce
  return minutes > 0 ? text.lateHour.later(length(minutes)) : text.lateHour.ahead(length(-minutes))
}
