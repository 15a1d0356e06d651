// What shares minutes with a stretch that somebody is typing: another of their entries, or the timer that runs.
import { timedAround } from '#domain/book.ts'
import { dateIn, isOverlapping, momentAt, offsetOf, type Stretch } from '#domain/moment.ts'
import { thisDevice } from '../data/device.ts'
import { book, me } from './copy.ts'
import { timer } from './timer.ts'

/** What is in the way: on which project, and from when to when. */
export type Overlap = Stretch & { project: string }

/** The first entry that this one would overlap with; `entry`: its own id, once it has one. */
export function overlapOf(span: Stretch, entry = ''): Overlap | null {
  for (const other of timedAround(book.value, me.value, entry, dateIn(span.start))) {
    const { project, start, end } = other
    if (other.deleted || start === null || end === null) continue
    if (isOverlapping(span, { start, end })) return { project, start, end }
  }
  return null
}

/** The running timer, where it began before this stretch ends. */
export function overlapWithTimer(span: Stretch): Overlap | null {
  const running = timer.value
  if (!running) return null
  const { project, start, zone } = running
  const end = momentAt(thisDevice().now(), zone, offsetOf(start))
  return isOverlapping(span, { start, end }) ? { project, start, end } : null
}
