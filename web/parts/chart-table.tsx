// A chart that is a table: each row says its hours in figures, and draws them in its cell.
import { minutesOf, writeDuration } from '#domain/duration.ts'
import type { By, Group, Report } from '#domain/report.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { ClientCode } from './client-code.tsx'
import { Dot } from './dot.tsx'

export function ChartTable({ report, when }: { report: Report; when: string }) {
  const { by, groups } = report
  // The printed total is that of the printed rows, whatever else the answer says.
  const minutes = minutesOf(groups)
  const approved = groups.reduce((sum, group) => sum + group.approved, 0)
  const most = Math.max(1, ...groups.map((group) => group.minutes))
  return (
    <table class={`chart chart-${by}`}>
      <caption>{text.reports.captions[by](when)}</caption>
      <thead>
        <tr>
          <th scope="col">{text.reports.bys[by]}</th>
          <th scope="col" class="chart-number">
            {text.reports.hours}
          </th>
          <th scope="col" class="chart-number chart-approved">
            {text.reports.approved}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">
              <span class="chart-cell">
                <Name by={by} group={group} />
                {group.minutes > 0 && (
                  <Bar part={group.minutes / most} approved={group.approved / group.minutes} />
                )}
              </span>
            </th>
            <td class="chart-number figure">{written(group.minutes)}</td>
            <td class="chart-number figure quiet">{written(group.approved)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.reports.total}</th>
          <td class="chart-number figure">{writeDuration(minutes)}</td>
          <td class="chart-number figure">{writeDuration(approved)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Beside the figures, so that nobody has to hear it; `part` of the longest bar, `approved` of this one. */
const Bar = ({ part, approved }: { part: number; approved: number }) => (
  <span class="chart-bar" style={{ '--part': part, '--approved': approved }} />
)

/** No hours are a dash, so that those there are can be seen. */
const written = (minutes: number) => (minutes === 0 ? '–' : writeDuration(minutes))

function Name({ by, group }: { by: By; group: Group }) {
  if (by === 'day') return <span class="chart-name">{shortDay(group.key)}</span>
  if (by === 'person') return <span class="chart-name">{group.name ?? text.approvals.nameless}</span>
  return (
    <span class="chart-name">
      <Dot project={group.colour ? { colour: group.colour } : undefined} />
      <span>
        {group.name || text.unknownProject}
        {(group.client || group.code) && (
          <span class="chart-more">
            <ClientCode {...group} />
          </span>
        )}
      </span>
    </span>
  )
}
