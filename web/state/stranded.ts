// What waits under those as whom one came here before one's sign-in was moved, as the outbox shows it.
import { computed } from '@preact/signals'
import { minutesWanted, waitingThings } from '../data/cards.ts'
import { newHours } from '../data/stranded.ts'
import { hasCopy, stranded } from './copy.ts'

/** Whose it was, what it is and comes to, and how many of the hours can be taken over. */
export const strandedWork = computed(() =>
  stranded.value.map(({ person, name, items }) => ({
    person,
    name,
    items,
    things: waitingThings(items),
    minutes: minutesWanted(items),
    // Before one's own projects are known, every rule would say no.
    hours: hasCopy.value ? newHours(items).length : 0,
    // May count under the old person already.
    unsure: items.filter(({ sent }) => sent).length,
  })),
)
export type StrandedWork = (typeof strandedWork.value)[number]
