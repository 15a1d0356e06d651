// The look back before a week is submitted: what it comes to, what is missing, and what still stands in the way.
import type { ComponentChildren } from 'preact'
import { daysOf, weekNumber, weekOf } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { dateIn } from '#domain/moment.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { notify } from '../state/notice.ts'
import { ownStepWaiting, ownTarget, type Review, reviewOf, submitWeek } from '../state/own-week.ts'
import { timer } from '../state/timer.ts'
import { Dialog } from './dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { Icon, type IconName } from './icon.tsx'
import { inWords } from './in-words.ts'
import { useSubmission } from './submission.ts'
import { stopTimer } from './timer-actions.ts'

const words = text.review

export function SubmitDialog({ week, onClose }: { week: string; onClose: () => void }) {
  const { problems, element, submit } = useSubmission(async () => {
    const saved = await submitWeek(week)
    if ('refused' in saved) return { form: inWords(saved.refused) }
    onClose()
    notify({ text: () => (ownStepWaiting(week) ? words.submittedHere : words.submitted) })
    return null
  })
  const review = reviewOf(week)
  return (
    <Dialog title={words.title(weekNumber(week))} onClose={onClose}>
      <p class="review-total">
        <strong class="figure">{writeDuration(review.minutes)}</strong>
        <span class="quiet">{againstTarget(review.minutes)}</span>
      </p>
      <Points week={week} review={review} />
      <form ref={element} class="dialog-form" onSubmit={submit}>
        <FormProblem problem={problems.value.form} />
        <div class="dialog-actions">
          <button class="button" type="button" onClick={onClose}>
            {text.cancel}
          </button>
          {review.refused > 0 ? (
            <a class="button button-primary" href="/outbox">
              {words.look}
            </a>
          ) : (
            <button class="button button-primary" type="submit">
              {review.isEmpty ? words.submitEmpty : words.submit}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

/** What is to be known before a week goes: what is missing, what stands in the way, and what it means. */
function Points({ week, review }: { week: string; review: Review }) {
  const running = timer.value
  const isMeasured = running !== null && running !== undefined && weekOf(dateIn(running.start)) === week
  return (
    <ul class="review">
      {review.isEmpty ? <Point icon="attention">{words.empty}</Point> : <Gaps dates={review.gaps} />}
      {review.refused > 0 && (
        <Point icon="attention" alarm>
          {words.refused(review.refused)}
        </Point>
      )}
      {review.waiting > 0 && <Point icon="device">{words.waiting(review.waiting)}</Point>}
      {daysOf(week).every((date) => date > todayHere.value) && <Point icon="attention">{words.ahead}</Point>}
      {isMeasured && (
        <Point icon="late">
          {words.timer}
          <button class="chip" type="button" onClick={stopTimer}>
            {words.stop}
          </button>
        </Point>
      )}
      {review.refused === 0 && <Point icon="lock">{words.lock}</Point>}
    </ul>
  )
}

function againstTarget(minutes: number): string {
  const target = ownTarget()
  if (target === null) return text.week.total
  const beyond = minutes - target
  if (beyond === 0) return words.met
  return beyond < 0 ? words.below(writeDuration(-beyond)) : words.above(writeDuration(beyond))
}

function Gaps({ dates }: { dates: readonly string[] }) {
  if (dates.length === 0) return <Point icon="delivered">{words.noGaps}</Point>
  return (
    <Point icon="attention">
      {words.gaps(dates.length)}
      <ul class="review-days">
        {dates.map((date) => (
          <li key={date}>{longDay(date)}</li>
        ))}
      </ul>
    </Point>
  )
}

interface PointProps {
  icon: IconName
  alarm?: boolean
  children: ComponentChildren
}

const Point = ({ icon, alarm = false, children }: PointProps) => (
  <li class={alarm ? 'review-point review-alarm' : 'review-point'}>
    <Icon name={icon} />
    <div>{children}</div>
  </li>
)
