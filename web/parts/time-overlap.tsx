// A warning while times are typed that overlap with others: which, and the cuts that would make room.
import { millisecondsOf } from '#domain/calendar.ts'
import { dateIn, momentAt, type Stretch, timeIn } from '#domain/moment.ts'
import { weekday } from '../dates.ts'
import { text } from '../messages.ts'
import type { Values } from '../state/form.ts'
import { type Overlap, overlapOf, overlapWithTimer } from '../state/overlaps.ts'
import type { WallClock } from '../state/timing.ts'
import { Icon } from './icon.tsx'
import { projectName } from './names.ts'
import { cutsFor } from './time-input.ts'

type Found = Overlap & { isTimer: boolean }

/**
 * What shares minutes with these times. `entry` is the one that is edited, which cannot be in its own way; `isTimers`: the
 * times are the timer's own.
 */
export function overlapWith(span: Stretch, entry: string | undefined, isTimers: boolean): Found | null {
  const kept = overlapOf(span, entry)
  const found = kept ?? (isTimers ? null : overlapWithTimer(span))
  return found && { ...found, isTimer: kept === null }
}

interface Props {
  id: string
  span: Stretch
  overlap: Found
  wallClock: WallClock
  onCut: (patch: Partial<Values>) => void
}

export function OverlapWarning({ id, span, overlap, wallClock, onCut }: Props) {
  const seen = (moment: string) => momentAt(millisecondsOf(moment), wallClock.zone, wallClock.offset)
  const name = projectName(overlap.project)
  const [start, end] = [seen(overlap.start), seen(overlap.end)]
  const [from, to] = [timeIn(start), timeIn(end)]
  // Of another day than the one that is booked on: the times alone would be taken for that day's.
  const isElse = (moment: string) => dateIn(moment) !== dateIn(span.start)
  const onDay = (moment: string) => text.form.onDay(timeIn(moment), weekday(dateIn(moment)))
  const isAcross = dateIn(start) !== dateIn(end)
  const saidFrom = isElse(start) && (isAcross || overlap.isTimer) ? onDay(start) : from
  const saidTo = isElse(end) || isAcross ? onDay(end) : to
  // The end of a timer that runs is no end to begin at.
  const cuts = cutsFor(span, overlap, wallClock).filter(({ side }) => !overlap.isTimer || side === 'end')
  return (
    <div class="overlap" role="status">
      <p class="overlap-words" id={id}>
        <Icon name="attention" />
        <span>
          {overlap.isTimer
            ? text.form.overlapsTimer(name, saidFrom)
            : text.form.overlaps(name, saidFrom, saidTo)}
        </span>
      </p>
      {cuts.length > 0 && (
        <div class="choices">
          {cuts.map(({ side, patch }) => (
            <button key={side} class="chip" type="button" onClick={() => onCut(patch)}>
              {side === 'start' ? text.form.startAt(to) : text.form.endAt(from)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
