// A question to the API in a person's name: with a fresh token, and with one more try when a token is refused that
// looked valid. Never with another person's token.
import { freshToken } from '../account/tokens.ts'
import { ask, type Failure, type Question, type Reply } from './api.ts'
import type { Device } from './device.ts'
import type { Outcome } from './stored.ts'

/** Why the round is over, for now. */
export interface Stop {
  kind: 'stop'
  outcome: Outcome
  detail: string
  /** Where it was the question itself that did not get through. */
  failure?: Failure
  retryAfter?: number
}

/** `detail`: a problem's code or a transport's failure. */
export const stop = (outcome: Outcome, detail: string): Stop => ({ kind: 'stop', outcome, detail })

/** Asks in the person's name; what is neither an answer nor a problem of this one question stops the round. */
export async function askAs<Value>(
  device: Device,
  person: string,
  question: Omit<Question<Value>, 'access'>,
): Promise<Exclude<Reply<Value>, { kind: 'transport' }> | Stop> {
  const first = await withToken(device, person, question, undefined)
  if (first.reply.kind !== 'problem' || first.reply.status !== 401) return settled(first.reply)
  const second = await withToken(device, person, question, first.token)
  if (second.reply.kind !== 'problem' || second.reply.status !== 401) return settled(second.reply)
  // Renewed and refused again: more renewals at once would not help. A fault of the server may pass, so it is tried
  // again, but seldom: each time costs a renewal.
  return { ...stop('sign-in', second.reply.problem.code), retryAfter: untilNextRenewal }
}

/** Seconds. */
const untilNextRenewal = 300

async function withToken<Value>(
  device: Device,
  person: string,
  question: Omit<Question<Value>, 'access'>,
  refused: string | undefined,
): Promise<{ reply: Reply<Value> | Stop; token?: string }> {
  const fresh = await freshToken(device, refused === undefined ? {} : { refused })
  if (fresh.kind === 'not-now') {
    return { reply: stop(fresh.detail === 'busy' ? 'busy' : 'offline', fresh.detail) }
  }
  if (fresh.kind !== 'token') return { reply: stop('sign-in', `session.${fresh.kind}`) }
  // Somebody else signed in since this round began.
  if (fresh.access.person !== person) return { reply: stop('nobody', 'person.changed') }
  return { reply: await ask(device, { ...question, access: fresh.access }), token: fresh.access.value }
}

function settled<Value>(reply: Reply<Value> | Stop): Exclude<Reply<Value>, { kind: 'transport' }> | Stop {
  if (reply.kind === 'transport') {
    const { failure } = reply
    const outcome = failure === 'down' ? 'failed' : 'offline'
    return { ...stop(outcome, failure), failure, ...retryAfterOf(reply) }
  }
  if (reply.kind !== 'problem') return reply
  const { code } = reply.problem
  if (code === 'account.mismatch') return stop('mismatch', code)
  if (code === 'person.deactivated') return stop('deactivated', code)
  if (reply.status === 503 || reply.status === 429) return { ...stop('later', code), ...retryAfterOf(reply) }
  // 500 may lie in what was asked, and whoever asked can ask for less; the others lie in between.
  if (reply.status > 500) return { ...stop('failed', code), ...retryAfterOf(reply) }
  return reply
}

const retryAfterOf = ({ retryAfter }: { retryAfter?: number }) =>
  retryAfter === undefined ? {} : { retryAfter }
