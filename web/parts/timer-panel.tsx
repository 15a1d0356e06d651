// The timer at the top of the Log screen: a project used last is one tap away, be it to start or to switch.
import { useSignal } from '@preact/signals'
import { dateIn, timeIn } from '#domain/moment.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { book } from '../state/copy.ts'
import { lockOf, recent } from '../state/entries.ts'
import { isOverlong, timer } from '../state/timer.ts'
import type { RunningTimer } from '../data/stored.ts'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { lockWords } from './lock-notice.tsx'
import { projectName } from './names.ts'
import { start, stopTimer } from './timer-actions.ts'
import { TimerBegin } from './timer-begin.tsx'
import { TimerClock } from './timer-clock.tsx'
import { TimerStart } from './timer-start.tsx'

/** More would push the form off a phone's screen. */
const offered = 3

export function TimerPanel() {
  const choosing = useSignal(false)
  const running = timer.value
  // Not asked yet: better nothing than a Start that is a Stop a moment later.
  if (running === undefined) return null
  // What is measured in a closed week could not be kept: better said before than after.
  const week = running ? undefined : lockOf(todayHere.value)
  const lock = week && lockWords(week)
  const projects = recent.value.filter(({ project }) => project.id !== running?.project).slice(0, offered)
  return (
    <section class={running ? 'timer timer-runs' : 'timer'} aria-labelledby="timer-title">
      <div class="timer-head">
        <h2 id="timer-title">
          <Icon name="timer" />
          {text.timer.title}
        </h2>
        {running ? (
          <button class="button button-primary timer-stop" type="button" onClick={stopTimer}>
            <Icon name="stop" />
            {text.timer.stop}
          </button>
        ) : (
          <button class="button" type="button" onClick={() => (choosing.value = true)}>
            {text.timer.startOther}
          </button>
        )}
      </div>
      {running && <Running running={running} />}
      <div class="timer-choices" role="group" aria-label={running ? text.timer.switchTo : text.timer.start}>
        {running && (
          <span class="quiet" aria-hidden="true">
            {text.timer.switchTo}
          </span>
        )}
        {/* First: the row scrolls, and what is at its end is out of sight. */}
        {running && (
          <button class="chip" type="button" onClick={() => (choosing.value = true)}>
            {text.timer.other}
          </button>
        )}
        {projects.map(({ project }) => (
          <button
            key={project.id}
            class="chip"
            type="button"
            aria-label={running ? text.timer.switchOn(project.name) : text.timer.startOn(project.name)}
            onClick={() => start({ project: project.id, note: '' })}
          >
            {!running && <Icon name="play" />}
            <Dot project={project} />
            <span class="chip-name">{project.name}</span>
          </button>
        ))}
      </div>
      {lock && <p class="quiet">{lock}</p>}
      {choosing.value && <TimerStart isSwitch={running !== null} onClose={() => (choosing.value = false)} />}
    </section>
  )
}

function Running({ running }: { running: RunningTimer }) {
  const correcting = useSignal(false)
  const { project, note, start: since } = running
  const day = dateIn(since)
  const time = timeIn(since)
  return (
    <div class="timer-now">
      <p class="timer-what">
        <TimerClock />
        <span class="timer-project">
          <Dot project={book.value.projects.get(project)} />
          <strong>{projectName(project)}</strong>
        </span>
        <span class="quiet">
          {day === todayHere.value ? text.timer.since(time) : text.timer.sinceDay(time, shortDay(day))}
        </span>
        <button class="link timer-correct" type="button" onClick={() => (correcting.value = true)}>
          {text.timer.changeStart}
        </button>
      </p>
      {correcting.value && <TimerBegin running={running} onClose={() => (correcting.value = false)} />}
      {note && <p class="entry-note">{note}</p>}
      {isOverlong.value ? (
        <p class="timer-over">
          <span>{text.timer.overText}</span>
          <button class="chip" type="button" onClick={stopTimer}>
            {text.timer.resolve}
          </button>
        </p>
      ) : (
        <p class="quiet timer-elsewhere">{text.timer.elsewhere}</p>
      )}
    </div>
  )
}
