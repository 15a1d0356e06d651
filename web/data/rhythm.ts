// When to ask the server next. Pure: the page keeps the timer, and asks at once after a save, at start, on `online` and
// on becoming visible (`isStale`).
import { millisecondsOf } from '#domain/calendar.ts'
import type { Report } from './stored.ts'

const shortest = 5_000
const longest = 5 * 60_000
const whenIdle = 15 * 60_000
const whenWatched = 2 * 60_000
const staleAfter = 60_000
const oldAfter = 30_000

export interface Moment {
  /** The last report, or null before the first. */
  report: Report | null
  /** How many syncs in a row left something to send, the last one included. */
  failures: number
  visible: boolean
  /** Whether the screen shows what others do, who do not wait for a quarter of an hour. */
  isWatched?: boolean
  /** Between 0 and 1. */
  random: number
}

/**
 * Milliseconds until the next sync, or null when nothing calls for one. Something to send: 5 s, doubling to 5 min, with
 * full jitter, and never before the server's Retry-After. Nothing to send: every 15 min while somebody looks,
 * every 2 min where they look at what others do.
 */
export function nextSync({ report, failures, visible, isWatched = false, random }: Moment): number | null {
  const pause = (report?.retryAfter ?? 0) * 1000
  if (report && isWorthTrying(report)) {
    const ceiling = Math.min(longest, shortest * 2 ** Math.max(0, failures - 1))
    // Full jitter (a crowd that lost its network together must not come back together), after the server's own wish.
    return pause + Math.round(ceiling * random)
  }
  return visible ? Math.max(pause, isWatched ? whenWatched : whenIdle) : null
}

/** Whether another try can deliver something; not where only a person can help. */
export function isWorthTrying({ outcome, waiting, withheld, retryAfter }: Report): boolean {
  switch (outcome) {
    case 'sign-in':
      // Without a time to come back the session has ended.
      return retryAfter !== undefined && waiting > withheld
    case 'mismatch':
    case 'deactivated':
    case 'nobody':
      return false
    case 'done':
    case 'offline':
    case 'later':
    case 'busy':
    case 'failed':
      return waiting > withheld
  }
}

/** Whether becoming visible calls for a pull: the copy was last complete more than a minute ago, or the clock moved. */
export const isStale = (complete: number, now: number) => now < complete || now - complete > staleAfter

/** The same of opening another screen; but a server that asked for a pause has it, however much somebody taps. */
export function isOldOnOpening(complete: number, report: Report | null, now: number): boolean {
  const resting = report?.retryAfter === undefined ? 0 : millisecondsOf(report.at) + report.retryAfter * 1000
  return (now < complete || now - complete > oldAfter) && now >= resting
}
