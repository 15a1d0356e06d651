// The timer on every screen while it runs: how long, on what, and Stop. On the Log screen its panel says it all.
import { text } from '../messages.ts'
import { route } from '../state/address.ts'
import { book } from '../state/copy.ts'
import { isOverlong, timer } from '../state/timer.ts'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { projectName } from './names.ts'
import { stopTimer } from './timer-actions.ts'
import { TimerClock } from './timer-clock.tsx'

export function TimerBar() {
  const running = timer.value
  if (!running || route.value.screen === 'log') return null
  return (
    <section class="timer-bar" aria-label={text.timer.title}>
      <a class="timer-bar-words" href="/">
        <Dot project={book.value.projects.get(running.project)} />
        <span class="timer-bar-project">{projectName(running.project)}</span>
        <TimerClock />
      </a>
      <button
        class={isOverlong.value ? 'button timer-stop timer-ask' : 'button timer-stop'}
        type="button"
        onClick={stopTimer}
      >
        <Icon name={isOverlong.value ? 'attention' : 'stop'} />
        {text.timer.stop}
      </button>
    </section>
  )
}
