// The projects used last, each with the length it was last booked with: one tap fills the form, the next saves it.
import { writeDuration } from '#domain/duration.ts'
import type { Entry } from '#domain/entry.ts'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { Dot } from './dot.tsx'

export interface Recent {
  project: Project
  entry: Entry
}

/** What took less was hardly meant to be logged like that again: its length is not offered. */
const leastLength = 5

/** The length that one tap fills in; null for none. */
export const lengthOf = ({ entry: { minutes } }: Recent): string | null =>
  minutes < leastLength ? null : writeDuration(minutes)

interface Props {
  recent: readonly Recent[]
  chosen: string
  onChoose: (recent: Recent) => void
}

export const RecentChips = ({ recent, chosen, onChoose }: Props) =>
  recent.length === 0 ? null : (
    <div class="recent" role="group" aria-label={text.form.recent}>
      {recent.map((each) => (
        <button
          key={each.project.id}
          type="button"
          class="chip chip-project"
          aria-pressed={chosen === each.project.id}
          onClick={() => onChoose(each)}
        >
          <Dot project={each.project} />
          <span class="chip-name">{each.project.name}</span>
          <span class="chip-more figure">{lengthOf(each)}</span>
        </button>
      ))}
    </div>
  )
