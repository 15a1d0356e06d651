// What the person should know, as the screens show it, and what they have read of it.
import { computed, effect, signal } from '@preact/signals'
import { dismiss, dismissedBy } from '../data/dismissed.ts'
import { thisDevice } from '../data/device.ts'
import { isCalling, type Notice, noticesOf } from '../data/notices.ts'
import { todayHere } from './clock.ts'
import { book, copy, hasCopy, who } from './copy.ts'
import { mayApprove } from './rights.ts'

const dismissed = signal<ReadonlySet<string>>(new Set())

/** All of them, the read ones included. */
export const notices = computed(() => {
  // Nothing is known of anybody before the first copy is complete, so nothing is missing either.
  if (!who.value || !hasCopy.value) return []
  return noticesOf({
    book: book.value,
    today: todayHere.value,
    dismissed: dismissed.value,
    isApprover: mayApprove.value,
  })
})

/** Those that are new and worth a call. */
export const calling = computed(() => notices.value.filter(isCalling))
/** Those that are new and ask for nothing. */
export const calm = computed(() => notices.value.filter((each) => !each.isRead && !isCalling(each)))
/** How many call. */
export const unreadCount = computed(() => calling.value.length)

/** Puts notices away on this device. */
export async function markRead(read: readonly Notice[]): Promise<void> {
  const person = who.peek()?.person
  const keys = read.filter(({ isRead }) => !isRead).flatMap((each) => each.keys)
  if (!person || keys.length === 0) return
  // Shown at once; what the device keeps is read again when it has.
  dismissed.value = new Set([...dismissed.peek(), ...keys])
  await dismiss(thisDevice(), person, keys)
}

/** Reads what was put away here whenever the device has stored something. */
export function followNotices(): void {
  effect(() => {
    // Read anew with every copy: another window may have put something away.
    const person = copy.value && who.value?.person
    if (person) void look(person).catch(reportError)
    else dismissed.value = new Set()
  })
}

async function look(person: string): Promise<void> {
  const keys = await dismissedBy(thisDevice(), person)
  if (who.peek()?.person === person) dismissed.value = keys
}
