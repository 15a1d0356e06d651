// What was saved before an administrator moved one's sign-in, and can no longer be sent in the old name.
import { useSignal } from '@preact/signals'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { offerFile } from '../state/file.ts'
import { notify } from '../state/notice.ts'
import { giveUpAllOf, takeOverFrom } from '../state/save.ts'
import type { StrandedWork } from '../state/stranded.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { useSubmission } from './submission.ts'
import { WaitingRow } from './waiting-row.tsx'

const words = text.stranded

export function StrandedCard({ work }: { work: StrandedWork }) {
  const { person, name, items, things, minutes, hours, unsure } = work
  const asking = useSignal(false)
  const { problems, element, submit } = useSubmission(async () => {
    const { taken, refused } = await takeOverFrom(person)
    if (taken > 0) notify({ text: words.taken(taken) })
    return refused && { form: words.notTaken(inWords(refused)) }
  })
  return (
    <li class="card">
      <div class="card-head">
        <h3>{words.title}</h3>
        <span class="row-figure figure">{writeDuration(minutes)}</span>
      </div>
      <p class="reason">
        <Icon name="attention" />
        <span>{words.why(things.length, name)}</span>
      </p>
      <ul class="rows">
        {things.map(({ thing, change, kept, items: own }) => (
          <WaitingRow key={thing} change={change} kept={kept} count={own.length} />
        ))}
      </ul>
      {unsure > 0 && <p>{words.unsure(unsure)}</p>}
      <p class="quiet">{hours > 0 ? words.mayTake : words.mayNot}</p>
      <form ref={element} class="dialog-form" onSubmit={submit}>
        <FormProblem problem={problems.value.form} />
        <div class="actions">
          {hours > 0 && (
            <button class="button button-primary" type="submit">
              {words.take}
            </button>
          )}
          <button class="button" type="button" onClick={() => offerFile(inWords, items)}>
            {text.outbox.file}
          </button>
          <button class="button" type="button" onClick={() => (asking.value = true)}>
            {text.outbox.discard}
          </button>
        </div>
      </form>
      {asking.value && (
        <DiscardDialog discard={() => giveUpAllOf(person)} onClose={() => (asking.value = false)} />
      )}
    </li>
  )
}
