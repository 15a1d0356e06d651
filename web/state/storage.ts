// Whether the browser has promised not to clear this device's copy.
import { signal } from '@preact/signals'

/** undefined: not known here. */
export const persisted = signal<boolean | undefined>(undefined)

let asked = false

/** Asks for storage that is not cleared when space runs out; at the first saved hour, when the wish makes sense. */
export async function keepStorage(): Promise<void> {
  if (asked || !('storage' in navigator)) return
  asked = true
  persisted.value = (await navigator.storage.persisted()) || (await navigator.storage.persist())
}

/** Asks the browser what it has promised; for a screen that says so. */
export async function lookAtStorage(): Promise<void> {
  if ('storage' in navigator) persisted.value = await navigator.storage.persisted()
}
