// The line between the browser and the Worker. The app's origin is here, so that a test can hold a request, lose an
// answer, serve another build, and count what went over it.
import { type IncomingMessage, createServer, request as requestTo, type ServerResponse } from 'node:http'

/** One request that came over the line. */
export interface Passed {
  /** `POST /api/changes` */
  what: string
  body: string
  /** Null until it is answered, and for ever where the answer was lost. */
  status: number | null
}

/** A request that a test keeps waiting. */
export interface Held {
  /** Resolves when the request has come. */
  arrived: Promise<void>
  /** Lets it go on to the Worker, whether or not somebody still waits for the answer. Resolves with the Worker's. */
  release(): Promise<number>
}

type Trouble = (
  pass: () => Promise<Answer>,
  answer: (with_: Answer) => void,
  response: ServerResponse,
) => void
interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

export type Line = Awaited<ReturnType<typeof openLine>>

/** Opens the line at `origin` to the Worker at `worker`. */
export async function openLine(origin: string, worker: string) {
  const passed: Passed[] = []
  const troubles = new Map<string, Trouble>()
  const changed = new Map<string, (text: string) => string>()
  let isCut = false

  const server = createServer((request, response) => {
    carry(request, response).catch(() => response.destroy())
  })

  async function carry(request: IncomingMessage, response: ServerResponse) {
    if (isCut) return void response.destroy()
    const body = await bodyOf(request)
    const { pathname } = new URL(request.url ?? '/', origin)
    const note: Passed = { what: `${request.method} ${pathname}`, body: body.toString(), status: null }
    passed.push(note)
    const pass = () => ask(worker, request, body)
    const answer = (given: Answer) => {
      const change = changed.get(pathname)
      const sent = change ? Buffer.from(change(given.body.toString())) : given.body
      note.status = given.status
      // It has come whole and may be another one now: its length and its name are written anew.
      const { 'transfer-encoding': _, connection: __, etag, ...headers } = given.headers
      if (etag && !change) headers['etag'] = etag
      response.writeHead(given.status, { ...headers, 'content-length': sent.length })
      response.end(sent)
    }
    const trouble = troubles.get(note.what)
    troubles.delete(note.what)
    if (trouble) trouble(pass, answer, response)
    else answer(await pass())
  }

  const { port } = new URL(origin)
  await new Promise<void>((resolve) => server.listen({ port: Number(port), host: 'localhost' }, resolve))

  return {
    origin,
    passed,
    /** The statuses with which this was answered, from `since` on; null where nothing arrived. */
    answersTo: (what: string, since = 0) =>
      passed.slice(since).flatMap((each) => (each.what === what ? [each.status] : [])),
    /** Keeps the next such request from reaching the Worker until it is released. */
    hold(what: string): Held {
      const arrived = Promise.withResolvers<void>()
      const free = Promise.withResolvers<void>()
      const done = Promise.withResolvers<number>()
      troubles.set(what, async (pass, answer) => {
        arrived.resolve()
        await free.promise
        const given = await pass()
        done.resolve(given.status)
        answer(given)
      })
      const release = () => {
        free.resolve()
        return done.promise
      }
      return { arrived: arrived.promise, release }
    },
    /**
     * Lets the next such request through and breaks the line in the middle of its answer. Resolves with the Worker's
     * status. (Were it broken before the answer, Chromium itself would send the request a second time.)
     */
    loseAnswer: (what: string) =>
      new Promise<number>((resolve) =>
        troubles.set(what, async (pass, _, response) => {
          const { status, headers, body } = await pass()
          response.writeHead(status, headers)
          response.write(body.subarray(0, body.length / 2), () => response.destroy())
          resolve(status)
        }),
      ),
    /** Serves a file otherwise from now on, as a new build would. */
    change: (path: string, how: (text: string) => string) => void changed.set(path, how),
    /** Nothing comes through until it is mended. */
    cut: () => void (isCut = true),
    mend() {
      isCut = false
      changed.clear()
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function ask(worker: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers } = request
    // Asked for plainly and in full, because answers are changed here.
    const { 'if-none-match': _, ...rest } = headers
    const plain = { ...rest, 'accept-encoding': 'identity' }
    const asked = requestTo(new URL(request.url ?? '/', worker), { method, headers: plain }, (answer) => {
      bodyOf(answer).then(
        (whole) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole }),
        reject,
      )
    })
    asked.once('error', reject)
    asked.end(body)
  })
}
