// A late hour before its approver: what it would be, when it was saved and when it came; the decision is in
// late-answer.tsx.
import { useRef } from 'preact/hooks'
import { addressOfSheet } from '#domain/address.ts'
import { millisecondsOf, weekNumber, weekOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import { minutesOf, writeDuration } from '#domain/duration.ts'
import { exactly, length, shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import type { LateHour } from '../state/approvals.ts'
import { book, cards, sheets } from '../state/copy.ts'
import { Dot } from './dot.tsx'
import { Icon } from './icon.tsx'
import { inWords } from './in-words.ts'
import { LateAnswer } from './late-answer.tsx'
import { personName } from './names.ts'
import { writeTimes } from './written-times.ts'
import { StandingMark } from './standing.tsx'

export function LateCard({ hour, withName }: { hour: LateHour; withName: boolean }) {
  const { late, person } = hour
  const heading = useRef<HTMLHeadingElement>(null)
  const project = book.value.projects.get(late.project)
  const card = cards.value.find(({ thing }) => thing === late.id)
  return (
    <li class="late">
      <div class="late-head">
        <Dot project={project} />
        <h3 ref={heading} tabIndex={-1}>
          {withName && <span class="late-name">{personName(person)}</span>}
          <span>{project?.name ?? text.unknownProject}</span>
        </h3>
        <span class={late.wants === 'delete' ? 'row-figure figure uncounted' : 'row-figure figure'}>
          {writeDuration(late.minutes)}
        </span>
      </div>
      <p class="quiet">{factsOf(hour)}</p>
      <Day late={late} />
      {late.note && <p class="row-note">{late.note}</p>}
      <Times late={late} />
      {card && (
        <p class="reason">
          <Icon name="attention" />
          <span>{inWords(card.problem)}</span>
        </p>
      )}
      {withName && (
        <a class="link late-week" href={addressOfSheet(late.person, late.week)}>
          {text.lateHour.look(weekNumber(late.week))}
        </a>
      )}
      {late.status !== 'proposed' && (
        <p class="late-decided">
          <StandingMark standing="device" />
          <span>{text.lateHour.standing[late.status]}</span>
        </p>
      )}
      <LateAnswer
        hour={hour}
        card={card}
        // The button that was pressed is gone.
        onAccepted={() => heading.current?.focus({ preventScroll: true })}
      />
    </li>
  )
}

/** Day, times, and what it would change. */
function factsOf({ late }: LateHour): string {
  const { before } = late
  const inPlaceOf = late.wants === 'delete' ? text.lateHour.deletes : text.lateHour.replaces
  return [
    text.week.name(weekNumber(late.week)),
    shortDay(late.date),
    late.start && late.end && writeTimes(late.start, late.end),
    before && inPlaceOf(writeDuration(before.minutes), shortDay(before.date)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What counts on that day as long as it is not decided. */
function Day({ late: { person, date } }: { late: LateHour['late'] }) {
  const sheet = sheets.value.get(weekKey(person, weekOf(date)))
  if (!sheet) return null
  const minutes = minutesOf(sheet.entries.filter((entry) => entry.date === date))
  return <p class="quiet">{text.lateHour.dayNow(shortDay(date), writeDuration(minutes))}</p>
}

/** The device's time beside the server's, and how far they are apart. */
const Times = ({ late }: { late: LateHour['late'] }) => (
  <>
    <dl class="late-times">
      <div>
        <dt>{text.lateHour.device}</dt>
        <dd>{exactly(late.at)}</dd>
      </div>
      <div>
        <dt>{text.lateHour.server}</dt>
        <dd>{exactly(late.received)}</dd>
      </div>
    </dl>
    <p class="quiet">{apart(late)}</p>
  </>
)

function apart({ at, received }: LateHour['late']): string {
  const minutes = Math.trunc((millisecondsOf(received) - millisecondsOf(at)) / 60_000)
  if (minutes === 0) return text.lateHour.atOnce
  return minutes > 0 ? text.lateHour.later(length(minutes)) : text.lateHour.ahead(length(-minutes))
}
