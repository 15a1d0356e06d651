// The week as a grid of projects and days: its rows and cells, where a key leads, and what a typed text means there. No DOM.
import { type DurationProblem, minutesOf, readDuration } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'
import type { ShownEntry } from './entries.ts'

/**
 * What a cell holds, by what may be done in it: `plain` is one entry of nothing but minutes, `noted` one with a note, which
 * typing keeps; what is `several`, timed or refused by the server is only ever opened.
 */
export type CellKind = 'empty' | 'plain' | 'noted' | 'several'

export interface Cell {
  project: string
  date: string
  kind: CellKind
  entries: readonly ShownEntry[]
  minutes: number
  /** Why nothing may be written here, or null. */
  lock: Refusal | null
  /** Why what is here may not be deleted, or null. */
  keep: Refusal | null
}

export interface GridRow {
  project: string
  cells: readonly Cell[]
  minutes: number
}

interface Shown {
  dates: readonly string[]
  entriesOn: (date: string) => readonly ShownEntry[]
  /** The rows in their order, by project. */
  projects: readonly string[]
  /** Why the hours of the week may not change, or null. */
  weekLock: Refusal | null
  /** Why one may book nothing more on a project, or null. */
  bookingLock: (project: string) => Refusal | null
}

/** The rows of the grid, one for each project, each with a cell for each date. */
export const rowsOf = ({ dates, entriesOn, projects, weekLock, bookingLock }: Shown): GridRow[] =>
  projects.map((project) => {
    const lock = weekLock ?? bookingLock(project)
    const cells = dates.map((date): Cell => {
      const entries = entriesOn(date).filter(({ entry }) => entry.project === project)
      return {
        project,
        date,
        kind: kindOf(entries),
        entries,
        minutes: minutesIn(entries),
        lock,
        keep: weekLock,
      }
    })
    return { project, cells, minutes: minutesOf(cells) }
  })

/** What may be done in a cell that holds these entries. */
export function kindOf(entries: readonly ShownEntry[]): CellKind {
  const [first, second] = entries
  if (!first) return 'empty'
  if (second || first.card || first.entry.start !== null) return 'several'
  return first.entry.note === '' ? 'plain' : 'noted'
}

const minutesIn = (entries: readonly ShownEntry[]) =>
  minutesOf(entries.flatMap(({ entry, counted }) => (counted ? [entry] : [])))

/**
 * The order of the rows: those that stood there stay where they are, also when their last hour was deleted, so that none
 * moves under a hand; new ones come below, in the order given.
 */
export const orderOf = (before: readonly string[], present: readonly string[]): string[] => [
  ...before,
  ...present.filter((project) => !before.includes(project)),
]

/** A cell, by its row and its day, 0 being Monday. */
export interface Position {
  row: number
  day: number
}

export interface Press {
  key: string
  shift: boolean
  control: boolean
  alt: boolean
}

export type Act =
  | { act: 'move'; to: Position }
  /** To the row below the last one, where a project is added. */
  | { act: 'add' }
  /** With this text in place of what is there; null: with what is there. */
  | { act: 'edit'; text: string | null }
  | { act: 'open' }
  | { act: 'clear' }
  /** Says why the cell is locked. */
  | { act: 'explain' }
  /** Lets the next Tab leave the grid. */
  | { act: 'release' }

const lastDay = 6
const beginsDuration = /^[\d.,:]$/

/** What a key does on a cell that is not edited; null: what the browser does with it. */
export function actOn(press: Press, at: Position, rows: number, cell: Cell): Act | null {
  const { key, shift, control, alt } = press
  if (alt) return key === 'ArrowDown' ? { act: 'open' } : null
  const to = positionBy(press, at, rows)
  if (to) return { act: 'move', to }
  if (key === 'ArrowDown') return { act: 'add' }
  if (key === 'Escape') return { act: 'release' }
  if (key === 'Enter' || key === 'F2') return pointOn(cell)
  if (control || shift) return null
  if (key === 'Delete' || key === 'Backspace') return clearing(cell)
  return beginsDuration.test(key) ? typing(cell, key) : null
}

