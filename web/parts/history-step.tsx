// A step of a history, in words and with its times.
import { writeDuration } from '#domain/duration.ts'
import { moment, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import type { Sentence, Words } from './history-sentences.ts'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'

/** What the steps of a history are told with. */
export const words: Words = {
  history: text.history,
  project: projectName,
  day: shortDay,
  hours: writeDuration,
  refusal: inWords,
}

export function Step({ sentence: { what, more, at, received, client } }: { sentence: Sentence }) {
  const arrived = moment(received, now.value, zone.value)
  return (
    <li class="history-step">
      <p>{what}</p>
      {more && <p class="row-note">{more}</p>}
      <p class="quiet">
        {at === null ? arrived : text.history.savedAndArrived(moment(at, now.value, zone.value), arrived)}
        {client !== null && ` · ${text.history.by(client)}`}
      </p>
    </li>
  )
}
