// Which hours came into a submitted week after it was submitted: this device may have heard of the week only since, so
// the server is asked for its steps.
import { text } from '../messages.ts'
import { askHistory, sinceSubmission, type Told } from '../state/history.ts'
import { useAnswer } from './answer.ts'
import { sentencesOf } from './history-sentences.ts'
import { Step, words } from './history-step.tsx'

export function SheetSince({ person, week }: { person: string; week: string }) {
  const { answer, again } = useAnswer(() => askHistory({ kind: 'week', person, week }))
  const found = answer.value
  return (
    <section class="difference" aria-labelledby="since-title">
      <h2 id="since-title">{text.sheet.since}</h2>
      {found === null && <p class="quiet">{text.history.fetching}</p>}
      {typeof found === 'string' && (
        <>
          <p class="quiet">{found === 'offline' ? text.sheet.sinceOffline : text.history.failed}</p>
          <div class="actions">
            <button class="button" type="button" onClick={again}>
              {text.history.retry}
            </button>
          </div>
        </>
      )}
      {found !== null && typeof found === 'object' && <Since {...found} />}
    </section>
  )
}

function Since({ steps, ours }: Told) {
  const since = sinceSubmission(steps)
  return (
    <ol class="history">
      {sentencesOf(steps, words, ours)
        .filter(({ change }) => since.has(change))
        .map((sentence) => (
          <Step key={sentence.change} sentence={sentence} />
        ))}
    </ol>
  )
}
