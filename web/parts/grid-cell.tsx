// One cell of the grid: what a project has on a day, or the field in which that is typed.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { readDuration, writeDuration } from '#domain/duration.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import { type Cell, actWhileEditing, type Place, type Press } from '../state/grid.ts'
import type { GridEditing, Typed } from './grid-editing.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'

const words = text.grid

interface Props {
  cell: Cell
  at: Place
  rows: number
  isActive: boolean
  isToday: boolean
  projectName: string
  editing: GridEditing
  onKey: (event: KeyboardEvent, cell: Cell, at: Place) => void
  onPoint: (cell: Cell, at: Place) => void
  /** Takes the focus to a cell. */
  onGo: (to: Place) => void
}

export function GridCell({ cell, at, rows, isActive, isToday, projectName, editing, ...on }: Props) {
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
        if (!isEdited) on.onKey(event, cell, at)
      }}
      onClick={() => {
        if (!isEdited) on.onPoint(cell, at)
      }}
    >
      {isEdited ? (
        <CellField
          cell={cell}
          at={at}
          rows={rows}
          edited={edited}
          name={`${projectName}, ${longDay(cell.date)}`}
          editing={editing}
          onGo={on.onGo}
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

interface FieldProps {
  cell: Cell
  at: Place
  rows: number
  edited: Typed
  name: string
  editing: GridEditing
  onGo: (to: Place) => void
}

function CellField({ cell, at, rows, edited, name, editing, onGo }: FieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const begunWith = useRef(edited.text)
  useLayoutEffect(() => {
    const field = input.current
    field?.focus()
    // What was there is replaced by the next key; what that key has begun is gone on with.
    if (begunWith.current.length > 1) field?.select()
  }, [])

  const details = () => {
    const { text: typed } = edited
    if (cell.kind === 'empty') editing.cancel()
    else if (!editing.commit(cell)) return
    onGo(at)
    editing.open(cell, cell.kind === 'empty' ? typed : '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actWhileEditing(pressOf(event), at, rows)
    if (!act || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (act.act === 'cancel') {
      editing.cancel()
      onGo(at)
    } else if (act.act === 'details') details()
    else if (editing.commit(cell)) onGo(act.to)
  }

  const reading = readDuration(edited.text)
  const bubble = `cell-${cell.date}-${cell.project}`
  return (
    <>
      <input
        ref={input}
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
      <div class="cell-bubble">
        <div id={bubble} class="cell-reading" role="status">
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
            details()
          }}
        >
          {words.details}
        </button>
      </div>
    </>
  )
}

/** A key with what is held beside it; Ctrl and Cmd are one. */
export const pressOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Press => ({
  key,
  shift: shiftKey,
  control: ctrlKey || metaKey,
  alt: altKey,
})
