// The world outside the phones: a clock, a network with its accidents, a tenant and the API, each small and by the
// protocol. The real ones are used in real.test.ts.
import { marker } from '#domain/sync.ts'
import { LittleApi } from './little-api.ts'
import type { Phone } from './platform.ts'
import { LittleTenant } from './little-tenant.ts'

/** What happens to one request: it may let the server answer, or not, and hand over the answer, or not. */
export type Accident = (request: Request, arrive: () => Promise<Response>) => Promise<Response>

export class World {
  readonly origin = 'http://localhost:8787'
  now = Date.parse('2026-11-21T09:00:00.000Z')
  readonly tenant = new LittleTenant(this)
  readonly api = new LittleApi(this)
  /** Every request that was sent, `POST /api/changes`. */
  readonly log: string[] = []
  /** Every push, to the letter. */
  readonly pushed: string[] = []
  readonly #accidents: { on: string; accident: Accident }[] = []

  /** Lets something happen to the next request whose line contains `on`; answers what calls it off. */
  upset(on: string, accident: Accident): () => void {
    const upset = { on, accident }
    this.#accidents.push(upset)
    return () => {
      const place = this.#accidents.indexOf(upset)
      if (place >= 0) this.#accidents.splice(place, 1)
    }
  }

  /** Calls off what has not happened yet. */
  calm(): void {
    this.#accidents.length = 0
  }

  /** The kinds of changes in each push, from the given one on. */
  kindsPushed(from = 0): string[][] {
    const bodies = this.pushed.slice(from).map((text) => JSON.parse(text) as { changes: { kind: string }[] })
    return bodies.map(({ changes }) => changes.map(({ kind }) => kind))
  }

  /** How many requests were sent whose line contains `on`. */
  count(on: string): number {
    return this.log.filter((line) => line.includes(on)).length
  }

  async fetch(phone: Phone, address: string, init: RequestInit = {}): Promise<Response> {
    const request = new Request(address, init)
    const { signal } = request
    if (!phone.isOnline) throw new TypeError('fetch failed')
    const line = `${request.method} ${new URL(address).pathname}`
    this.log.push(line)
    if (line === 'POST /api/changes') this.pushed.push(await request.clone().text())
    const place = this.#accidents.findIndex(({ on }) => line.includes(on))
    const [upset] = place < 0 ? [] : this.#accidents.splice(place, 1)
    const arrive = () => this.#arrive(request)
    const aborted = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason as Error)
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
    aborted.catch(() => undefined)
    return Promise.race([upset ? upset.accident(request, arrive) : arrive(), aborted])
  }

  async #arrive(request: Request): Promise<Response> {
    const { origin } = new URL(request.url)
    if (origin === this.tenant.issuer) return this.tenant.answer(request)
    return this.api.answer(request)
  }
}

/** The server has done it, and the answer is lost on the way. */
export const lost: Accident = async (_, arrive) => {
  await arrive()
  throw new TypeError('terminated')
}

/** Nothing arrives. */
export const dead: Accident = async () => {
  throw new TypeError('fetch failed')
}

/** No answer ever comes. */
export const silent: Accident = () => new Promise(() => undefined)

/** The server has done it, and the answer waits on the way until it is let go, if ever. */
export function heldAnswer() {
  const done = Promise.withResolvers<undefined>()
  const free = Promise.withResolvers<undefined>()
  const accident: Accident = async (_, arrive) => {
    const answer = await arrive()
    done.resolve(undefined)
    await free.promise
    return answer
  }
  return { accident, done: done.promise, letGo: () => free.resolve(undefined) }
}

/** A hotel's page instead of the API. */
export const portal: Accident = async () =>
  new Response('<title>Welcome! Accept our terms</title>', { headers: { 'content-type': 'text/html' } })

/** A hotel that says it is JSON, and even that all is well. */
export const lyingPortal: Accident = async () => Response.json({ verdicts: [], status: 'ok' })

/** A proxy that has an answer of its own, well-formed to the last field: no to everything. */
export const presumptuousProxy: Accident = async (request) => {
  const { changes } = (await request.json()) as { changes: { id: string }[] }
  const refusal = { number: 0, verdict: 'refused', problem: { code: 'proxy.policy' } }
  return Response.json({ verdicts: changes.map(({ id }) => ({ id, ...refusal })) })
}

/** The server's answer, cut off in the middle. */
export const truncated: Accident = async (_, arrive) => {
  const answer = await arrive()
  const text = await answer.text()
  return new Response(text.slice(0, text.length / 2), answer)
}

/** The server's answer, and the network is gone in the middle of it. */
export const broken: Accident = async (_, arrive) => {
  const answer = await arrive()
  const bytes = await answer.bytes()
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2))
    },
    pull(controller) {
      controller.error(new TypeError('network error'))
    },
  })
  return new Response(body, answer)
}

/** Cloudflare's own page where it has killed the Worker: no header of ours, and nothing was done. */
export const killed: Accident = async () =>
  new Response('error code: 1102', { status: 503, headers: { 'content-type': 'text/html' } })

/** The server's answer with its verdicts in another order. */
export const reversed: Accident = async (_, arrive) => {
  const answer = await arrive()
  const body = (await answer.json()) as { verdicts: unknown[] }
  return Response.json({ ...body, verdicts: body.verdicts.toReversed() }, answer)
}

/** A problem of the API, once. */
export const problem =
  (status: number, code: string, headers: Record<string, string> = {}, members: object = {}): Accident =>
  async () =>
    new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, ...members }), {
      status,
      headers: { 'content-type': 'application/problem+json', [marker]: '1', ...headers },
    })
