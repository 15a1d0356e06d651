// One entry in a list: what, how long, where it stands. A tap opens its form.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { openEntry } from '../state/address.ts'
import type { ShownEntry } from '../state/entries.ts'
import { Dot } from './dot.tsx'
import { StandingMark } from './standing.tsx'
import { Times } from './times.tsx'
import { ContinueButton } from './timer-continue.tsx'

interface Props {
  shown: ShownEntry
  /** Whether the timer can go on with it from here. */
  canContinue?: boolean
}

export function EntryCard({ shown, canContinue = false }: Props) {
  const { entry, project, standing, counted } = shown
  return (
    <li class="entry-item">
      <button class={`entry entry-${standing}`} type="button" onClick={() => openEntry(entry.id)}>
        <span class="entry-head">
          <Dot project={project} />
          <span class="entry-project">{project?.name ?? text.unknownProject}</span>
          <span class={counted ? 'entry-duration figure' : 'entry-duration figure uncounted'}>
            {writeDuration(entry.minutes)}
          </span>
        </span>
        {entry.note && <span class="entry-note">{entry.note}</span>}
        <span class="entry-foot">
          {entry.start !== null && entry.end !== null && (
            <span class="entry-times figure">
              <Times start={entry.start} end={entry.end} />
            </span>
          )}
          <StandingMark standing={standing} counted={counted} />
        </span>
      </button>
      {canContinue && project && <ContinueButton entry={entry} />}
    </li>
  )
}
