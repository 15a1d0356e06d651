// Waiting for what is going to be true, without ever sleeping.
import { expect } from 'vitest'

/** Asks again and again, for longer than a browser waits before it tries once more. */
export const eventually = <Value>(ask: () => Value) => expect.poll(ask, { timeout: 20_000, interval: 50 })
