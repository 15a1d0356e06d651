// Files into the person's own hands; first of all, what was not delivered.
import type { AnyRefusal } from '#domain/problem.ts'
import { asFile } from '../data/outbox-file.ts'
import type { OutboxItem } from '../data/stored.ts'
import { book, copy } from './copy.ts'

/** Offers the given changes, or all of the outbox, as a file to save. */
export function offerFile(
  inWords: (problem: AnyRefusal) => string,
  items: readonly OutboxItem[] = copy.value?.outbox ?? [],
): void {
  handOver(asFile(items, book.value.projects.values(), inWords))
}

/** Lets the browser save a file, under its name and where the person keeps such things. */
export function handOver(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
