// Who did what to an entry or a week, and when: asked from the server, and what of it waits on this device.
import { text } from '../messages.ts'
import type { Missing } from '../state/ask.ts'
import { book, datesAtServer, waiting } from '../state/copy.ts'
import { askHistory, closeHistory, type Subject, type Told, waitingFor } from '../state/history.ts'
import { useAnswer } from './answer.ts'
import { Dialog } from './dialog.tsx'
import { sentencesOf } from './history-sentences.ts'
import { Step, words } from './history-step.tsx'
import { WaitingRow } from './waiting-row.tsx'

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
