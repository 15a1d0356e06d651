// No week goes to its approver without an hour that the person believes is in it. Here is which weeks a waiting change
// touches, and which submissions stand behind a refused hour; push.ts keeps the order.
import { type Change, isStep, weekKey, weeksTouched } from '#domain/change.ts'
import { type Card, cards, waiting } from './cards.ts'
import type { OutboxItem } from './stored.ts'

/** The date on which the server has each entry, by the entry's id; only those that count. */
export type Dates = ReadonlyMap<string, string>

/**
 * Why a submission is not sent: hours of that week stand refused on this device. The server never says it, so it is no
 * `Refusal` of the domain; it parks in the outbox like one, and can be retried once those hours are right or given up.
 */
export type LookAgain = { code: 'week.look-again'; week: string }

/** The weeks (`<person> <week>`) that each entry change touches, by its order. */
export function weeksByOrder(items: readonly OutboxItem[], dates: Dates): Map<number, string[]> {
  const touched = new Map<number, string[]>()
  for (const { change, order, person } of items) {
    if (change.kind !== 'entry.put' && change.kind !== 'entry.delete') continue
    const weeks = weeksTouched(change, dates.get(change.entry))
    touched.set(
      order,
      weeks.map((week) => weekKey(person, week)),
    )
  }
  return touched
}

/** The waiting submissions that must not be sent, because an hour of their week that was saved before stands refused. */
export function barred(
  items: readonly OutboxItem[],
  dates: Dates,
): { item: OutboxItem; problem: LookAgain }[] {
  const refused = cards(items)
  return waiting(items).flatMap((item) => {
    const problem = isSubmission(item.change) && lookAgain(item, refused, weeksByOrder(items, dates))
    return problem ? [{ item, problem }] : []
  })
}

/** Why the submission on a card cannot be sent again yet, or null: it would come after all that is there now. */
export function stillBarred(card: Card, items: readonly OutboxItem[], dates: Dates): LookAgain | null {
  const [first] = card.items
  if (!first || !isSubmission(card.change)) return null
  return lookAgain({ ...first, order: Infinity }, cards(items), weeksByOrder(items, dates))
}

// To withdraw a week is never barred: it may be what it takes to put the refused hour right.
const isSubmission = (change: Change) => change.kind === 'week.submit'

function lookAgain(
  { change, order }: OutboxItem,
  refused: readonly Card[],
  touched: ReadonlyMap<number, readonly string[]>,
): LookAgain | null {
  if (!isStep(change)) return null
  const week = weekKey(change.person, change.week)
  const isRefused = refused.some(({ items }) =>
    items.some((item) => item.order < order && touched.get(item.order)?.includes(week)),
  )
  return isRefused ? { code: 'week.look-again', week: change.week } : null
}
