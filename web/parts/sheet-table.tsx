// The hours of a week as a table: a group of rows per day with its total, then the whole beside what was agreed on.
import { daysOf } from '#domain/calendar.ts'
import { minutesOf, writeDifference, writeDuration } from '#domain/duration.ts'
import { byStart, type Entry } from '#domain/entry.ts'
import { longDay } from '../dates.ts'
import { compareNames } from '../locale.ts'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { Dot } from './dot.tsx'
import { projectName } from './names.ts'
import { Times } from './times.tsx'

interface Props {
  week: string
  entries: readonly Entry[]
  /** Minutes that were agreed on; null where nothing was. */
  target: number | null
}

export function SheetTable({ week, entries, target }: Props) {
  const { columns } = text.sheet
  return (
    <table class="sheet">
      <caption class="hidden-word">{text.sheet.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.project}</th>
          <th scope="col">{columns.times}</th>
          <th scope="col">{columns.note}</th>
          <th scope="col" class="sheet-figure">
            {columns.duration}
          </th>
        </tr>
      </thead>
      {daysOf(week).map((date) => (
        <Day key={date} date={date} entries={entries.filter((entry) => entry.date === date)} />
      ))}
      <Sums minutes={minutesOf(entries)} target={target} />
    </table>
  )
}

const Day = ({ date, entries }: { date: string; entries: readonly Entry[] }) => (
  <tbody>
    <tr class={entries.length === 0 ? 'sheet-day sheet-day-empty' : 'sheet-day'}>
      <th scope="rowgroup" colSpan={3}>
        {longDay(date)}
      </th>
      <td class="sheet-figure figure">
        {entries.length > 0 ? (
          writeDuration(minutesOf(entries))
        ) : (
          <>
            <span aria-hidden="true">–</span>
            <span class="hidden-word">{text.sheet.noHours}</span>
          </>
        )}
      </td>
    </tr>
    {entries.toSorted(inTurn).map((entry) => (
      <Hours key={entry.id} entry={entry} />
    ))}
  </tbody>
)

/** As their owner has them before them: by the clock, what says nothing of it by its project. */
const inTurn = (one: Entry, other: Entry) =>
  byStart(one, other) || compareNames(projectName(one.project), projectName(other.project))

function Hours({ entry }: { entry: Entry }) {
  const project = book.value.projects.get(entry.project)
  return (
    <tr class="sheet-entry">
      <td class="sheet-project">
        <Dot project={project} />
        <span>
          {project?.name ?? text.unknownProject}
          {project && <span class="quiet"> {project.client}</span>}
        </span>
      </td>
      <td class="sheet-times figure">
        {entry.start && entry.end && <Times start={entry.start} end={entry.end} />}
      </td>
      <td class="sheet-note">{entry.note}</td>
      <td class="sheet-figure figure">{writeDuration(entry.minutes)}</td>
    </tr>
  )
}

const Sums = ({ minutes, target }: { minutes: number; target: number | null }) => (
  <tfoot>
    <tr class="sheet-total">
      <th scope="row" colSpan={3}>
        {text.sheet.total}
      </th>
      <td class="sheet-figure figure">{writeDuration(minutes)}</td>
    </tr>
    {target !== null && (
      <>
        <tr>
          <th scope="row" colSpan={3}>
            {text.sheet.target}
          </th>
          <td class="sheet-figure figure">{writeDuration(target)}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={3}>
            {text.sheet.beyond}
          </th>
          <td class="sheet-figure figure">{writeDifference(minutes - target)}</td>
        </tr>
      </>
    )}
  </tfoot>
)
