// The days above the grid, and their sums beneath it.
import { writeDuration } from '#domain/duration.ts'
import { dayOfMonth, longDay, shortWeekday } from '../dates.ts'
import { text } from '../messages.ts'
import { todayHere } from '../state/clock.ts'
import { entriesOn, minutesOf } from '../state/entries.ts'
import { Icon } from './icon.tsx'

export const GridHead = ({ dates, isOpen }: { dates: readonly string[]; isOpen: boolean }) => (
  <thead>
    <tr>
      <th scope="col" class="grid-project">
        {text.grid.project}
      </th>
      {dates.map((date) => (
        <th key={date} scope="col" class={date === todayHere.value ? 'grid-today' : ''}>
          <span class="hidden-word">{longDay(date)}</span>
          <span aria-hidden="true">
            {!isOpen && <Icon name="lock" />}
            {shortWeekday(date)} <span class="figure grid-day">{dayOfMonth(date)}</span>
          </span>
        </th>
      ))}
      <th scope="col">{text.week.total}</th>
    </tr>
  </thead>
)

/** `total`: the minutes of the week. */
export const GridFoot = ({ dates, total }: { dates: readonly string[]; total: number }) => (
  <tfoot>
    <tr>
      <th scope="row" class="grid-project">
        {text.week.total}
      </th>
      {dates.map((date) => {
        const minutes = minutesOf(entriesOn(date))
        return (
          <td key={date} class="grid-total figure">
            {minutes > 0 && writeDuration(minutes)}
          </td>
        )
      })}
      <td class="grid-total grid-sum figure">{writeDuration(total)}</td>
    </tr>
  </tfoot>
)
