// A change that waits for delivery, and since when.
import type { Change } from '#domain/change.ts'
import { writeDuration } from '#domain/duration.ts'
import type { OutboxItem } from '../data/stored.ts'
import { moment, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { book } from '../state/copy.ts'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'

export function WaitingRow({ item }: { item: OutboxItem }) {
  const { project, name, date, minutes, note } = meaning(item.change)
  return (
    <li class="row">
      <Icon name={item.change.kind === 'entry.delete' ? 'bin' : 'device'} />
      <span class="row-words">
        <span class="row-title">
          <Dot project={project} />
          <strong>{name}</strong>
        </span>
        <span class="quiet">
          {kindOf(item.change)}
          {date && ` · ${shortDay(date)}`} · {text.outbox.since(moment(item.kept, now.value, zone.value))}
        </span>
        {note && <span class="row-note">{note}</span>}
      </span>
      {minutes !== undefined && <span class="row-figure figure">{writeDuration(minutes)}</span>}
    </li>
  )
}

/** What a change is about, as far as this device knows. */
export function meaning(change: Change) {
  if (change.kind === 'project.put') return { name: change.name, project: { colour: change.colour } }
  const entry = change.kind === 'entry.put' ? change : book.value.entries.get(change.entry)
  const project = entry && book.value.projects.get(entry.project)
  return {
    name: project?.name ?? text.unknownProject,
    project,
    date: entry?.date,
    minutes: entry?.minutes,
    note: entry?.note,
  }
}

function kindOf(change: Change): string {
  if (change.kind === 'entry.delete') return text.outbox.kinds.delete
  return change.base === null ? text.outbox.kinds.new : text.outbox.kinds.change
}
