// The week as a table of projects and days that is typed into like a spreadsheet. What a key does is decided in
// state/grid.ts, where it leads in grid-walk.ts, what becomes of the text in grid-editing.ts; here is the table.
import type { Signal } from '@preact/signals'
import { useEffect, useId, useMemo, useRef } from 'preact/hooks'
import { daysOf, weekNumber } from '#domain/calendar.ts'
import { minutesOf } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'
import { compareNames } from '../locale.ts'
import { text } from '../messages.ts'
import { entriesOn } from '../state/entries.ts'
import { orderOf, rowsOf } from '../state/grid.ts'
import { bookingLock, lockOfWeek } from '../state/own-week.ts'
import { AddRow } from './add-row.tsx'
import { CellDialog } from './cell-dialog.tsx'
import { type GridEditing, gridEditing } from './grid-editing.ts'
import { GridFoot, GridHead } from './grid-edges.tsx'
import { GridRow } from './grid-row.tsx'
import { useGridWalk } from './grid-walk.ts'
import { projectName } from './names.ts'

interface Props {
  week: string
  /** The rows that have stood here, by project: they stay for as long as the week is on the screen. */
  projects: Signal<readonly string[]>
}

export function WeekGrid({ week, projects }: Props) {
  const dates = daysOf(week)
  const weekLock = lockOfWeek(week)
  const order = orderOf(projects.value, projectsIn(dates))
  const rows = rowsOf({ dates, entriesOn, projects: order, weekLock, bookingLock })
  const editing = useMemo(gridEditing, [])
  const table = useRef<HTMLTableElement>(null)
  const walk = useGridWalk(table, dates, rows.length, editing)
  const keys = useId()
  const isOpen = weekLock === null

  useEffect(() => {
    if (order.length !== projects.peek().length) projects.value = order
  })

  const add = (project: string) => {
    const row = order.includes(project) ? order.indexOf(project) : order.length
    if (row === order.length) projects.value = [...order, project]
    walk.goToNewRow(row)
  }
  return (
    <div class="grid-frame">
      <table
        ref={table}
        class="grid"
        // A table by nature, and one that is walked through cell by cell (the grid pattern of the ARIA practices).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={text.grid.name(weekNumber(week))}
        {...(isOpen ? { 'aria-describedby': keys } : {})}
      >
        <GridHead dates={dates} isOpen={isOpen} />
        <tbody>
          {rows.map((row, index) => (
            <GridRow
              key={row.project}
              row={row}
              index={index}
              isWeekOpen={isOpen}
              walk={walk}
              editing={editing}
            />
          ))}
          {isOpen && <AddRow onAdd={add} isFirst={rows.length === 0} />}
        </tbody>
        <GridFoot dates={dates} total={minutesOf(rows)} />
      </table>
      {isOpen && (
        <p id={keys} class="grid-keys quiet">
          {text.grid.keys}
        </p>
      )}
      <OpenedCell editing={editing} weekLock={weekLock} />
    </div>
  )
}

function OpenedCell({ editing, weekLock }: { editing: GridEditing; weekLock: Refusal | null }) {
  const opened = editing.opened.value
  if (!opened) return null
  const { project, date } = opened
  return (
    <CellDialog
      key={`${project} ${date}`}
      {...opened}
      lock={weekLock ?? bookingLock(project)}
      onClose={editing.close}
    />
  )
}

/** The projects that have hours on these days, by name. */
function projectsIn(dates: readonly string[]): string[] {
  const found = new Set(dates.flatMap(entriesOn).map(({ entry }) => entry.project))
  return [...found].toSorted((one, other) => compareNames(projectName(one), projectName(other)))
}
