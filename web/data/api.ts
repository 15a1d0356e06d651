// One request to our own API and what counts as its answer. Everything else (a portal's page, half a JSON, a redirect)
// is a failure of transport, whatever its status says.
import * as v from 'valibot'
import { marker } from '#domain/sync.ts'
import { type AccessToken, authorizedFetch } from '../account/access.ts'
import { measureSkew } from './clock.ts'
import type { Device } from './device.ts'
import { requestLimit } from './lock.ts'

export type Reply<Value> =
  | { kind: 'answer'; value: Value }
  /** The API said no, with a problem (RFC 9457). `retryAfter` in seconds where it asked us to stay away. */
  | { kind: 'problem'; status: number; problem: Problem; retryAfter?: number }
  | { kind: 'transport'; failure: Failure; retryAfter?: number }

export type Failure =
  /** No network, no name, no connection, or cut off in the middle. */
  | 'offline'
  | 'time-out'
  /** Somebody between us and the API answered. */
  | 'not-ours'
  /** Whoever runs the API says that it fails, in words that are not the API's own. */
  | 'down'
  /** The API's own answer, but not whole or not what this app understands. */
  | 'unreadable'

const Problem = v.looseObject({ code: v.string() })
export type Problem = v.InferOutput<typeof Problem>

export interface Question<Value> {
  method: 'GET' | 'POST' | 'PUT'
  /** Below /api, with its query. */
  path: string
  /** Sent as JSON. */
  body?: unknown
  /** What the answer must be. */
  schema: v.GenericSchema<unknown, Value>
  /** Null for what anybody may ask. */
  access: AccessToken | null
  /** Ends the request before its own time limit. */
  signal?: AbortSignal
}

/** Asks the API; resolves with one of the three kinds of reply, and never rejects for the network's sake. */
export async function ask<Value>(device: Device, question: Question<Value>): Promise<Reply<Value>> {
  const limit = AbortSignal.timeout(requestLimit(device))
  const signal = question.signal ? AbortSignal.any([limit, question.signal]) : limit
  try {
    const asked = device.now()
    const response = await send(device, question, signal)
    if (!response.headers.has(marker)) return notOurs(device, response)
    await measureSkew(device, response, asked)
    return await read(device, response, question.schema)
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error
    return { kind: 'transport', failure: signal.aborted ? 'time-out' : 'offline' }
  }
}

/**
 * A page for people may be a portal's, whatever its status, and 511 is one (RFC 6585); the platform tells a program of its
 * faults in a few words.
 */
function notOurs(device: Device, response: Response): Reply<never> {
  const isDown = response.status >= 500 && response.status !== 511 && !isPage(response)
  return isDown
    ? { kind: 'transport', failure: 'down', ...retryAfterOf(device, response) }
    : { kind: 'transport', failure: 'not-ours' }
}

async function send(device: Device, question: Question<unknown>, signal: AbortSignal): Promise<Response> {
  const { method, path, access } = question
  const url = new URL(`/api${path}`, device.origin)
  const headers = new Headers({ accept: 'application/json' })
  const body = question.body === undefined ? null : JSON.stringify(question.body)
  if (body !== null) headers.set('content-type', 'application/json')
  if (access) return authorizedFetch(device, access, { method, url, headers, body, signal })
  return device.fetch(url, {
    method,
    headers,
    body,
    signal,
    redirect: 'manual',
    cache: 'no-store',
    credentials: 'omit',
  })
}

async function read<Value>(
  device: Device,
  response: Response,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Reply<Value>> {
  const type = typeOf(response)
  if (response.status === 200 && type === 'application/json') {
    const value = v.safeParse(schema, await jsonOf(response))
    return value.success
      ? { kind: 'answer', value: value.output }
      : { kind: 'transport', failure: 'unreadable' }
  }
  if (type === 'application/problem+json') {
    const problem = v.safeParse(Problem, await jsonOf(response))
    if (problem.success) {
      return {
        kind: 'problem',
        status: response.status,
        problem: problem.output,
        ...retryAfterOf(device, response),
      }
    }
  }
  return { kind: 'transport', failure: 'unreadable', ...retryAfterOf(device, response) }
}

const typeOf = (response: Response) =>
  response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
const isPage = (response: Response) => typeOf(response) === 'text/html'

/** The parsed body, or undefined where it is not whole: what is cut off fails its schema, not the program. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Seconds; a Retry-After beyond that is a mistake that must not cost a day's delivery. */
const longestAbsence = 600

/** Seconds, from either form of Retry-After (RFC 9110, 10.2.3); never more than ten minutes. */
function retryAfterOf(device: Device, response: Response): { retryAfter?: number } {
  const value = response.headers.get('retry-after')
  if (!value) return {}
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - device.now()) / 1000
  if (Number.isNaN(seconds)) return {}
  return { retryAfter: Math.min(longestAbsence, Math.max(0, Math.ceil(seconds))) }
}
