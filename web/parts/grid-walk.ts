// The way through the grid: which cell has the focus, and what a key or a tap on a cell does there.
import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { todayHere } from '../state/clock.ts'
import { type Act, actOn, type Cell, pointOn, type Position } from '../state/grid.ts'
import { notify } from '../state/notice.ts'
import type { GridEditing } from './grid-editing.ts'
import { inWords } from './in-words.ts'
import { pressOf } from './press.ts'

export interface GridWalk {
  /** How many rows there are. */
  rows: number
  /** The cell at which Tab enters the grid. */
  active: ReadonlySignal<Position>
  /** Takes the focus to a cell. */
  go: (to: Position) => void
  /** The same in a row that is yet to be drawn. */
  goToNewRow: (row: number) => void
  onKey: (event: KeyboardEvent, cell: Cell, at: Position) => void
  onPoint: (cell: Cell, at: Position) => void
}

/** Begins at today, or at Monday where today is in another week. */
export function useGridWalk(
  table: RefObject<HTMLTableElement | null>,
  dates: readonly string[],
  rows: number,
  editing: GridEditing,
): GridWalk {
  const active = useSignal<Position>({ row: 0, day: Math.max(0, dates.indexOf(todayHere.peek())) })
  /** Whether the next Tab leaves the grid. */
  const released = useRef(false)

  const go = (to: Position) => {
    active.value = to
    released.current = false
    table.current?.tBodies[0]?.rows[to.row]?.cells[to.day + 1]?.focus()
  }
  const goToNewRow = (row: number) => {
    requestAnimationFrame(() => go({ row, day: active.peek().day }))
  }
  const follow = (act: Act, cell: Cell) => {
    if (act.act === 'move') go(act.to)
    else if (act.act === 'add')
      table.current?.querySelector<HTMLElement>('tbody input[role=combobox]')?.focus()
    else if (act.act === 'edit') editing.begin(cell, act.text)
    else if (act.act === 'open') editing.open(cell)
    else if (act.act === 'clear') void editing.clear(cell)
    else if (act.act === 'explain') explain(cell)
    else released.current = true
  }

  const onKey = (event: KeyboardEvent, cell: Cell, at: Position) => {
    const press = pressOf(event)
    if (press.key === 'Tab' && released.current) return
    if (press.key !== 'Shift') released.current = false
    const act = actOn(press, at, rows, cell)
    if (!act) return
    event.preventDefault()
    follow(act, cell)
  }
  const onPoint = (cell: Cell, at: Position) => {
    go(at)
    follow(pointOn(cell), cell)
  }
  return { rows, active, go, goToNewRow, onKey, onPoint }
}

function explain({ lock, keep }: Cell): void {
  const why = lock ?? keep
  if (why) notify({ text: inWords(why) })
}
