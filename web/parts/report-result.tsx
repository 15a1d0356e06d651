// What a report came to: the total, what is beside it, the chart, and what can be taken along.
import { weekOf } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Report } from '#domain/report.ts'
import { company } from '../company.ts'
import { locale } from '../locale.ts'
import { text } from '../messages.ts'
import type { Missing } from '../state/ask.ts'
import { hasCopy, who } from '../state/copy.ts'
import type { Wanted } from '../state/report-address.ts'
import type { Beside } from '../state/report-lines.ts'
import {
  decimalHours,
  mannerOf,
  othersReport,
  ownBeside,
  ownReport,
  team,
  wanted as asked,
} from '../state/reports.ts'
import { useAnswer } from './answer.ts'
import { ChartTable } from './chart-table.tsx'
import { nameOfRange } from './report-choice.tsx'
import { ReportTake } from './report-take.tsx'

/** One's own hours are all here: no network is asked. */
export const ReportOfOwn = () => (
  <Result report={ownReport.value} wanted={asked.value} beside={ownBeside.value} />
)

/** The hours of others are at the server alone. */
export function ReportOfOthers({ wanted }: { wanted: Wanted }) {
  const { answer, again } = useAnswer(() => othersReport(wanted))
  const found = answer.value
  if (found === null) {
    return (
      <p class="report-asking quiet" role="status">
        {text.reports.asking}
      </p>
    )
  }
  if (typeof found === 'string') return <Unanswered why={found} onAgain={again} />
  return <Result report={found} wanted={wanted} beside={null} />
}

export const Unanswered = ({ why, onAgain }: { why: Missing; onAgain: () => void }) => (
  <div class="nothing" role="status">
    <p>{why === 'offline' ? text.reports.offline : text.reports.failed}</p>
    <button class="button" type="button" onClick={onAgain}>
      {text.reports.again}
    </button>
  </div>
)

function Result({ report, wanted, beside }: { report: Report; wanted: Wanted; beside: Beside | null }) {
  const { name, days } = nameOfRange(wanted.range)
  const when = days ? `${name}, ${days}` : name
  return (
    <section class="report-result" aria-label={when}>
      <p class="only-print report-letterhead">
        <strong>{company}</strong> · {nameOfWhose(wanted.whose)}
      </p>
      <div>
        <p class="report-total" role="status">
          <span class="hidden-word">
            {when}, {text.reports.total}:
          </span>
          <strong class="figure">{writeDuration(report.minutes)}</strong>
          <span class="quiet figure">
            {text.reports.inDecimal(decimalHours(report.minutes, mannerOf(locale).point))}
          </span>
          {report.approved > 0 && (
            <span class="quiet figure">{text.reports.approvedOf(writeDuration(report.approved))}</span>
          )}
        </p>
        {beside && <BesideTotal beside={beside} />}
        {wanted.whose === 'all' && ownBeside.value.undelivered > 0 && (
          <p class="report-beside">
            {text.reports.undeliveredMissing(writeDuration(ownBeside.value.undelivered))}
          </p>
        )}
      </div>
      {report.minutes > 0 ? (
        <ChartTable report={report} when={when} />
      ) : (
        <p class="nothing">{isFetching(wanted) ? text.week.fetching : text.reports.none}</p>
      )}
      <ReportTake wanted={wanted} week={days ? weekOf(wanted.range.from) : null} />
    </section>
  )
}

/** Whether one's own hours have not all come to this device yet. */
const isFetching = ({ whose }: Wanted) => whose === 'me' && !hasCopy.value

function nameOfWhose(whose: string): string {
  if (whose === 'all') return text.reports.everybody
  const name = whose === 'me' ? who.value?.name : team.value.find(({ id }) => id === whose)?.name
  return name ?? text.approvals.nameless
}

function BesideTotal({ beside: { undelivered, late, refused } }: { beside: Beside }) {
  if (undelivered + late + refused === 0) return null
  return (
    <ul class="report-beside">
      {undelivered > 0 && <li>{text.reports.undelivered(writeDuration(undelivered))}</li>}
      {late > 0 && <li>{text.reports.late(writeDuration(late))}</li>}
      {refused > 0 && (
        <li>
          {text.reports.refused(writeDuration(refused))} <a href="/outbox">{text.reports.refusedLook}</a>
        </li>
      )}
    </ul>
  )
}
