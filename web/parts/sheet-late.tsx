// The late hours of somebody's week, before its approver.
import { weekKey } from '#domain/change.ts'
import { text } from '../messages.ts'
import { lateHours } from '../state/approvals.ts'
import { desk } from '../state/decisions.ts'
import { LateCard } from './decision-late.tsx'

/** `week`: its key, `<person> <week>`. */
export function SheetLate({ week }: { week: string }) {
  const hours = lateHours(desk.value).filter(({ late }) => weekKey(late.person, late.week) === week)
  if (hours.length === 0) return null
  return (
    <section class="approvals-section" aria-labelledby="late-title">
      <h2 id="late-title">{text.sheet.late}</h2>
      <ul class="cards">
        {hours.map((hour) => (
          <LateCard key={hour.late.id} hour={hour} withName={false} />
        ))}
      </ul>
    </section>
  )
}
