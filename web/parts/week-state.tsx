// Where a week of one's own stands, why, and the step that may be taken from there.
import { useSignal } from '@preact/signals'
import { isClosed, type Week } from '#domain/week.ts'
import type { Card } from '../data/cards.ts'
import { longDay, moment } from '../dates.ts'
import { text } from '../messages.ts'
import { openOver } from '../state/address.ts'
import { now, todayHere, zone } from '../state/clock.ts'
import { ownStepWaiting, ownWeek, reviewOf, stepRefused } from '../state/own-week.ts'
import { nameOf, self } from '../state/people.ts'
import { giveUp } from '../state/save.ts'
import { standingOf } from '../state/weeks.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const words = text.weekState

export function WeekState({ week }: { week: string }) {
  const withdrawing = useSignal(false)
  const mine = ownWeek(week)
  const standing = standingOf(mine)
  return (
    <section class={`week-state week-state-${standing}`} aria-label={words.label}>
      <div class="week-state-words">
        <p class="week-state-name">
          {isClosed(standing) && <Icon name="lock" />}
          <strong>{words.status[standing]}</strong>
        </p>
        <Explained week={week} mine={mine} />
      </div>
      {standing === 'submitted' && (
        <button class="button" type="button" onClick={() => (withdrawing.value = true)}>
          {words.withdraw}
        </button>
      )}
      {!isClosed(standing) && (
        <button class="button button-primary" type="button" onClick={() => openOver('submit', week)}>
          {words.submit}
        </button>
      )}
      <RefusedStep week={week} />
      {withdrawing.value && <WithdrawDialog week={week} onClose={() => (withdrawing.value = false)} />}
    </section>
  )
}

/** By whom, since when and why; said of the device where the server does not know yet. */
function Explained({ week, mine }: { week: string; mine: Week | undefined }) {
  const waits = ownStepWaiting(week)
  if (waits) {
    return (
      <p class="standing standing-device">
        <Icon name="device" />
        {waits === 'week.submit' ? words.submittedHere : words.withdrawnHere}
      </p>
    )
  }
  const standing = standingOf(mine)
  if (!mine || standing === 'open') return null
  const when = moment(mine.since, now.value, zone.value)
  if (standing === 'submitted') {
    return (
      <>
        <p>{words.submitted(when, nameOf(self.value?.manager ?? null))}</p>
        {mine.changed && <p>{words.changed}</p>}
      </>
    )
  }
  return (
    <>
      <p>{words[standing](mine.byName ?? words.somebody, when)}</p>
      {mine.note && <blockquote class="week-reason">{mine.note}</blockquote>}
      {!isClosed(standing) && <FirstGap week={week} />}
    </>
  )
}

/** A week that came back is often one with a day missing: one tap to it. */
function FirstGap({ week }: { week: string }) {
  const gap = reviewOf(week).gaps.find((date) => date <= todayHere.value)
  if (gap === undefined) return null
  return (
    <a class="chip week-gap" href={`/?date=${gap}`}>
      {words.fillIn(longDay(gap))}
    </a>
  )
}

/** The server said no: the week looks different there, so the person looks and decides again. */
function RefusedStep({ week }: { week: string }) {
  const card = stepRefused(week)
  if (!card) return null
  return (
    <div class="week-refused">
      <p class="reason">
        <Icon name="attention" />
        <span>{refusedStep(card)}</span>
      </p>
      <button class="button" type="button" onClick={() => giveUp(card.thing)}>
        {words.dismiss}
      </button>
    </div>
  )
}

function refusedStep({ change, problem }: Card): string {
  // This one is about the step alone, and says so itself.
  if (problem.code === 'week.look-again') return inWords(problem)
  const step = change.kind === 'week.submit' ? words.notSubmitted : words.notWithdrawn
  return `${step} ${inWords(problem)}`
}
