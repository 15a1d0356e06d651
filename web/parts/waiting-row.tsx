// Something that waits for delivery, as it is wanted last, and since when.
import type { Change } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import { moment } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { inLine, wordsOf } from './change-words.ts'
import { Dot } from './dot.tsx'
import { Icon, type IconName } from './icon.tsx'

interface Props {
  change: Change
  /** When it was saved, or the first of several. */
  kept: string
  /** How many changes lead to what is shown. */
  count?: number
  /** Gives it up, where it can only wait. */
  onDiscard?: (() => void) | undefined
}

export function WaitingRow({ change, kept, count = 1, onDiscard }: Props) {
  const words = wordsOf(change)
  const { project, name, minutes, note } = words
  return (
    <li class="row">
      <Icon name={signOf(change.kind)} />
      <span class="row-words">
        <span class="row-title">
          {project && <Dot project={project} />}
          <strong>{name}</strong>
        </span>
        <span class="quiet">
          {inLine(words)} · {text.outbox.since(moment(kept, now.value, zone.value))}
          {count > 1 && ` · ${text.outbox.changes(count)}`}
        </span>
        {note && <span class="row-note">{note}</span>}
      </span>
      {minutes !== undefined && <span class="row-figure figure">{writeDuration(minutes)}</span>}
      {onDiscard && (
        <button class="button" type="button" onClick={onDiscard}>
          {text.outbox.discard}
        </button>
      )}
    </li>
  )
}

function signOf(kind: Change['kind']): IconName {
  if (kind === 'entry.delete') return 'bin'
  if (kind === 'person.put' || kind === 'identity.move') return 'account'
  return kind.startsWith('week.') || kind === 'comment.add' ? 'week' : 'device'
}
