// What has become of the hours of a week since some earlier version: a line for each entry that is new, gone or changed.
import { writeDuration } from '#domain/duration.ts'
import type { Entry } from '#domain/entry.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { differenceLines, type Hours, type Line, type Part } from './difference-lines.ts'
import { Dot } from './dot.tsx'
import { projectName } from './names.ts'
import { writeTimes } from './written-times.ts'

interface Props {
  title: string
  /** Said where nothing is different; without it there is nothing then. */
  none?: string
  before: readonly Entry[]
  now: readonly Entry[]
}

export function DifferenceList({ title, none, before, now }: Props) {
  const lines = differenceLines(before, now)
  if (lines.length === 0) return none ? <p class="quiet">{none}</p> : null
  return (
    <section class="difference">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <DifferenceLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

const labels = { added: 'added', removed: 'removed', changed: 'altered' } as const

function DifferenceLine({ line }: { line: Line }) {
  const { hours, kind } = line
  // The heading of a changed line names the entry as it was, so that each change below reads from old to new.
  const named = line.kind === 'changed' ? line.before : hours
  const project = book.value.projects.get(named.project)
  return (
    <li class={`difference-line difference-${kind}`}>
      <span class="difference-kind">{text.sheet[labels[kind]]}</span>
      <span class="difference-what">
        <span class="row-title">
          <Dot project={project} />
          <strong>{project?.name ?? text.unknownProject}</strong>
        </span>
        <span class="quiet">{shortDay(named.date)}</span>
        {line.kind === 'changed' ? (
          line.parts.map((part) => <Change key={part} part={part} before={line.before} now={hours} />)
        ) : (
          <Whole hours={hours} isGone={kind === 'removed'} />
        )}
      </span>
    </li>
  )
}

function Whole({ hours, isGone }: { hours: Hours; isGone: boolean }) {
  const times = valueOf(hours, 'times')
  const words = [writeDuration(hours.minutes), hours.start && times, hours.note].filter(Boolean).join(' · ')
  return isGone ? <del class="figure">{words}</del> : <ins class="figure">{words}</ins>
}

const Change = ({ part, before, now }: { part: Part; before: Hours; now: Hours }) => (
  <span>
    <span class="quiet">{text.sheet.parts[part]}</span> <del class="figure">{valueOf(before, part)}</del>{' '}
    <span aria-hidden="true">→</span> <ins class="figure">{valueOf(now, part)}</ins>
  </span>
)

function valueOf(hours: Hours, part: Part): string {
  switch (part) {
    case 'project':
      return projectName(hours.project)
    case 'date':
      return shortDay(hours.date)
    case 'minutes':
      return writeDuration(hours.minutes)
    case 'note':
      return hours.note || text.sheet.noNote
    case 'times':
      return hours.start && hours.end ? writeTimes(hours.start, hours.end) : text.sheet.noTimes
  }
}
