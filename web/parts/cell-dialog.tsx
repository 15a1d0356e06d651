// A cell of the grid, opened: its entries one by one, which are never merged, and room for one more.
import type { Refusal } from '#domain/problem.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import { entriesOn } from '../state/entries.ts'
import { Dialog } from './dialog.tsx'
import { EntryCard } from './entry-card.tsx'
import type { Opened } from './grid-editing.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'
import { OneMore } from './one-more.tsx'

interface Props extends Opened {
  /** Why nothing more may be booked here, or null. */
  lock: Refusal | null
  onClose: () => void
}

export function CellDialog({ project, date, typed, lock, onClose }: Props) {
  const entries = entriesOn(date).filter(({ entry }) => entry.project === project)
  return (
    <Dialog title={`${projectName(project)}, ${longDay(date)}`} onClose={onClose}>
      {lock && (
        <p class="cell-lock">
          <Icon name="lock" />
          <span>{inWords(lock)}</span>
        </p>
      )}
      {entries.length > 0 && (
        <ul class="entries">
          {entries.map((shown) => (
            <EntryCard key={shown.entry.id} shown={shown} />
          ))}
        </ul>
      )}
      {!lock && (
        <OneMore
          project={project}
          date={date}
          typed={typed}
          title={entries.length > 0 ? text.grid.another : text.grid.addHours}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
