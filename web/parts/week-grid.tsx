// The week as a table of projects and days that is typed into like a spreadsheet. What a key does is decided in
// state/grid.ts, what becomes of the text in grid-editing.ts; here is the table, and where the focus is.
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useId, useMemo, useRef } from 'preact/hooks'
import { daysOf, weekNumber } from '#domain/calendar.ts'
import { minutesOf as minutesIn, writeDuration } from '#domain/duration.ts'
import { dayOfMonth, longDay, shortWeekday } from '../dates.ts'
import { compareNames } from '../locale.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { book } from '../state/copy.ts'
import { entriesOn, minutesOf } from '../state/entries.ts'
import { actOn, type Cell, orderOf, type Place, rowsOf } from '../state/grid.ts'
import { notify } from '../state/notice.ts'
import { bookingLock, lockOfWeek } from '../state/own-week.ts'
import { AddRow } from './add-row.tsx'
import { CellDialog } from './cell-dialog.tsx'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { GridCell, pressOf } from './grid-cell.tsx'
import { gridEditing } from './grid-editing.ts'
import { inWords } from './in-words.ts'
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
  const active = useSignal<Place>({ row: 0, day: Math.max(0, dates.indexOf(todayHere.peek())) })
  const editing = useMemo(gridEditing, [])
  const table = useRef<HTMLTableElement>(null)
  const released = useRef(false)
  const keys = useId()

  useEffect(() => {
    if (order.length !== projects.peek().length) projects.value = order
  })

  const go = (to: Place) => {
    active.value = to
    released.current = false
    table.current?.tBodies[0]?.rows[to.row]?.cells[to.day + 1]?.focus()
  }
  const explain = ({ lock, keep }: Cell) => {
    const why = lock ?? keep
    if (why) notify({ text: inWords(why) })
  }

  const onKey = (event: KeyboardEvent, cell: Cell, at: Place) => {
    const press = pressOf(event)
    if (press.key === 'Tab' && released.current) return
    if (press.key !== 'Shift') released.current = false
    const act = actOn(press, at, rows.length, cell)
    if (!act) return
    event.preventDefault()
    if (act.act === 'move') go(act.to)
    else if (act.act === 'add')
      table.current?.querySelector<HTMLElement>('tbody input[role=combobox]')?.focus()
    else if (act.act === 'edit') editing.begin(cell, act.text)
    else if (act.act === 'open') editing.open(cell)
    else if (act.act === 'clear') void editing.clear(cell)
    else if (act.act === 'explain') explain(cell)
    else released.current = true
  }
  const onPoint = (cell: Cell, at: Place) => {
    go(at)
    if (cell.kind === 'noted' || cell.kind === 'several') editing.open(cell)
    else if (cell.lock) explain(cell)
    else editing.begin(cell, null)
  }
  /** The row is drawn before its cell can have the focus. */
  const add = (project: string) => {
    const row = order.includes(project) ? order.indexOf(project) : order.length
    if (row === order.length) projects.value = [...order, project]
    requestAnimationFrame(() => go({ row, day: active.peek().day }))
  }

  const total = minutesIn(rows)
  return (
    <div class="grid-frame">
      <table
        ref={table}
        class="grid"
        // A table by nature, and one that is walked through cell by cell (the grid pattern of the ARIA practices).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={text.grid.name(weekNumber(week))}
        {...(weekLock === null ? { 'aria-describedby': keys } : {})}
      >
        <thead>
          <tr>
            <th scope="col" class="grid-project">
              {text.grid.project}
            </th>
            {dates.map((date) => (
              <th key={date} scope="col" class={date === todayHere.value ? 'grid-today' : ''}>
                <span class="hidden-word">{longDay(date)}</span>
                <span aria-hidden="true">
                  {weekLock && <Icon name="lock" />}
                  {shortWeekday(date)} <span class="figure grid-day">{dayOfMonth(date)}</span>
                </span>
              </th>
            ))}
            <th scope="col">{text.week.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ project, cells, minutes }, row) => (
            <tr key={project}>
              <th scope="row" class="grid-project">
                <span>
                  <Dot project={book.value.projects.get(project)} />
                  {projectName(project)}
                  {!weekLock && bookingLock(project) && <Icon name="lock" />}
                </span>
              </th>
              {cells.map((cell, day) => (
                <GridCell
                  key={cell.date}
                  cell={cell}
                  at={{ row, day }}
                  rows={rows.length}
                  isActive={row === active.value.row && day === active.value.day}
                  isToday={cell.date === todayHere.value}
                  projectName={projectName(project)}
                  editing={editing}
                  onKey={onKey}
                  onPoint={onPoint}
                  onGo={go}
                />
              ))}
              <td class="grid-total figure">{minutes > 0 && writeDuration(minutes)}</td>
            </tr>
          ))}
          {weekLock === null && <AddRow onAdd={add} isFirst={rows.length === 0} />}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="grid-project">
              {text.week.total}
            </th>
            {dates.map((date) => {
              const minutes = minutesOf(entriesOn(date))
              return (
                <td key={date} class="grid-total figure">
                  {minutes > 0 && writeDuration(minutes)}
                </td>
              )
            })}
            <td class="grid-total grid-sum figure">{writeDuration(total)}</td>
          </tr>
        </tfoot>
      </table>
      {weekLock === null && (
        <p id={keys} class="grid-keys quiet">
          {text.grid.keys}
        </p>
      )}
      {editing.opened.value && (
        <CellDialog
          key={`${editing.opened.value.project} ${editing.opened.value.date}`}
          {...editing.opened.value}
          lock={weekLock ?? bookingLock(editing.opened.value.project)}
          onClose={editing.close}
        />
      )}
    </div>
  )
}

/** The projects that have hours on these days, by name. */
function projectsIn(dates: readonly string[]): string[] {
  const found = new Set(dates.flatMap(entriesOn).map(({ entry }) => entry.project))
  return [...found].toSorted((one, other) => compareNames(projectName(one), projectName(other)))
}
