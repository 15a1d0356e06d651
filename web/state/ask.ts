// What only the server knows, asked while somebody waits for it: histories, reports about others. Nothing of it is kept.
import type * as v from 'valibot'
import type { Problem } from '../data/api.ts'
import { thisDevice } from '../data/device.ts'
import { askAs } from '../data/talk.ts'
import { who } from './copy.ts'

export type Asked<Value> =
  | { value: Value }
  /** Without a network that reaches the server. */
  | { offline: true }
  /** The server said no, or (its `code` says which) nobody is signed in whom it would answer. */
  | { problem: Problem }

/** Asks the API in the name of the person who is signed in: GET `path`, below /api and with its query. */
export async function askServer<Value>(
  path: string,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Asked<Value>> {
  const person = who.peek()?.person
  if (!person) return { problem: { code: 'session.none' } }
  const reply = await askAs(thisDevice(), person, { method: 'GET', path, schema })
  if (reply.kind === 'answer') return { value: reply.value }
  if (reply.kind === 'problem') return { problem: reply.problem }
  return reply.outcome === 'offline' ? { offline: true } : { problem: { code: reply.detail } }
}

/** Why there is no answer to show. */
export type Missing = 'offline' | 'refused'

export const missing = (asked: object): Missing => ('offline' in asked ? 'offline' : 'refused')
