// What the server refused: why, what was wanted, what the server has instead, and everything one can do about it.
import { useSignal } from '@preact/signals'
import { writeDuration } from '#domain/duration.ts'
import type { Entry } from '#domain/entry.ts'
import type { Card } from '../data/cards.ts'
import { moment, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { openEntry } from '../state/address.ts'
import { now, zone } from '../state/clock.ts'
import { book } from '../state/copy.ts'
import { entryCalled, giveUp, sendAgain } from '../state/entries.ts'
import { offerFile } from '../state/file.ts'
import { notify } from '../state/notice.ts'
import { Dialog } from './dialog.tsx'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { meaning } from './waiting-row.tsx'

export function RefusedCard({ card }: { card: Card }) {
  const asking = useSignal(false)
  const { project, name, date, minutes, note } = meaning(card.change)
  const later = card.items.length - 1
  const again = async () => {
    const refused = await sendAgain(card.thing)
    notify({ text: refused ? inWords(refused) : text.outbox.retried })
  }
  const drop = async () => {
    asking.value = false
    await giveUp(card.thing)
    notify({ text: text.outbox.discarded })
  }
  return (
    <li class="card">
      <div class="card-head">
        <Dot project={project} />
        <h3>{name}</h3>
        {minutes !== undefined && <span class="row-figure figure">{writeDuration(minutes)}</span>}
      </div>
      <p class="quiet">
        {date && `${shortDay(date)} · `}
        {text.outbox.since(moment(card.kept, now.value, zone.value))}
      </p>
      {note && <p class="row-note">{note}</p>}
      <p class="reason">
        <Icon name="attention" />
        <span>{inWords(card.problem)}</span>
      </p>
      {card.problem.code === 'entry.stale' && <Both card={card} />}
      {later > 0 && <p class="quiet">{text.outbox.folded(later)}</p>}
      <div class="actions">
        {entryCalled(card.thing) && (
          <button class="button button-primary" type="button" onClick={() => openEntry(card.thing)}>
            {text.outbox.edit}
          </button>
        )}
        <button class="button" type="button" onClick={again}>
          {text.outbox.retry}
        </button>
        <button class="button" type="button" onClick={() => (asking.value = true)}>
          {text.outbox.discard}
        </button>
        <button class="button button-plain" type="button" onClick={() => offerFile(inWords, card.items)}>
          {text.outbox.file}
        </button>
      </div>
      {asking.value && (
        <Dialog title={text.outbox.discardTitle} onClose={() => (asking.value = false)}>
          <p>{text.outbox.discardText}</p>
          <div class="dialog-actions">
            <button class="button" type="button" onClick={() => (asking.value = false)}>
              {text.outbox.keepIt}
            </button>
            <button class="button button-danger" type="button" onClick={drop}>
              {text.outbox.discard}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  )
}

type Values = Pick<Entry, 'project' | 'date' | 'minutes' | 'note'>

/** What the person wanted beside what the server has, where they differ. */
function Both({ card }: { card: Card }) {
  const yours = card.change.kind === 'entry.put' ? card.change : null
  const server = book.value.entries.get(card.thing)
  const rows = (['project', 'date', 'duration', 'note'] as const)
    .map((field) => ({
      field,
      yours: yours ? shownValue(yours, field) : text.outbox.removed,
      server: server && !server.deleted ? shownValue(server, field) : text.outbox.removed,
    }))
    .filter((row) => row.yours !== row.server)
  return (
    <table class="both">
      <thead>
        <tr>
          <th scope="col">{text.outbox.field}</th>
          <th scope="col">{text.outbox.yours}</th>
          <th scope="col">{text.outbox.server}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">{text.form[row.field]}</th>
            <td class="figure">{row.yours}</td>
            <td class="figure">{row.server}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shownValue(values: Values, field: 'project' | 'date' | 'duration' | 'note'): string {
  switch (field) {
    case 'project':
      return book.value.projects.get(values.project)?.name ?? text.unknownProject
    case 'date':
      return shortDay(values.date)
    case 'duration':
      return writeDuration(values.minutes)
    case 'note':
      return values.note || '–'
  }
}
