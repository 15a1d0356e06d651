// Why a day takes no hours, said as soon as it is chosen, with the way out of it.
import { addressOfWeek } from '#domain/address.ts'
import { weekNumber } from '#domain/calendar.ts'
import type { Week } from '#domain/week.ts'
import { text } from '../messages.ts'
import { notify } from '../state/notice.ts'
import { save } from '../state/save.ts'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'

export function LockNotice({ week }: { week: Week | undefined }) {
  if (!week) return null
  const number = weekNumber(week.week)
  const isSubmitted = week.status === 'submitted'
  return (
    <div class="locked" role="status">
      <p class="locked-words">
        <Icon name="attention" />
        <span>{lockWords(week)}</span>
      </p>
      <div class="choices">
        {isSubmitted && (
          <button class="chip" type="button" onClick={() => withdraw(week)}>
            {text.lock.withdraw(number)}
          </button>
        )}
        <a class="link" href={addressOfWeek(week.week)}>
          {text.lock.toWeek(number)}
          <Icon name="forward" />
        </a>
      </div>
    </div>
  )
}

/** Why the hours of this week cannot be changed. */
export const lockWords = ({ status, week, byName }: Week) =>
  status === 'submitted'
    ? text.lock.submitted(weekNumber(week))
    : text.lock.approved(weekNumber(week), byName ?? '')

async function withdraw({ week, version }: Week): Promise<void> {
  const saved = await save({ kind: 'week.withdraw', week, saw: version })
  notify({ text: 'refused' in saved ? inWords(saved.refused) : text.lock.withdrawn(weekNumber(week)) })
}
