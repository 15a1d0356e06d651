// What was refused: why, what was wanted, what there is instead, and everything one can do about it.
import { useSignal } from '@preact/signals'
import { key } from '#domain/book.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Card } from '../data/cards.ts'
import { moment } from '../dates.ts'
import { text } from '../messages.ts'
import { go } from '../state/address.ts'
import { now, zone } from '../state/clock.ts'
import { book, me } from '../state/copy.ts'
import { entryCalled } from '../state/entries.ts'
import { offerFile } from '../state/file.ts'
import { notify } from '../state/notice.ts'
import { giveUp, sendAgain } from '../state/save.ts'
import { Both } from './both.tsx'
import { offersOf } from './card-offers.ts'
import { inLine, wordsOf } from './change-words.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'

export function RefusedCard({ card }: { card: Card }) {
  const asking = useSignal(false)
  const words = wordsOf(card.change)
  const { project, name, minutes, note } = words
  const later = card.items.length - 1
  return (
    <li class="card">
      <div class="card-head">
        {project && <Dot project={project} />}
        <h3>{name}</h3>
        {minutes !== undefined && <span class="row-figure figure">{writeDuration(minutes)}</span>}
      </div>
      <p class="quiet">
        {inLine(words)} · {text.outbox.since(moment(card.kept, now.value, zone.value))}
      </p>
      {note && <p class="row-note">{note}</p>}
      <p class="reason">
        <Icon name="attention" />
        <span>{inWords(card.problem)}</span>
      </p>
      {card.problem.code.endsWith('.stale') && <Both change={card.change} />}
      {later > 0 && (
        <p class="quiet">{isOfEntry(card) ? text.outbox.folded(later) : text.outbox.foldedOther(later)}</p>
      )}
      <Offers card={card} onDiscard={() => (asking.value = true)} />
      {asking.value && (
        <DiscardDialog discard={() => giveUp(card.thing)} onClose={() => (asking.value = false)} />
      )}
    </li>
  )
}

const isOfEntry = ({ change }: Card) => 'entry' in change

function Offers({ card, onDiscard }: { card: Card; onDiscard: () => void }) {
  const { edit, look, retry, file } = offersOf(card.change, card.problem, {
    me: me.value,
    weekOfLate: (person, late) => book.value.lates.get(key(person, late))?.week,
  })
  // A deleted entry has no form.
  const mayEdit = edit !== null && (!isOfEntry(card) || entryCalled(card.thing) !== undefined)
  const again = async () => {
    const refused = await sendAgain(card.thing)
    notify({ text: refused ? inWords(refused) : text.outbox.retried })
  }
  return (
    <div class="actions">
      {mayEdit && (
        <button class="button button-primary" type="button" onClick={() => go(edit)}>
          {text.outbox.edit}
        </button>
      )}
      {look !== null && (
        <a class={mayEdit ? 'button' : 'button button-primary'} href={look}>
          {text.outbox.look}
        </a>
      )}
      {retry && (
        <button class="button" type="button" onClick={again}>
          {text.outbox.retry}
        </button>
      )}
      <button class="button" type="button" onClick={onDiscard}>
        {text.outbox.discard}
      </button>
      {file && (
        <button class="button button-plain" type="button" onClick={() => offerFile(inWords, card.items)}>
          {text.outbox.file}
        </button>
      )}
    </div>
  )
}
