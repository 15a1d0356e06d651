// What goes on in the grid while somebody types: which cell is edited, what is being kept, and what was not kept and why.
import { type ReadonlySignal, signal } from '@preact/signals'
import { writeDuration } from '#domain/duration.ts'
import { longDay } from '../dates.ts'
import { text } from '../messages.ts'
import { type CellAt, clearCell, writeCell } from '../state/cells.ts'
import { refresh } from '../state/copy.ts'
import { type Cell, meantIn } from '../state/grid.ts'
import { notify } from '../state/notice.ts'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'

export interface Typed {
  text: string
  /** Why it cannot be kept, in words; null where nothing is wrong, or not yet. */
  problem: string | null
}

export interface Opened extends CellAt {
  /** A duration that was typed into the cell before it was opened. */
  typed: string
}

export interface GridEditing {
  edited: ReadonlySignal<(CellAt & Typed) | null>
  opened: ReadonlySignal<Opened | null>
  /** What a cell shows instead of its hours: what is being kept, or was not kept. */
  typedIn: (at: CellAt) => Typed | undefined
  /** Begins with this text; null: with what is there. */
  begin: (cell: Cell, typed: string | null) => void
  type: (typed: string) => void
  /** Keeps what was typed; false where it means nothing that could be kept, and the cell stays edited. */
  commit: (cell: Cell) => boolean
  cancel: () => void
  clear: (cell: Cell) => Promise<void>
  open: (cell: CellAt, typed?: string) => void
  close: () => void
}

/** The device could not store: what is on the screen is what it has, and whoever typed is told. */
async function notStored(error: unknown, words = text.grid.unchanged): Promise<void> {
  reportError(error)
  await refresh()
  notify({ text: words })
}

const keyOf = ({ project, date }: CellAt) => `${project} ${date}`
const isSame = (one: CellAt, other: CellAt) => keyOf(one) === keyOf(other)

/** Editing in one grid, from the moment it is on the screen. */
export function gridEditing(): GridEditing {
  const edited = signal<(CellAt & Typed) | null>(null)
  const opened = signal<Opened | null>(null)
  const unkept = signal<ReadonlyMap<string, Typed>>(new Map())

  const mark = (at: CellAt, typed: Typed | null) => {
    const marks = new Map(unkept.peek())
    if (typed) marks.set(keyOf(at), typed)
    else marks.delete(keyOf(at))
    unkept.value = marks
  }

  const write = async (at: CellAt, typed: string, minutes: number) => {
    mark(at, { text: writeDuration(minutes), problem: null })
    try {
      const saved = await writeCell(at, minutes)
      if (saved === 'several') opened.value = { ...at, typed }
      else if ('refused' in saved) {
        const problem = inWords(saved.refused)
        mark(at, { text: typed, problem })
        notify({ text: `${projectName(at.project)}, ${longDay(at.date)}: ${problem}` })
        return
      }
      mark(at, null)
    } catch (error) {
      await notStored(error, text.log.notSaved)
      mark(at, { text: typed, problem: text.log.notSaved })
    }
  }

  const clear = async ({ project, date }: CellAt) => {
    const at = { project, date }
    const cleared = await clearCell(at).catch((error: unknown) => notStored(error))
    if (!cleared) return
    mark(at, null)
    if ('refused' in cleared) {
      notify({ text: inWords(cleared.refused) })
      return
    }
    const undo = async () => {
      const restored = await cleared.undo().catch((error: unknown) => notStored(error))
      if (restored && 'refused' in restored) notify({ text: inWords(restored.refused) })
    }
    notify({
      text: text.edit.deleted(writeDuration(cleared.entry.minutes), projectName(project)),
      action: { label: text.edit.undo, run: undo },
    })
  }

  return {
    edited,
    opened,
    typedIn: (at) => unkept.value.get(keyOf(at)),
    clear,

    begin({ project, date, kind, minutes }, typed) {
      const at = { project, date }
      const left = edited.peek()
      if (left && isSame(left, at)) return
      // What makes no sense where it was typed is left there, to be seen and put right.
      if (left) mark(left, { text: left.text, problem: left.problem })
      const known = unkept.peek().get(keyOf(at))
      const standing = kind === 'empty' ? '' : writeDuration(minutes)
      edited.value = {
        ...at,
        text: typed ?? known?.text ?? standing,
        problem: typed === null ? (known?.problem ?? null) : null,
      }
    },

    type(typed) {
      const at = edited.peek()
      if (at) edited.value = { ...at, text: typed, problem: null }
    },

    commit(cell) {
      const at = edited.peek()
      if (!at || !isSame(at, cell)) return true
      const meant = meantIn(at.text, cell)
      if ('problem' in meant) {
        edited.value = { ...at, problem: text.fieldProblem.duration[meant.problem] }
        return false
      }
      edited.value = null
      mark(at, null)
      if ('minutes' in meant) void write({ project: at.project, date: at.date }, at.text, meant.minutes)
      else if ('clear' in meant) void clear(at)
      return true
    },

    cancel() {
      const at = edited.peek()
      if (at) mark(at, null)
      edited.value = null
    },

    open({ project, date }, typed = '') {
      opened.value = { project, date, typed }
    },

    close() {
      opened.value = null
    },
  }
}
