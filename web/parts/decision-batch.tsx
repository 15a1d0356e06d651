// Approving several weeks at once, after a look at each: one button, one question, one change per week.
import { useSignal } from '@preact/signals'
import { weekNumber } from '#domain/calendar.ts'
import { minutesOf, writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { approveAll, ready } from '../state/decisions.ts'
import { notify } from '../state/notice.ts'
import { outcomeInWords } from './decision-words.ts'
import { Dialog } from './dialog.tsx'
import { personName } from './names.ts'

export function Batch() {
  const asking = useSignal(false)
  const saving = useSignal(false)
  const done = useSignal(0)
  // While they are saved, one after the other goes from those that are ready.
  const chosen = useSignal(ready.peek())
  const items = saving.value ? chosen.value : ready.value
  const close = () => (asking.value = false)
  const approve = async () => {
    if (saving.value) return
    done.value = 0
    chosen.value = items
    saving.value = true
    const outcomes = await approveAll(items, (count) => (done.value = count))
    saving.value = false
    close()
    const refused = outcomes.flatMap(({ item, outcome }) =>
      outcome ? [text.approvals.notApproved(personName(item.person), outcomeInWords(outcome))] : [],
    )
    const approved = outcomes.length - refused.length
    notify({ text: [...(approved > 0 ? [text.approvals.approved(approved)] : []), ...refused].join(' ') })
  }
  if (items.length === 0) return null
  return (
    <>
      <div class="sheet-actions">
        <button class="button button-primary" type="button" onClick={() => (asking.value = true)}>
          {text.approvals.approve(items.length)}
        </button>
      </div>
      {asking.value && (
        <Dialog title={text.approvals.approveTitle(items.length)} onClose={close}>
          {/* Longer than a screen: it is moved inside its own frame, by the keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul class="batch" aria-label={text.approvals.title} tabIndex={0}>
            {items.map(({ key, person, sheet, minutes }) => (
              <li key={key}>
                <span>{text.sheet.title(personName(person), weekNumber(sheet.week.week))}</span>
                <strong class="figure">{writeDuration(minutes)}</strong>
              </li>
            ))}
          </ul>
          <p class="batch-total">
            <span>{text.sheet.total}</span>
            <strong class="figure">{writeDuration(minutesOf(items))}</strong>
          </p>
          <div class="dialog-actions">
            <button class="button" type="button" onClick={close}>
              {text.cancel}
            </button>
            <button
              class="button button-primary"
              type="button"
              aria-disabled={saving.value}
              onClick={approve}
            >
              {saving.value ? text.approvals.approving(done.value, items.length) : text.decision.approve}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
