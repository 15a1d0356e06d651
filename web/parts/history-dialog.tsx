// Who did what to an entry or a week, and when: asked from the server, and what of it waits on this device.
import { writeDuration } from '#domain/duration.ts'
import { moment, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { book, datesAtServer, waiting } from '../state/copy.ts'
import { askHistory, closeHistory, type Subject, type Told, waitingFor } from '../state/history.ts'
import type { Missing } from '../state/reports.ts'
import { Dialog } from './dialog.tsx'
import { type Sentence, sentencesOf, type Words } from './history-sentences.ts'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'
import { useAnswer } from './report-answer.ts'
import { WaitingRow } from './waiting-row.tsx'

/** What the steps of a history are told with. */
export const words: Words = {
  history: text.history,
  project: projectName,
  day: shortDay,
  hours: writeDuration,
  refusal: inWords,
}

export function HistoryDialog({ subject }: { subject: Subject }) {
  const { answer, again } = useAnswer(() => askHistory(subject))
  const items = waitingFor(waiting.value, subject, { ...book.value, dates: datesAtServer.value })
  return (
    <Dialog title={text.history.title} onClose={closeHistory}>
      {items.length > 0 && (
        <section aria-labelledby="history-waiting">
          <h3 id="history-waiting" class="history-title">
            {text.history.waiting}
          </h3>
          <ul class="rows">
            {items.map((item) => (
              <WaitingRow key={item.order} change={item.change} kept={item.kept} />
            ))}
          </ul>
        </section>
      )}
      <div aria-live="polite">
        <Steps answer={answer.value} onRetry={again} />
      </div>
    </Dialog>
  )
}

function Steps({ answer, onRetry }: { answer: Told | Missing | null; onRetry: () => void }) {
  if (answer === null) return <p class="quiet">{text.history.fetching}</p>
  if (answer === 'offline' || answer === 'refused') {
    return (
      <>
        <p>{answer === 'offline' ? text.history.offline : text.history.failed}</p>
        <div class="actions">
          <button class="button" type="button" onClick={onRetry}>
            {text.history.retry}
          </button>
        </div>
      </>
    )
  }
  if (answer.steps.length === 0) return <p class="quiet">{text.history.empty}</p>
  return (
    <>
      <ol class="history" aria-label={text.history.steps}>
        {sentencesOf(answer.steps, words, answer.ours).map((sentence) => (
          <Step key={sentence.change} sentence={sentence} />
        ))}
      </ol>
      {answer.more && <p class="quiet">{text.history.more}</p>}
    </>
  )
}

/** One step, in words and with its times. */
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
