// What a report is to be about: from when to when, whose hours, and how they are summed up.
import { weekNumber, weekOf } from '#domain/calendar.ts'
import type { By } from '#domain/report.ts'
import { month, span } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import type { Wanted } from '../state/report-address.ts'
import { isSame, next, presets, type Range, type RangeProblem, shapeOf } from '../state/report-range.ts'
import { team, want } from '../state/reports.ts'
import { mayApprove } from '../state/rights.ts'
import { asInvalid, Field } from './field.tsx'
import { Icon } from './icon.tsx'

export function ReportChoice({ wanted, problem }: { wanted: Wanted; problem: RangeProblem | null }) {
  return (
    <div class="report-choice only-screen">
      <section class="report-period" aria-label={text.reports.period}>
        {problem === null && <Steps wanted={wanted} />}
        <Presets wanted={wanted} />
        <OtherDays wanted={wanted} problem={problem} />
      </section>
      <div class="report-how">
        {mayApprove.value && <Whose wanted={wanted} />}
        <SumUp wanted={wanted} />
      </div>
    </div>
  )
}

/** A range in words: `Week 47`, `November 2026`, or its days. */
export function nameOfRange(range: Range): { name: string; days: string | null } {
  const days = span(range.from, range.to)
  const shape = shapeOf(range)
  if (shape === 'week') return { name: text.week.name(weekNumber(weekOf(range.from))), days }
  return shape === 'month' ? { name: month(range.from), days: null } : { name: days, days: null }
}

function Steps({ wanted }: { wanted: Wanted }) {
  const { name, days } = nameOfRange(wanted.range)
  return (
    <div class="report-steps">
      <Step wanted={wanted} way={-1} />
      <h2 class="report-range">
        {name}
        {days && <span class="quiet">{days}</span>}
      </h2>
      <Step wanted={wanted} way={1} />
    </div>
  )
}

function Step({ wanted, way }: { wanted: Wanted; way: -1 | 1 }) {
  const range = next(wanted.range, way)
  if (!range) return <span />
  const labels = way === 1 ? text.reports.next : text.reports.previous
  return (
    <button
      class="button-icon"
      type="button"
      aria-label={labels[shapeOf(wanted.range)]}
      onClick={() => want({ range })}
    >
      <Icon name={way === 1 ? 'forward' : 'back'} />
    </button>
  )
}

function Presets({ wanted }: { wanted: Wanted }) {
  const ranges = presets(todayHere.value)
  const names = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const
  return (
    <ul class="report-presets">
      {names.map((name) => (
        <li key={name}>
          <button
            class="chip"
            type="button"
            aria-pressed={isSame(ranges[name], wanted.range)}
            onClick={() => want({ range: ranges[name] })}
          >
            {text.reports.presets[name]}
          </button>
        </li>
      ))}
    </ul>
  )
}

function OtherDays({ wanted, problem }: { wanted: Wanted; problem: RangeProblem | null }) {
  const { range } = wanted
  const isOther = problem !== null || shapeOf(range) === 'days'
  const said = problem === null ? undefined : text.reports.rangeProblem[problem]
  return (
    <details class="report-days" open={isOther}>
      <summary>{text.reports.range}</summary>
      <div class="report-dates">
        <Field id="report-from" label={text.reports.from}>
          <input
            id="report-from"
            class="input figure"
            type="date"
            value={range.from}
            onChange={(event) => want({ range: { ...range, from: event.currentTarget.value } })}
          />
        </Field>
        <Field id="report-to" label={text.reports.to} problem={said}>
          <input
            id="report-to"
            class="input figure"
            type="date"
            {...asInvalid('report-to', said)}
            value={range.to}
            onChange={(event) => want({ range: { ...range, to: event.currentTarget.value } })}
          />
        </Field>
      </div>
    </details>
  )
}

function Whose({ wanted }: { wanted: Wanted }) {
  const choose = (whose: string) => {
    // By person makes sense for several only.
    const by = wanted.by === 'person' && whose !== 'all' ? 'project' : wanted.by
    want({ whose, by })
  }
  return (
    <Field id="report-whose" label={text.reports.whose}>
      <select
        id="report-whose"
        class="input select report-select"
        value={wanted.whose}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="me">{text.reports.mine}</option>
        <option value="all">{text.reports.everybody}</option>
        {team.value.map(({ id, name }) => (
          <option key={id} value={id}>
            {name ?? text.approvals.nameless}
          </option>
        ))}
      </select>
    </Field>
  )
}

function SumUp({ wanted }: { wanted: Wanted }) {
  const ways: By[] = wanted.whose === 'all' ? ['project', 'day', 'person'] : ['project', 'day']
  return (
    <div class="field" role="group" aria-labelledby="report-by">
      <span id="report-by" class="report-label">
        {text.reports.by}
      </span>
      <div class="choices">
        {ways.map((by) => (
          <button
            key={by}
            class="chip"
            type="button"
            aria-pressed={by === wanted.by}
            onClick={() => want({ by })}
          >
            {text.reports.bys[by]}
          </button>
        ))}
      </div>
    </div>
  )
}
