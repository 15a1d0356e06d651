// Last week's projects, with or without their hours, as the beginning of this one.
import type { Signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { addWeeks, daysOf } from '#domain/calendar.ts'
import { minutesOf, writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { closeOver, openAs, openOver } from '../state/address.ts'
import { dropCopies, keepCopies } from '../state/cells.ts'
import { entriesOn } from '../state/entries.ts'
import { notify } from '../state/notice.ts'
import { bookingLock, lockOfWeek } from '../state/own-week.ts'
import { hasRoom } from '../state/room.ts'
import { copiesOf, rowsToCopy } from '../state/weeks.ts'
import { Dialog } from './dialog.tsx'

const words = text.copyWeek
const mayBook = (project: string) => bookingLock(project) === null

interface Props {
  week: string
  /** The rows of the grid, by project. */
  projects: Signal<readonly string[]>
}

export function CopyWeek({ week, projects }: Props) {
  if (lockOfWeek(week)) return null
  return (
    <>
      <button class="button" type="button" onClick={() => openOver('copy', 'last')}>
        {text.week.copyLast}
      </button>
      {openAs('copy') === 'last' && <CopyDialog week={week} projects={projects} />}
    </>
  )
}

function CopyDialog({ week, projects }: Props) {
  const copying = useRef(false)
  const last = daysOf(addWeeks(week, -1)).flatMap(entriesOn)
  const here = daysOf(week).flatMap(entriesOn)
  const present = [...projects.value, ...here.map(({ entry }) => entry.project)]
  // The list by day has no empty rows that could be copied.
  const rows = hasRoom.value ? rowsToCopy(last, present, mayBook) : []
  const copies = copiesOf(last, here, mayBook)
  const close = () => closeOver('copy')

  const copyRows = () => {
    const before = projects.peek()
    projects.value = [...before, ...rows]
    close()
    const undo = () => {
      projects.value = projects.peek().filter((project) => !rows.includes(project))
    }
    notify({ text: words.rowsCopied(rows.length), action: { label: text.edit.undo, run: undo } })
  }
  const copyHours = async () => {
    // The second tap of a double tap is not meant.
    if (copying.current) return
    copying.current = true
    const { kept, refused } = await keepCopies(copies)
    close()
    const undo = async () => {
      await dropCopies(kept)
      notify({ text: words.undone })
    }
    const said = refused > 0 ? words.copiedSome(kept.length, refused) : words.copied(kept.length)
    notify({ text: said, action: { label: text.edit.undo, run: undo } })
  }

  const more = words.hoursMore(copies.length, writeDuration(minutesOf(copies)))
  const choices: Choosing[] = [
    ...(copies.length > 0 ? [{ name: words.hours, more, onChoose: copyHours }] : []),
    ...(rows.length > 0 ? [{ name: words.rows, more: words.rowsMore, onChoose: copyRows }] : []),
  ]
  // One alone is no choice, and gets the button that a person looks for.
  const only = choices.length === 1 ? choices[0] : undefined

  return (
    <Dialog title={words.title} onClose={close}>
      {rows.length + copies.length === 0 && <p>{words.nothing}</p>}
      {only && (
        <p>
          <strong>{only.name}</strong>: {only.more}
        </p>
      )}
      {!only && (
        <div class="choices-tall">
          {choices.map((choice) => (
            <Choice key={choice.name} {...choice} />
          ))}
        </div>
      )}
      <div class="dialog-actions">
        <button class="button" type="button" onClick={close}>
          {text.cancel}
        </button>
        {only && (
          <button class="button button-primary" type="button" onClick={only.onChoose}>
            {words.copy}
          </button>
        )}
      </div>
    </Dialog>
  )
}

interface Choosing {
  name: string
  more: string
  onChoose: () => unknown
}

const Choice = ({ name, more, onChoose }: Choosing) => (
  <button class="choice-tall" type="button" onClick={onChoose}>
    <strong>{name}</strong>
    <span class="quiet">{more}</span>
  </button>
)
