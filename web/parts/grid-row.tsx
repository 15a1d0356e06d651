// A row of the grid: a project, its cells, and what they come to.
import { writeDuration } from '#domain/duration.ts'
import { todayHere } from '../state/clock.ts'
import { book } from '../state/copy.ts'
import type { GridRow as Row } from '../state/grid.ts'
import { bookingLock } from '../state/own-week.ts'
import { Dot } from './dot.tsx'
import { GridCell } from './grid-cell.tsx'
import type { GridEditing } from './grid-editing.ts'
import type { GridWalk } from './grid-walk.ts'
import { Icon } from './icon.tsx'
import { projectName } from './names.ts'

interface Props {
  row: Row
  /** From the top, 0 being the first. */
  index: number
  isWeekOpen: boolean
  walk: GridWalk
  editing: GridEditing
}

export function GridRow({ row: { project, cells, minutes }, index, isWeekOpen, walk, editing }: Props) {
  const active = walk.active.value
  const name = projectName(project)
  return (
    <tr>
      <th scope="row" class="grid-project">
        <span>
          <Dot project={book.value.projects.get(project)} />
          {name}
          {isWeekOpen && bookingLock(project) && <Icon name="lock" />}
        </span>
      </th>
      {cells.map((cell, day) => (
        <GridCell
          key={cell.date}
          cell={cell}
          at={{ row: index, day }}
          isActive={index === active.row && day === active.day}
          isToday={cell.date === todayHere.value}
          projectName={name}
          walk={walk}
          editing={editing}
        />
      ))}
      <td class="grid-total figure">{minutes > 0 && writeDuration(minutes)}</td>
    </tr>
  )
}
