// Whether there is room for a table with a column for each day. Where one appears, the day-by-day list goes: never both.
import { signal } from '@preact/signals'

const wide = matchMedia('(min-width: 75rem)')

/** Whether there is, as the window is now. */
export const hasRoom = signal(wide.matches)

/** Follows the window's size, and turned tablets. */
export function followRoom(): void {
  wide.addEventListener('change', ({ matches }) => {
    hasRoom.value = matches
  })
}
