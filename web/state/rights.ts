// What the person may do, as far as their last token said; the server decides it anew each time.
import { computed } from '@preact/signals'
import { allows, type Scope } from '#domain/scope.ts'
import { isWithheld } from '../data/outbox.ts'
import type { OutboxItem } from '../data/stored.ts'
import { who } from './copy.ts'

/** Whether the person may use what takes this scope. */
export const may = (scope: Scope): boolean => allows(who.value?.scopes ?? [], scope)

/** Whether the person may approve at all; whose weeks, says the domain. */
export const mayApprove = computed(() => may('approve:timesheets'))

/** Whether the person logs hours of their own. */
export const mayLog = computed(() => may('create:timesheets'))

/** Whether the person has no right to send any of these: they would wait for ever. */
export const maySendNone = (items: readonly OutboxItem[]): boolean => {
  const account = who.value
  return account ? items.every(({ change }) => isWithheld(change, account)) : false
}
