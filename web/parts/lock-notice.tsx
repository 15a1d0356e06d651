// Why a day takes no hours, in the place where they would be saved, with the way out of it.
import { useSignal } from '@preact/signals'
import { addressOfWeek } from '#domain/address.ts'
import { weekNumber } from '#domain/calendar.ts'
import type { Week } from '#domain/week.ts'
import { text } from '../messages.ts'
import { notify } from '../state/notice.ts'
import { Icon } from './icon.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface Props {
  week: Week
  /** The day that is locked. */
  date: string
  /** What is done as soon as the week has been withdrawn, and said then. */
  onWithdrawn?: (() => unknown) | undefined
}

export function LockNotice({ week, date, onWithdrawn }: Props) {
  const withdrawing = useSignal(false)
  return (
    <div class="locked" role="status">
      <p class="locked-words">
        <Icon name="lock" />
        <span>{lockWords(week)}</span>
      </p>
      <div class="choices">
        {week.status === 'submitted' ? (
          <button class="chip" type="button" onClick={() => (withdrawing.value = true)}>
            {text.lock.withdraw(weekNumber(week.week))}
          </button>
        ) : (
          <a class="chip" href={`${addressOfWeek(week.week)}?comment=${date}`}>
            {text.lock.ask}
          </a>
        )}
      </div>
      {withdrawing.value && (
        <WithdrawDialog
          week={week.week}
          onClose={() => (withdrawing.value = false)}
          onWithdrawn={onWithdrawn ?? (() => notify({ text: text.lock.withdrawn(weekNumber(week.week)) }))}
        />
      )}
    </div>
  )
}

/** Why the hours of this week cannot be changed. */
export const lockWords = ({ status, week, byName }: Week) =>
  status === 'submitted'
    ? text.lock.submitted(weekNumber(week))
    : text.lock.approved(weekNumber(week), byName ?? '')
