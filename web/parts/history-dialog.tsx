// Who did what to an entry or a week, and when: asked from the server, and what of it waits on this device.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { writeDuration } from '#domain/duration.ts'
import { moment, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { book, datesAtServer, waiting } from '../state/copy.ts'
import { askHistory, closeHistory, type HistoryAnswer, type Subject, waitingFor } from '../state/history.ts'
import { Dialog } from './dialog.tsx'
import { type Sentence, sentencesOf, type Words } from './history-sentences.ts'
import { inWords } from './in-words.ts'
import { projectName } from './names.ts'
import { WaitingRow } from './waiting-row.tsx'

const words: Words = {
  history: text.history,
  project: projectName,
  day: shortDay,
  hours: writeDuration,
  refusal: inWords,
}

type Answer = 'asking' | HistoryAnswer

export function HistoryDialog({ subject }: { subject: Subject }) {
  const answer = useSignal<Answer>('asking')
  const tries = useSignal(0)
  const attempt = tries.value
  useEffect(() => {
    let isLeft = false
    answer.value = 'asking'
    void askHistory(subject).then((reply) => {
      if (!isLeft) answer.value = reply
    })
    return () => {
      isLeft = true
    }
  }, [answer, subject, attempt])
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
        <Steps answer={answer.value} onRetry={() => (tries.value += 1)} />
      </div>
    </Dialog>
  )
}

function Steps({ answer, onRetry }: { answer: Answer; onRetry: () => void }) {
  if (answer === 'asking') return <p class="quiet">{text.history.fetching}</p>
  if (answer === 'offline' || answer === 'failed') {
    return (
      <>
        <p>{text.history[answer]}</p>
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
    <ol class="history" aria-label={text.history.steps}>
      {sentencesOf(answer.steps, words, answer.ours).map((sentence) => (
        <Step key={sentence.change} sentence={sentence} />
      ))}
    </ol>
  )
}

function Step({ sentence: { what, more, at, received, client } }: { sentence: Sentence }) {
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
