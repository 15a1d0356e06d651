// What was deleted in a week, for those who think better of it later.
import { writeDuration } from '#domain/duration.ts'
import type { Entry } from '#domain/entry.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { deletedOn, restore } from '../state/entries.ts'
import { notify } from '../state/notice.ts'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'

interface Props {
  dates: readonly string[]
  isLocked: boolean
}

export function DeletedEntries({ dates, isLocked }: Props) {
  const deleted = deletedOn(dates)
  if (deleted.length === 0) return null
  return (
    <details class="deleted">
      <summary>{text.week.deleted(deleted.length)}</summary>
      <ul class="rows">
        {deleted.map((entry) => (
          <li key={entry.id} class="row">
            <span class="row-words">
              <strong>{projectName(entry.project)}</strong>
              <span class="quiet">
                {shortDay(entry.date)} · <span class="figure">{writeDuration(entry.minutes)}</span>
              </span>
              {entry.note && <span class="row-note">{entry.note}</span>}
            </span>
            {!isLocked && (
              <button class="button" type="button" onClick={() => bringBack(entry)}>
                {text.week.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

async function bringBack(entry: Entry): Promise<void> {
  const saved = await restore(entry, entry.version)
  notify({ text: 'refused' in saved ? inWords(saved.refused) : text.edit.restored })
}
