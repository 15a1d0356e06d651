// One person's week on one page: what a client, a payroll office or an auditor gets in their hands.
import { addDays, mondayOf, weekNumber } from '#domain/calendar.ts'
import { writeDifference, writeDuration } from '#domain/duration.ts'
import type { Line } from '#domain/report.ts'
import { company } from '../company.ts'
import { inFull, shortDay, span } from '../dates.ts'
import { text } from '../messages.ts'
import type { PrintedDay, PrintedPage } from '../state/report-pages.ts'
import { ClientCode } from './client-code.tsx'
import { Times } from './times.tsx'

export function PrintPage({ page }: { page: PrintedPage }) {
  const name = page.name ?? text.approvals.nameless
  const monday = mondayOf(page.week)
  return (
    <article class="paper" aria-label={text.printed.titleOf(name, weekNumber(page.week))}>
      <header class="paper-head">
        <p class="paper-company">{company}</p>
        <h2>{text.printed.title}</h2>
      </header>
      <dl class="paper-facts">
        <div>
          <dt>{text.printed.person}</dt>
          <dd>
            <strong>{name}</strong>
          </dd>
        </div>
        <div>
          <dt>{text.printed.period}</dt>
          <dd>{text.printed.week(weekNumber(page.week), span(monday, addDays(monday, 6)))}</dd>
        </div>
        <div>
          <dt>{text.printed.status}</dt>
          <dd>{standing(page)}</dd>
        </div>
      </dl>
      {page.waits && <p class="paper-waits">{text.printed.undelivered}</p>}
      <Hours page={page} name={name} />
      <Sums page={page} />
      <Signatures />
    </article>
  )
}

function standing({ status, step }: PrintedPage): string {
  const word = text.sheet.status[status]
  return step ? text.printed.step(word, step.by ?? text.approvals.nameless, inFull(step.at)) : word
}

function Hours({ page, name }: { page: PrintedPage; name: string }) {
  const caption = text.printed.caption(name)
  return (
    // Wider than a phone: it is moved inside its own frame, by the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="paper-hours" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="hidden-word">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.printed.day}</th>
            <th scope="col">{text.printed.project}</th>
            <th scope="col">{text.printed.times}</th>
            <th scope="col">{text.printed.note}</th>
            <th scope="col" class="paper-number">
              {text.printed.hours}
            </th>
            <th scope="col" class="paper-number paper-total">
              {text.printed.dayTotal}
            </th>
          </tr>
        </thead>
        {page.days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </table>
    </div>
  )
}

function Day({ day: { date, lines, minutes } }: { day: PrintedDay }) {
  const [first, ...others] = lines
  const rows = Math.max(1, lines.length)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={rows}>
          {shortDay(date)}
        </th>
        <Cells line={first} />
        <td class="paper-number paper-total figure" rowSpan={rows}>
          <strong>{minutes > 0 ? writeDuration(minutes) : '–'}</strong>
        </td>
      </tr>
      {others.map((line) => (
        <tr key={line.entry}>
          <Cells line={line} />
        </tr>
      ))}
    </tbody>
  )
}

function Cells({ line }: { line: Line | undefined }) {
  if (!line) {
    return (
      <td colSpan={4} class="paper-none">
        {text.printed.none}
      </td>
    )
  }
  return (
    <>
      <td class="paper-project">
        {line.projectName || text.unknownProject}{' '}
        {line.code && (
          <span class="paper-more">
            <ClientCode {...line} />
          </span>
        )}
      </td>
      <td class="figure paper-times">
        {line.start !== null && line.end !== null && <Times start={line.start} end={line.end} />}
      </td>
      <td class="paper-note">{line.note}</td>
      <td class="paper-number figure">{writeDuration(line.minutes)}</td>
    </>
  )
}

/** Below the table, so that a phone shows them without being asked. */
const Sums = ({ page: { minutes, target } }: { page: PrintedPage }) => (
  <dl class="paper-sums">
    <Sum label={text.printed.total} hours={writeDuration(minutes)} />
    {target !== null && (
      <>
        <Sum label={text.printed.target} hours={writeDuration(target)} />
        <Sum label={text.printed.beyond} hours={writeDifference(minutes - target)} />
      </>
    )}
  </dl>
)

const Sum = ({ label, hours }: { label: string; hours: string }) => (
  <div>
    <dt>{label}</dt>
    <dd class="figure">{hours}</dd>
  </div>
)

const Signatures = () => (
  <div class="paper-signatures">
    {[text.printed.employee, text.printed.approver].map((whose) => (
      <p key={whose}>
        <strong>{whose}</strong>
        {text.printed.signed}
      </p>
    ))}
  </div>
)
