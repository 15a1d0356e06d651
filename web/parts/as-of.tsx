// How old what is on the screen may be, and the way to have it newer: where one looks at what others do.
import { useSignal } from '@preact/signals'
import { instantOf } from '#domain/calendar.ts'
import { since } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { copy } from '../state/copy.ts'
import { deliver, syncing } from '../state/delivery.ts'
import { Icon } from './icon.tsx'

export function AsOf() {
  const asked = useSignal(false)
  const complete = copy.value?.complete ?? 0
  const refresh = () => {
    if (syncing.value) return
    asked.value = true
    void deliver()
  }
  return (
    <div class="as-of">
      {/* Told aloud to whoever asked for it, not each time it comes by itself. */}
      <p class="quiet" aria-live={asked.value ? 'polite' : 'off'}>
        {complete > 0 ? text.asOf.time(since(instantOf(complete), now.value, zone.value)) : text.asOf.never}
      </p>
      <button
        class="button-icon"
        type="button"
        aria-label={text.asOf.refresh}
        aria-disabled={syncing.value}
        onClick={refresh}
      >
        <Icon name="sync" />
      </button>
    </div>
  )
}
