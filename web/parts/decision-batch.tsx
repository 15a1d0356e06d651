// Approving several weeks at once, after a look at each: one button, one question, one change per week.
import { useSignal } from '@preact/signals'
import { weekNumber } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { approveAll, ready } from '../state/decisions.ts'
import { notify } from '../state/notice.ts'
import { outcomeInWords } from './decision-words.ts'
import { Dialog } from './dialog.tsx'
import { personName } from './names.ts'

export function Batch() {
  const asking = useSignal(false)
  const saving = useSignal(false)
  const items = ready.value
  const close = () => (asking.value = false)
  const approve = async () => {
    if (saving.value) return
    saving.value = true
    const outcomes = await approveAll(items)
    saving.value = false
    close()
    const refused = outcomes.flatMap(({ item, outcome }) =>
      outcome ? [text.approvals.notApproved(personName(item.person), outcomeInWords(outcome))] : [],
    )
    const done = outcomes.length - refused.length
    notify({ text: [...(done > 0 ? [text.approvals.approved(done)] : []), ...refused].join(' ') })
  }
  if (items.length === 0 && !saving.value) return null
  return (
    <>
      <div class="sheet-actions">
        <button class="button button-primary" type="button" onClick={() => (asking.value = true)}>
          {text.approvals.approve(items.length)}
        </button>
      </div>
      {asking.value && (
        <Dialog title={text.approvals.approveTitle(items.length)} onClose={close}>
          <ul class="batch">
            {items.map(({ key, person, sheet, minutes }) => (
              <li key={key}>
                <span>{text.sheet.title(personName(person), weekNumber(sheet.week.week))}</span>
                <strong class="figure">{writeDuration(minutes)}</strong>
              </li>
            ))}
          </ul>
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
              {text.decision.approve}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
