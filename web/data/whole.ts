// What an older app has stored lacks the fields that came later: read with what they are where nobody could write them.
import type { Change } from '#domain/change.ts'
import type { FeedRow } from '#domain/sync.ts'
import type { OutboxItem } from './stored.ts'

/** A row as this app knows it. */
export function wholeRow(row: FeedRow): FeedRow {
  if (row.kind === 'entry') return { ...untimed, ...row }
  return row.kind === 'project' ? { ...openToAll, ...row } : row
}

/** A change as this app plays and shows it. What is sent is the stored one, to the letter. */
function wholeChange(change: Change): Change {
  if (change.kind === 'entry.put') return { ...untimed, ...change }
  return change.kind === 'project.put' ? { ...openToAll, ...change } : change
}

/** An item of the outbox as this app plays and shows it. */
export const wholeItem = (item: OutboxItem): OutboxItem => ({ ...item, change: wholeChange(item.change) })

const untimed = { start: null, end: null }
const openToAll = { members: null }
