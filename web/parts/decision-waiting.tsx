// The weeks that wait for a decision: found by name where there are many, marked, and approved together.
import { text } from '../messages.ts'
import { isSeen, type Item } from '../state/approvals.ts'
import { cards } from '../state/copy.ts'
import { mark, marked, seen, sought } from '../state/decisions.ts'
import { Batch } from './decision-batch.tsx'
import { WaitingItem } from './decision-item.tsx'
import { SearchField } from './search-field.tsx'
import { isMeant } from './search.ts'

/** As many as are seen without scrolling far. */
const few = 8

export function Waiting({ items }: { items: readonly Item[] }) {
  const canMark = items.length > 1
  const canSeek = items.length > few
  const found = canSeek
    ? items.filter(({ person }) => isMeant([person.name, person.email], sought.value))
    : items
  return (
    <section class="approvals-section" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {text.approvals.waiting} {items.length > 0 && <span class="count">{items.length}</span>}
      </h2>
      {items.length === 0 && <p class="quiet">{text.approvals.waitingNone}</p>}
      {canSeek && (
        <SearchField
          label={text.approvals.search}
          value={sought.value}
          onValue={(value) => (sought.value = value)}
        />
      )}
      {canMark && <p class="quiet">{text.approvals.howToMark}</p>}
      {canMark && <MarkAll items={found} />}
      <output class="quiet">{found.length < items.length && text.approvals.found(found.length)}</output>
      <ul class="approval-list">
        {found.map((item) => (
          <WaitingItem key={item.key} item={item} canMark={canMark} />
        ))}
      </ul>
      {canMark && <Batch />}
    </section>
  )
}

/** For whoever has looked at several: all of them at one go, or none. */
function MarkAll({ items }: { items: readonly Item[] }) {
  const isRefused = (key: string) => cards.value.some(({ thing }) => thing === key)
  const looked = items.filter((item) => isSeen(item, seen.value) && !isRefused(item.key))
  if (looked.length < 2) return null
  const areMarked = looked.every(({ key }) => marked.value.has(key))
  const keys = looked.map(({ key }) => key)
  return (
    <button class="button mark-all" type="button" onClick={() => mark(keys, !areMarked)}>
      {areMarked ? text.approvals.unmarkAll : text.approvals.markAll}
    </button>
  )
}