/** What a tap on a cell does. What is in a locked one can still be looked at. */
export function pointOn({ kind, lock }: Cell): Act {
  if (kind === 'empty' && lock) return { act: 'explain' }
  const isTypedInto = kind === 'empty' || (kind === 'plain' && !lock)
  return isTypedInto ? { act: 'edit', text: null } : { act: 'open' }
}

function clearing({ kind, keep }: Cell): Act | null {
  if (kind === 'empty') return null
  if (keep) return { act: 'explain' }
  return kind === 'several' ? { act: 'open' } : { act: 'clear' }
}

function typing({ kind, lock }: Cell, text: string): Act {
  if (lock) return { act: 'explain' }
  return kind === 'several' ? { act: 'open' } : { act: 'edit', text }
}

/** Where a key leads; null where it leads nowhere, or out of the grid. */
function positionBy({ key, shift, control }: Press, { row, day }: Position, rows: number): Position | null {
  switch (key) {
    case 'ArrowLeft':
      return { row, day: Math.max(0, day - 1) }
    case 'ArrowRight':
      return { row, day: Math.min(lastDay, day + 1) }
    case 'ArrowUp':
      return { row: control ? 0 : Math.max(0, row - 1), day }
    case 'ArrowDown':
      if (control) return { row: rows - 1, day }
      return row + 1 < rows ? { row: row + 1, day } : null
    case 'Home':
      return { row: control ? 0 : row, day: 0 }
    case 'End':
      return { row: control ? rows - 1 : row, day: lastDay }
    case 'Tab':
      return shift ? previous({ row, day }) : next({ row, day }, rows)
    default:
      return null
  }
}

function next({ row, day }: Position, rows: number): Position | null {
  if (day < lastDay) return { row, day: day + 1 }
  return row + 1 < rows ? { row: row + 1, day: 0 } : null
}

function previous({ row, day }: Position): Position | null {
  if (day > 0) return { row, day: day - 1 }
  return row > 0 ? { row: row - 1, day: lastDay } : null
}

export type Editing =
  /** Takes what was typed, and goes to a cell. */
  | { act: 'commit'; to: Position }
  | { act: 'cancel' }
  /** Takes what was typed, and opens the cell. */
  | { act: 'details' }

/** What a key does in a cell that is edited; null: what the browser does with it. At the edges one stays. */
export function actWhileEditing(press: Press, at: Position, rows: number): Editing | null {
  const { key, shift, alt } = press
  if (key === 'Escape') return { act: 'cancel' }
  if (alt) return key === 'ArrowDown' ? { act: 'details' } : null
  const keys: Record<string, string> = {
    Enter: shift ? 'ArrowUp' : 'ArrowDown',
    ArrowUp: 'ArrowUp',
    ArrowDown: 'ArrowDown',
    Tab: 'Tab',
  }
  const moving = keys[key]
  if (moving === undefined) return null
  const isTab = moving === 'Tab'
  return {
    act: 'commit',
    to: positionBy({ key: moving, shift: shift && isTab, control: false, alt }, at, rows) ?? at,
  }
}

export type Meant = { minutes: number } | { clear: true } | { nothing: true } | { problem: DurationProblem }

/** What a text in a cell means: an empty one, or none at all in hours, empties the cell. */
export function meantIn(text: string, { kind, minutes }: Pick<Cell, 'kind' | 'minutes'>): Meant {
  const reading = readDuration(text)
  if ('problem' in reading) {
    const isNothing = reading.problem === 'duration.empty' || reading.problem === 'duration.zero'
    if (!isNothing) return reading
    return kind === 'empty' ? { nothing: true } : { clear: true }
  }
  return kind !== 'empty' && reading.minutes === minutes ? { nothing: true } : reading
}
