// An approver at work: what lies on the desk of whoever is signed in, what they have looked at, and the saving of what
// they decide.
import { computed, effect, signal } from '@preact/signals'
import { weekKey } from '#domain/change.ts'
import type { Refusal } from '#domain/problem.ts'
import { type Sheet, versionsOf } from '#domain/sheet.ts'
import type { Intent } from '../data/intent.ts'
import { undecided } from '../data/notices.ts'
import { approvable, type Desk, type Item, type Seen, waitingWeeks } from './approvals.ts'
import { book, me, sheets, who } from './copy.ts'
import { dropLooks, keepLooks, recallLooks } from './looks.ts'
import { save } from './save.ts'

/** The desk of whoever is signed in. */
export const desk = computed<Desk>(() => ({
  book: book.value,
  sheets: sheets.value,
  me: me.value,
}))
/** The weeks that wait for this person's decision. */
export const waitingForMe = computed(() => waitingWeeks(desk.value))

/** How many weeks and late hours wait for it, as the notices count them too. */
export const undecidedCount = computed(() => {
  const { weeks, lates } = undecided(book.value)
  return weeks.length + lates.length
})

/** What was looked at in this tab. */
export const seen = signal<Seen>(new Map())
/** The same as it was when this person decided on it last, or else looked at it first: what is different since is said. */
export const looked = signal<Seen>(new Map())
/** The weeks (by key) that are marked to be approved together. */
export const marked = signal<ReadonlySet<string>>(new Set())
/** What the marks come to: the weeks that may be approved together, now. */
export const ready = computed(() => approvable(waitingForMe.value, marked.value, seen.value))

/** What the waiting weeks are searched for. */
export const sought = signal('')
/** The week (by key) that was on the screen last, to find one's place in the list again. */
export const opened = signal<string | null>(null)

const person = computed(() => (who.value === null ? null : who.value?.person))
// What one approver has seen, another has not.
effect(() => {
  if (person.value === null) dropLooks()
  if (!person.value) return
  seen.value = recallLooks(person.value, sheets.peek())
  looked.value = seen.peek()
  marked.value = new Set()
  sought.value = ''
  opened.value = null
})

/** The week was on the screen as it is here. */
export function look(key: string, sheet: Sheet): void {
  if (seen.peek().get(key) !== sheet) {
    seen.value = new Map(seen.peek()).set(key, sheet)
    keepLooks(me.peek(), seen.peek())
  }
  if (!looked.peek().has(key)) looked.value = new Map(looked.peek()).set(key, sheet)
}

/** The name of somebody whose submission was looked at here, also when this device may not know them any more. */
export const nameSeen = (person: string): string | null =>
  [...seen.value.values()].find(({ week }) => week.by === person)?.week.byName ?? null

/** Marks weeks, or takes the mark from them. */
export function mark(keys: readonly string[], on: boolean): void {
  const next = new Set(marked.peek())
  for (const key of keys) {
    if (on) next.add(key)
    else next.delete(key)
  }
  marked.value = next
}

export type Decision = Extract<Intent, { kind: `week.${string}` | `late.${string}` }>

/** Why a decision was not kept on this device; null when it was. */
export type Outcome = { refused: Refusal } | { failed: true } | null

/** The approval of a week as it is on the screen: of its version, and of these hours. */
export const approvalOf = ({ week, entries }: Sheet): Decision => ({
  kind: 'week.approve',
  person: week.person,
  week: week.week,
  saw: week.version,
  entries: versionsOf(entries),
})

/** Keeps a decision on this device and sends it on its way. */
export async function decide(decision: Decision): Promise<Outcome> {
  try {
    const saved = await save(decision)
    if ('refused' in saved) return saved
    if ('week' in decision) decidedOn(decision)
    return null
  } catch (error) {
    reportError(error)
    return { failed: true }
  }
}

/** What is different from now on is different from what was decided on. */
function decidedOn({ week, ...decision }: Extract<Decision, { week: string }>): void {
  const key = weekKey('person' in decision ? decision.person : me.peek(), week)
  const sheet = seen.peek().get(key)
  if (sheet) looked.value = new Map(looked.peek()).set(key, sheet)
}

/** Approves these weeks one by one, each as it was seen; answers what became of each. `onOne`: after each. */
export async function approveAll(
  items: readonly Item[],
  onOne: (done: number) => void,
): Promise<{ item: Item; outcome: Outcome }[]> {
  const outcomes: { item: Item; outcome: Outcome }[] = []
  for (const item of items) {
    const { key, sheet } = item
    const outcome = await decide(approvalOf(sheet))
    onOne(outcomes.push({ item, outcome }))
    if (outcome === null) mark([key], false)
  }
  return outcomes
}
