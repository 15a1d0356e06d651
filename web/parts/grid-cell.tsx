// One cell of the grid: what a project has on a day, or the field (cell-field.tsx) in which that is typed.
import { writeDuration } from '#domain/duration.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import type { Cell, Position } from '../state/grid.ts'
import { CellField } from './cell-field.tsx'
import type { GridEditing, Typed } from './grid-editing.ts'
import type { GridWalk } from './grid-walk.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'

const words = text.grid

interface Props {
  cell: Cell
  at: Position
  isActive: boolean
  isToday: boolean
  projectName: string
  walk: GridWalk
  editing: GridEditing
}

export function GridCell({ cell, at, isActive, isToday, projectName, walk, editing }: Props) {
  const edited = editing.edited.value
  const isEdited = edited?.project === cell.project && edited.date === cell.date
  const typed = editing.typedIn(cell)
  const locked = cell.lock && inWords(cell.lock)
  const looks = ['cell', `cell-${cell.kind}`]
  if (isToday) looks.push('cell-today')
  if (locked !== null) looks.push('cell-locked')
  if (isEdited) looks.push('cell-edited')
  return (
    <td
      class={looks.join(' ')}
      tabIndex={isActive ? 0 : -1}
      {...(locked === null ? {} : { 'aria-readonly': 'true', title: locked })}
      onKeyDown={(event) => {
        if (!isEdited) walk.onKey(event, cell, at)
      }}
      onClick={() => {
        if (!isEdited) walk.onPoint(cell, at)
      }}
    >
      {isEdited ? (
        <CellField
          cell={cell}
          at={at}
          edited={edited}
          name={`${projectName}, ${longDay(cell.date)}`}
          walk={walk}
          editing={editing}
        />
      ) : (
        <Hours cell={cell} typed={typed} locked={locked} />
      )}
    </td>
  )
}

/** The hours with the signs of what else is there; each sign has its words. */
function Hours({ cell, typed, locked }: { cell: Cell; typed: Typed | undefined; locked: string | null }) {
  const { kind, entries, minutes } = cell
  // What the server refused counts nowhere, and is shown as what it would be.
  const isUncounted = entries.length > 0 && entries.every(({ counted }) => !counted)
  const wanted = entries.reduce((sum, { entry }) => sum + entry.minutes, 0)
  const shown = typed?.text ?? (kind === 'empty' ? '' : writeDuration(isUncounted ? wanted : minutes))
  const looks = ['cell-hours', 'figure']
  if (typed?.problem) looks.push('cell-unkept')
  else if (isUncounted) looks.push('uncounted')
  const standing = entries.some((each) => each.standing === 'attention')
    ? 'attention'
    : entries.some((each) => each.standing === 'device') && 'device'
  const said = [
    shown === '' && words.none,
    entries.length > 1 && words.several(entries.length),
    entries.some(({ entry }) => entry.start !== null) && words.timed,
    entries.some(({ entry }) => entry.note !== '') && words.note,
    standing && words.standing[standing],
    isUncounted && text.standing.uncounted,
    typed?.problem,
    locked !== null && text.week.locked,
  ].filter(Boolean)
  return (
    <>
      <span class={looks.join(' ')}>{shown}</span>
      <span class="cell-signs" aria-hidden="true">
        {entries.length > 1 && <span class="cell-count">{entries.length}</span>}
        {entries.some(({ entry }) => entry.note !== '') && <Icon name="note" />}
        {entries.some(({ entry }) => entry.start !== null) && <Icon name="late" />}
        {typed?.problem && <Sign standing="attention" />}
        {standing && <Sign standing={standing} />}
        {locked !== null && (
          <span class="cell-lock-sign">
            <Icon name="lock" />
          </span>
        )}
      </span>
      {said.length > 0 && <span class="hidden-word">{said.join(', ')}</span>}
    </>
  )
}

const Sign = ({ standing }: { standing: 'attention' | 'device' }) => (
  <span class={`cell-sign standing-${standing}`}>
    <Icon name={standing} />
  </span>
)
