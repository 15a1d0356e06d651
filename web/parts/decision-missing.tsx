// Who was expected to submit a week and has not, week by week.
import { useSignal } from '@preact/signals'
import { addressOfSheet } from '#domain/address.ts'
import { addWeeks, daysOf, weekNumber, weekOf } from '#domain/calendar.ts'
import { weeksOfSheets } from '#domain/sync.ts'
import { shortSpan } from '../dates.ts'
import { text } from '../messages.ts'
import { missingIn, type MissingPerson } from '../state/approvals.ts'
import { todayHere } from '../state/clock.ts'
import { desk } from '../state/decisions.ts'
import { Icon } from './icon.tsx'
import { mailTo } from './mail-to.ts'
import { personName } from './names.ts'

/** `week`: the one to begin with; null for the last. */
export function Missing({ week: asked }: { week: string | null }) {
  const current = weekOf(todayHere.value)
  const week = useSignal(asked ?? addWeeks(current, -1))
  const missing = missingIn(desk.value, week.value)
  const dates = daysOf(week.value)
  const subject = text.approvals.subject(weekNumber(week.value), shortSpan(dates[0] ?? '', dates[6] ?? ''))
  const addresses = missing.flatMap(({ person }) => person.email ?? [])
  const step = (count: number) => (week.value = addWeeks(week.value, count))
  // Of older weeks this device knows only what still waits.
  const oldest = addWeeks(current, 1 - weeksOfSheets)
  return (
    <section class="approvals-section" aria-labelledby="missing-title">
      <h2 id="missing-title">{text.approvals.missing}</h2>
      <div class="missing-week">
        <button
          class="button-icon"
          type="button"
          aria-label={text.week.previous}
          disabled={week.value <= oldest}
          onClick={() => step(-1)}
        >
          <Icon name="back" />
        </button>
        <p aria-live="polite">
          <strong>{text.week.name(weekNumber(week.value))}</strong>{' '}
          <span class="quiet">{shortSpan(dates[0] ?? '', dates[6] ?? '')}</span>
        </p>
        <button
          class="button-icon"
          type="button"
          aria-label={text.week.next}
          disabled={week.value >= current}
          onClick={() => step(1)}
        >
          <Icon name="forward" />
        </button>
      </div>
      {missing.length === 0 ? (
        <p class="quiet">{text.approvals.missingNone}</p>
      ) : (
        <>
          <ul class="rows">
            {missing.map((each) => (
              <MissingRow key={each.person.id} missing={each} week={week.value} subject={subject} />
            ))}
          </ul>
          {addresses.length > 1 && (
            <a class="button missing-all" href={mailTo(addresses, subject)}>
              {text.approvals.writeToAll(addresses.length)}
            </a>
          )}
        </>
      )}
    </section>
  )
}

interface RowProps {
  missing: MissingPerson
  week: string
  /** Of an e-mail about it. */
  subject: string
}

function MissingRow({ missing: { person, standing }, week, subject }: RowProps) {
  const name = personName(person)
  return (
    <li class="row">
      <span class="row-words">
        {standing === 'open' ? <strong>{name}</strong> : <a href={addressOfSheet(person.id, week)}>{name}</a>}
        <span class="quiet">{text.approvals.lastSubmission[standing]}</span>
      </span>
      {person.email && (
        <a class="button" href={mailTo([person.email], subject)} aria-label={text.approvals.writeTo(name)}>
          {text.approvals.write}
        </a>
      )}
    </li>
  )
}
