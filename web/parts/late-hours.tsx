// Hours of one's own that came too late for their week, and where each of them stands. They are in no total before an
// approver has accepted them.
import { writeDuration } from '#domain/duration.ts'
import type { Late } from '#domain/late.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { latesOf } from '../state/own-week.ts'
import { Dot } from './dot.tsx'
import { Times } from './times.tsx'

export function LateHours({ week }: { week: string }) {
  const lates = latesOf(week)
  if (lates.length === 0) return null
  const proposed = lates.filter(({ status }) => status === 'proposed')
  const decided = lates.filter(({ status }) => status !== 'proposed')
  return (
    <section class="late-hours" aria-labelledby="late-hours">
      <h2 id="late-hours">{text.lateHours.title}</h2>
      {proposed.length > 0 && (
        <>
          <p class="quiet">{text.lateHours.explained}</p>
          <LateRows lates={proposed} />
        </>
      )}
      {decided.length > 0 && (
        <details class="late-settled">
          <summary>{text.lateHours.decided(decided.length)}</summary>
          <LateRows lates={decided} />
        </details>
      )}
    </section>
  )
}

const LateRows = ({ lates }: { lates: readonly Late[] }) => (
  <ul class="rows">
    {lates.map((late) => (
      <LateRow key={late.id} late={late} />
    ))}
  </ul>
)

function LateRow({ late }: { late: Late }) {
  const project = book.value.projects.get(late.project)
  const isOut = late.status === 'declined' || late.wants === 'delete'
  return (
    <li class="row">
      <span class="row-words">
        <span class="row-title">
          <Dot project={project} />
          <strong>{project?.name ?? text.unknownProject}</strong>
        </span>
        <span class="quiet">
          {shortDay(late.date)}
          {late.start && late.end && (
            <>
              {' · '}
              <Times start={late.start} end={late.end} />
            </>
          )}
          {late.wants === 'delete' && ` · ${text.lateHours.deletes}`}
          {late.wants === 'put' && late.before && ` · ${insteadOf(late.before, late)}`}
        </span>
        {late.note && <span class="row-note">{late.note}</span>}
        <span class={`late-standing late-${late.status}`}>{standing(late)}</span>
        {late.reason && <blockquote class="week-reason">{late.reason}</blockquote>}
      </span>
      <span class={isOut ? 'row-figure figure uncounted' : 'row-figure figure'}>
        {writeDuration(late.minutes)}
      </span>
    </li>
  )
}

const insteadOf = ({ minutes, date }: NonNullable<Late['before']>, late: Late) =>
  date === late.date
    ? text.lateHours.instead(writeDuration(minutes))
    : text.lateHour.replaces(writeDuration(minutes), shortDay(date))

function standing({ status, byName }: Late): string {
  if (status === 'dropped') return ''
  const words = text.lateHours.status[status]
  return byName === null || status === 'proposed' ? words : text.lateHours.decidedBy(byName, words)
}
