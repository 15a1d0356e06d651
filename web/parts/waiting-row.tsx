// A change that waits for delivery, and since when.
import { writeDuration } from '#domain/duration.ts'
import type { OutboxItem } from '../data/stored.ts'
import { moment } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { inLine, wordsOf } from './change-words.ts'
import { Dot } from './dot.tsx'
import { Icon, type IconName } from './icon.tsx'

export function WaitingRow({ item }: { item: OutboxItem }) {
  const words = wordsOf(item.change)
  const { project, name, minutes, note } = words
  return (
    <li class="row">
      <Icon name={signOf(item.change.kind)} />
      <span class="row-words">
        <span class="row-title">
          {project && <Dot project={project} />}
          <strong>{name}</strong>
        </span>
        <span class="quiet">
          {inLine(words)} · {text.outbox.since(moment(item.kept, now.value, zone.value))}
        </span>
        {note && <span class="row-note">{note}</span>}
      </span>
      {minutes !== undefined && <span class="row-figure figure">{writeDuration(minutes)}</span>}
    </li>
  )
}

function signOf(kind: OutboxItem['change']['kind']): IconName {
  if (kind === 'entry.delete') return 'bin'
  if (kind === 'person.put' || kind === 'identity.move') return 'account'
  return kind.startsWith('week.') || kind === 'comment.add' ? 'week' : 'device'
}
