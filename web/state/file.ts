// What was not delivered, as a file in the person's own hands.
import type { AnyRefusal } from '#domain/problem.ts'
import { asFile } from '../data/outbox-file.ts'
import type { OutboxItem } from '../data/stored.ts'
import { copy } from './copy.ts'

/** Offers the given changes, or all of the outbox, as a file to save. */
export function offerFile(
  inWords: (problem: AnyRefusal) => string,
  items: readonly OutboxItem[] = copy.value?.outbox ?? [],
): void {
  const file = asFile(items, copy.value?.projects ?? [], inWords)
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
