// An approver at work: what lies on the desk of whoever is signed in, what they have looked at since the page was opened,
// and the saving of what they decide.
import { computed, effect, signal } from '@preact/signals'
import type { Refusal } from '#domain/problem.ts'
import { type Sheet, versionsOf } from '#domain/sheet.ts'
import type { Intent } from '../data/intent.ts'
import { undecided } from '../data/notices.ts'
import { approvable, type Desk, type Item, type Seen, waitingWeeks } from './approvals.ts'
import { book, me, sheets, who } from './copy.ts'
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

/** What was looked at since the page was opened. */
export const seen = signal<Seen>(new Map())
/** The weeks (by key) that are marked to be approved together. */
export const marked = signal<ReadonlySet<string>>(new Set())
/** What the marks come to: the weeks that may be approved together, now. */
export const ready = computed(() => approvable(waitingForMe.value, marked.value, seen.value))

const person = computed(() => who.value?.person)
// What one approver has seen, another has not.
effect(() => {
  if (person.value === undefined) return
  seen.value = new Map()
  marked.value = new Set()
})

/** The week was on the screen as it is here. */
export function look(key: string, sheet: Sheet): void {
  if (seen.peek().get(key) !== sheet) seen.value = new Map(seen.peek()).set(key, sheet)
}

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
    return 'refused' in saved ? saved : null
  } catch (error) {
    reportError(error)
    return { failed: true }
  }
}

/** Approves these weeks one by one, each as it was seen; answers what became of each. */
export async function approveAll(items: readonly Item[]): Promise<{ item: Item; outcome: Outcome }[]> {
  const outcomes: { item: Item; outcome: Outcome }[] = []
  for (const item of items) {
    const { key, sheet } = item
    const outcome = await decide(approvalOf(sheet))
    outcomes.push({ item, outcome })
    if (outcome === null) mark([key], false)
  }
  return outcomes
}
