// A report to take along: as a file, on paper, and as the timesheet of a week that is signed.
import { useSignal } from '@preact/signals'
import { weekNumber } from '#domain/calendar.ts'
import { locale } from '../locale.ts'
import { text } from '../messages.ts'
import type { Missing } from '../state/ask.ts'
import { who } from '../state/copy.ts'
import { notify } from '../state/notice.ts'
import { printAddress, type Wanted } from '../state/report-address.ts'
import { commas, download, type Manner, mannerOf, semicolons } from '../state/reports.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'

/** `week`: the week of the report; null where it is about other days. */
export function ReportTake({ wanted, week }: { wanted: Wanted; week: string | null }) {
  const isOpen = useSignal(false)
  const person = personOf(wanted)
  return (
    <div class="report-take only-screen">
      <button class="button" type="button" onClick={() => (isOpen.value = true)}>
        <Icon name="file" />
        {text.reports.download}
      </button>
      <button class="button" type="button" onClick={() => print()}>
        <Icon name="print" />
        {text.reports.print}
      </button>
      {week && (
        <a class="button" href={printAddress({ person, week })}>
          <Icon name="week" />
          {(person === null ? text.reports.timesheets : text.reports.timesheet)(weekNumber(week))}
        </a>
      )}
      {isOpen.value && <DownloadDialog onClose={() => (isOpen.value = false)} />}
    </div>
  )
}

/** Whose timesheet goes with a report; null: everybody's. */
function personOf({ whose }: Wanted): string | null {
  if (whose === 'all') return null
  return whose === 'me' ? (who.value?.person ?? null) : whose
}

function DownloadDialog({ onClose }: { onClose: () => void }) {
  const manner = useSignal<Manner>(mannerOf(locale))
  const isBusy = useSignal(false)
  const problem = useSignal<Missing | null>(null)
  const choices = [
    { value: commas, label: text.reports.commas, more: text.reports.commasMore },
    { value: semicolons, label: text.reports.semicolons, more: text.reports.semicolonsMore },
  ]
  const save = async () => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      problem.value = await download(manner.value)
    } finally {
      isBusy.value = false
    }
    if (problem.value !== null) return
    onClose()
    notify({ text: text.reports.saved })
  }
  return (
    <Dialog title={text.reports.download} onClose={onClose}>
      <p class="quiet">{text.reports.downloadText}</p>
      <fieldset class="report-manner">
        <legend>{text.reports.manner}</legend>
        {choices.map(({ value, label, more }) => (
          <label key={label} class="report-option">
            <input
              type="radio"
              name="manner"
              checked={manner.value === value}
              onChange={() => (manner.value = value)}
            />
            <span>
              {label}
              <code class="quiet">{more}</code>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="form-problem" role="alert" hidden={problem.value === null}>
        {problem.value && text.reports[problem.value === 'offline' ? 'offline' : 'failed']}
      </p>
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button
          class="button button-primary"
          type="button"
          aria-disabled={isBusy.value}
          onClick={() => void save()}
        >
          <Icon name="file" />
          {isBusy.value ? text.reports.saving : text.reports.save}
        </button>
      </div>
    </Dialog>
  )
}
