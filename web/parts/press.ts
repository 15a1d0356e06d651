// A key as the grid knows it.
import type { Press } from '../state/grid.ts'

/** A key with what is held beside it; Ctrl and Cmd are one. */
export const pressOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): Press => ({
  key,
  shift: shiftKey,
  control: ctrlKey || metaKey,
  alt: altKey,
})
