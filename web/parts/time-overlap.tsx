// A warning while times are typed that overlap with others: which, and the cuts that would make room.
import { millisecondsOf } from '#domain/calendar.ts'
import { momentAt, timeIn } from '#domain/moment.ts'
import { text } from '../messages.ts'
import type { Values } from '../state/form.ts'
import { overlapOf, overlapWithTimer } from '../state/overlaps.ts'
import type { Place } from '../state/timing.ts'
import { Icon } from './icon.tsx'
import { projectName } from './names.ts'
import { cutsFor } from './time-input.ts'

interface Props {
  span: { start: string; end: string }
  /** The entry that is edited, which cannot be in its own way. */
  entry: string | undefined
  /** The times are the timer's own. */
  isTimers: boolean
  place: Place
  onCut: (patch: Partial<Values>) => void
}

export function OverlapWarning({ span, entry, isTimers, place, onCut }: Props) {
  const kept = overlapOf(span, entry)
  const overlap = kept ?? (isTimers ? null : overlapWithTimer(span))
  if (!overlap) return null
  const seen = (moment: string) => timeIn(momentAt(millisecondsOf(moment), place.zone, place.offset))
  const name = projectName(overlap.project)
  const [from, to] = [seen(overlap.start), seen(overlap.end)]
  // The end of a timer that runs is no end to begin at.
  const cuts = cutsFor(span, overlap, place).filter(({ side }) => kept || side === 'end')
  return (
    <div class="overlap" role="status">
      <p class="overlap-words">
        <Icon name="attention" />
        <span>{kept ? text.form.overlaps(name, from, to) : text.form.overlapsTimer(name, from)}</span>
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
