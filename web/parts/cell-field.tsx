// The field in a cell of the grid that is edited: what is typed, what it is taken for, and the way to the whole cell.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { readDuration, writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { actWhileEditing, type Cell, type Position } from '../state/grid.ts'
import type { GridEditing, Typed } from './grid-editing.ts'
import type { GridWalk } from './grid-walk.ts'
import { pressOf } from './press.ts'

interface Props {
  cell: Cell
  at: Position
  edited: Typed
  name: string
  walk: GridWalk
  editing: GridEditing
}

export function CellField({ cell, at, edited, name, walk, editing }: Props) {
  const details = () => {
    const { text: typed } = edited
    if (cell.kind === 'empty') editing.cancel()
    else if (!editing.commit(cell)) return
    walk.go(at)
    editing.open(cell, cell.kind === 'empty' ? typed : '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actWhileEditing(pressOf(event), at, walk.rows)
    if (!act || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (act.act === 'cancel') {
      editing.cancel()
      walk.go(at)
    } else if (act.act === 'details') details()
    else if (editing.commit(cell)) walk.go(act.to)
  }
  const bubble = `cell-${cell.date}-${cell.project}`
  return (
    <>
      <input
        ref={useFocus(edited.text)}
        class="cell-field figure"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        spellcheck={false}
        aria-label={name}
        aria-describedby={bubble}
        {...(edited.problem === null ? {} : { 'aria-invalid': 'true' })}
        value={edited.text}
        onInput={(event) => editing.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => editing.commit(cell)}
      />
      <Bubble id={bubble} edited={edited} onDetails={details} />
    </>
  )
}

/** Takes the focus into a field as it appears, begun with this text. */
function useFocus(begunWith: string) {
  const input = useRef<HTMLInputElement>(null)
  const begun = useRef(begunWith)
  useLayoutEffect(() => {
    const field = input.current
    field?.focus()
    // What was there is replaced by the next key; what that key has begun is gone on with.
    if (begun.current.length > 1) field?.select()
  }, [])
  return input
}

function Bubble({ id, edited, onDetails }: { id: string; edited: Typed; onDetails: () => void }) {
  const reading = readDuration(edited.text)
  return (
    <div class="cell-bubble">
      <div id={id} class="cell-reading" role="status">
        {edited.problem ??
          ('minutes' in reading && (
            <span class="figure">{`${edited.text.trim()} → ${writeDuration(reading.minutes)}`}</span>
          ))}
      </div>
      <button
        class="cell-details"
        type="button"
        tabIndex={-1}
        // The field keeps the focus until the finger is lifted: leaving it would keep what was typed first.
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => {
          event.stopPropagation()
          onDetails()
        }}
      >
        {text.grid.details}
      </button>
    </div>
  )
}
