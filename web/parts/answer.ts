// Asking the server while somebody looks at the screen: once, again when they say so, and when the network is back.
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import type { Missing } from '../state/ask.ts'
import { online } from '../state/delivery.ts'

/**
 * What the server answered, null while it is asked. `ask` answers null where there is nothing to ask; it is asked anew when
 * a signal changes that it read before its first wait.
 */
export function useAnswer<Value>(ask: () => Promise<Value | Missing> | null): {
  answer: ReadonlySignal<Value | Missing | null>
  again: () => void
} {
  const answer = useSignal<Value | Missing | null>(null)
  const attempt = useSignal(0)
  useSignalEffect(() => {
    // Reading it is what makes another attempt.
    let isWaiting = attempt.value >= 0
    const take = (found: Value | Missing) => {
      if (isWaiting) answer.value = found
    }
    answer.value = null
    ask()?.then(take, (error: unknown) => {
      reportError(error)
      take('refused')
    })
    return () => {
      isWaiting = false
    }
  })
  const again = () => {
    attempt.value = attempt.peek() + 1
  }
  useSignalEffect(() => {
    if (online.value && answer.peek() === 'offline') again()
  })
  return { answer, again }
}
