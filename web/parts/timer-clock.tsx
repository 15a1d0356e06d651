// How long the timer has run; over ten hours it does not count on but says so.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { elapsed, isOverlong } from '../state/timer.ts'
import { longestRun } from '../state/timing.ts'

export const TimerClock = () => (
  <span class="timer-clock figure" role="timer">
    {isOverlong.value ? text.timer.over(writeDuration(longestRun)) : writeDuration(elapsed.value ?? 0)}
  </span>
)
