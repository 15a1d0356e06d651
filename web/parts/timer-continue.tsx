// One tap that goes on with an earlier entry: the timer runs on its project, with its note.
import type { Entry } from '#domain/entry.ts'
import { text } from '../messages.ts'
import { projects } from '../state/entries.ts'
import { timer } from '../state/timer.ts'
import { Icon } from './icon.tsx'
import { projectName } from './names.ts'
import { start } from './timer-actions.ts'

export function ContinueButton({ entry: { project, note } }: { entry: Entry }) {
  const isOpen = projects.value.some(({ id }) => id === project)
  const isRunning = timer.value?.project === project && timer.value.note === note
  if (!isOpen || isRunning) return null
  const name = text.timer.again(projectName(project))
  return (
    <button
      class="button-icon entry-continue"
      type="button"
      aria-label={name}
      title={name}
      onClick={() => start({ project, note })}
    >
      <Icon name="play" />
    </button>
  )
}
