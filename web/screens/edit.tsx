// The form of an entry that exists, over whatever screen it was opened from.
import { useRef } from 'preact/hooks'
import { writeDuration } from '#domain/duration.ts'
import type { Entry } from '#domain/entry.ts'
import { text } from '../messages.ts'
import { Dialog } from '../parts/dialog.tsx'
import { EntryForm } from '../parts/entry-form.tsx'
import { HistoryButton } from '../parts/history-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { inWords } from '../parts/in-words.ts'
import { SaveButton } from '../parts/save-button.tsx'
import { timesOf } from '../parts/time-input.ts'
import { closeEntry } from '../state/address.ts'
import { book } from '../state/copy.ts'
import { entryCalled, lockOf, ownEntry, restore, type ShownEntry } from '../state/entries.ts'
import { blank, type Form, formCalled, type Values } from '../state/form.ts'
import { notify } from '../state/notice.ts'
import { save } from '../state/save.ts'
import { wallClockOf } from '../state/wall-clock.ts'

/** A refused new entry is nowhere but here: it has no version that could have been seen, and is discarded at its card. */
const isKnown = ({ id }: { id: string }) => ownEntry(id) !== undefined

/** What the form shows first: of a refused entry what the person wanted, else the entry. */
function valuesOf({ entry, card }: ShownEntry): Values {
  const wanted = card?.change.kind === 'entry.put' ? card.change : entry
  return {
    ...blank,
    ...timesOf(wanted),
    by: wanted.start === null ? 'duration' : 'times',
    project: wanted.project,
    search: book.value.projects.get(wanted.project)?.name ?? '',
    date: wanted.date,
    duration: writeDuration(wanted.minutes),
    note: wanted.note,
    saw: isKnown(entry) ? entry.version : null,
  }
}

export function Edit({ entry: id }: { entry: string }) {
  const shown = entryCalled(id)
  const form = formCalled(`entry:${id}`)
  // What was typed the last time and left, shown as what it is: not yet true.
  const left = useRef<boolean | undefined>(undefined)
  const typed = form.typed.value
  if (typed !== undefined) left.current ??= typed !== null
  return (
    <Dialog title={text.edit.title} onClose={closeEntry}>
      {left.current && typed && <p class="reason">{text.edit.unsaved}</p>}
      {shown?.card && (
        <p class="reason">
          <Icon name="attention" />
          <span>{inWords(shown.card.problem)}</span>
        </p>
      )}
      {shown ? (
        <EntryForm
          name="edit"
          form={form}
          fresh={valuesOf(shown)}
          entry={id}
          wallClock={wallClockOf(shown.card?.change.kind === 'entry.put' ? shown.card.change : shown.entry)}
          onSaved={() => {
            closeEntry()
            notify({ text: text.edit.saved })
          }}
        >
          <Buttons shown={shown} onLeave={() => leave(form)} />
        </EntryForm>
      ) : (
        <p>{text.edit.gone}</p>
      )}
      {shown && isKnown(shown.entry) && <HistoryButton subject={{ kind: 'entry', entry: id }} />}
    </Dialog>
  )
}

/** Closes the form and forgets what was typed. */
function leave(form: Form): void {
  form.clear()
  closeEntry()
}

function Buttons({ shown, onLeave }: { shown: ShownEntry; onLeave: () => void }) {
  const removing = useRef(false)
  const remove = async () => {
    // The second tap of a double tap is not meant.
    if (removing.current) return
    removing.current = true
    const { entry, project } = shown
    const kept = await save({ kind: 'entry.delete', entry: entry.id })
    if ('refused' in kept) {
      removing.current = false
      notify({ text: inWords(kept.refused) })
      return
    }
    onLeave()
    notify({
      text: text.edit.deleted(writeDuration(entry.minutes), project?.name ?? text.unknownProject),
      action: { label: text.edit.undo, run: () => undo(entry, kept.change.id) },
    })
  }
  return (
    <div class="dialog-actions">
      {isKnown(shown.entry) && !lockOf(shown.entry.date) && (
        <button class="button button-danger" type="button" onClick={remove}>
          {text.edit.delete}
        </button>
      )}
      <button class="button" type="button" onClick={onLeave}>
        {text.cancel}
      </button>
      <SaveButton />
    </div>
  )
}

async function undo(entry: Entry, deleted: string) {
  const kept = await restore(entry, deleted)
  if ('refused' in kept) notify({ text: inWords(kept.refused) })
}
