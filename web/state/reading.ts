// A week under the eyes of its approver: what is on the screen stays on the screen, whatever arrives meanwhile, until they
// look again. Only so is what they approve what they have seen.
import { isSame, isSameSet, type Sheet, versionsOf } from '#domain/sheet.ts'
import { isLocked } from '#domain/week.ts'

export interface Reading {
  /** What is on the screen, and what a decision names. */
  shown: Sheet
  /** The week is another one by now. */
  moved: boolean
  /** The server's week that was read last; a decision of one's own that is refused leads back to it. */
  read: Sheet
  /** The version that a decision on this device has made, which surprises nobody when the server confirms it. */
  own: string | null
}

/**
 * Takes what this device knows of a week that was never shown before and is just being fetched: what comes takes the
 * place of what the device had of it.
 */
export const openOn = (reading: Reading | null, now: Sheet): Reading =>
  reading?.shown === now ? reading : readOn(null, now)

/** Takes what this device knows of the week now; null begins to read. Nothing new answers the same reading. */
export function readOn(reading: Reading | null, now: Sheet): Reading {
  if (reading === null)
    return { shown: now, moved: false, read: now, own: isOwn(now) ? versionOf(now) : null }
  const next = nextOf(reading, now)
  const isUnchanged = next.shown === reading.shown && next.moved === reading.moved && next.own === reading.own
  return isUnchanged ? reading : next
}

function nextOf({ shown, read, own }: Reading, now: Sheet): Reading {
  if (isOwn(now)) return { shown: now, moved: false, read, own: versionOf(now) }
  const isExpected = isSame(now, read) || versionOf(now) === own || isApprovedToo(shown, now)
  // What was opened with a decision waiting on it has not been read as the server has it; and on a week that waits for no
  // decision, nobody can decide on what they have not seen.
  if (isExpected || isOwn(read) || !isLocked(read.week)) return { shown: now, moved: false, read: now, own }
  return { shown: read, moved: true, read, own }
}

/** Somebody else was quicker to approve the very hours that were approved here. */
const isApprovedToo = (shown: Sheet, now: Sheet) =>
  isOwn(shown) &&
  [shown, now].every(({ week }) => week.status === 'approved') &&
  isSameSet(versionsOf(shown.entries), versionsOf(now.entries))

/** The number of what a change on this device has made is 0 until the server has answered. */
const isOwn = ({ week }: Sheet) => week.number === 0
const versionOf = ({ week }: Sheet) => week.version
