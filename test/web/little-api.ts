// The API by its protocol, in memory: the same rules as the Worker (`#domain`), verdicts stored by id, a ledger, a cursor.
// It exists beside the real Worker for what that cannot give: thousands of interleavings in seconds, and accidents at
// places where a real line has none to order. What it believes of the Worker is tested in real.test.ts.
import { isDeepStrictEqual } from 'node:util'
import { type Book, decide, openBook, play, type Row } from '#domain/book.ts'
import { type Change, scopeByKind, thingOf } from '#domain/change.ts'
import type { Project } from '#domain/project.ts'
import { marker, type Verdict } from '#domain/sync.ts'
import type { Who } from './little-tenant.ts'
import type { World } from './world.ts'

interface LedgerRow {
  number: number
  person: string
  change: Change
  verdict: Verdict
  row: Row | null
}

const uuid = (digit: string, last = '0') => `${digit.repeat(8)}-0000-4000-8000-00000000000${last}`

export const people: Record<Who, string> = {
  Ada: uuid('a'),
  Grace: uuid('b'),
  Lin: uuid('c'),
  Mallory: uuid('d'),
}
export const bridge = uuid('1', '1')
export const tunnel = uuid('1', '2')

const projectOf = (id: string, name: string, number: number): Project => {
  const made = { kind: 'project' as const, id, name, client: 'City', code: name.slice(0, 3).toUpperCase() }
  return { ...made, colour: '#0f766e', archived: false, version: id, number }
}

class Trouble extends Error {
  readonly status: number
  readonly code: string
  readonly members: object
  constructor(status: number, code: string, members: object = {}) {
    super(code)
    this.status = status
    this.code = code
    this.members = members
  }
}

/** The device's time is no part of what makes it the same change. */
const isSame = ({ at: _, ...one }: Change, { at: __, ...other }: Change) => isDeepStrictEqual(one, other)

/** The answer to a known id with another body; nothing takes effect, and the first verdict stays. */
const reused = ({ number, change: { id } }: LedgerRow): Verdict => ({
  id,
  number,
  verdict: 'refused',
  problem: { code: 'change.reused' },
})

export class LittleApi {
  readonly #world: World
  projects: Project[] = [projectOf(bridge, 'Bridge', 1), projectOf(tunnel, 'Tunnel', 2)]
  ledger: LedgerRow[] = []
  #next = 3
  #generation = 0
  scopes: Partial<Record<Who, string[]>> = {}
  rowsPerPage = 500
  mostChanges = 200

  constructor(world: World) {
    this.#world = world
  }

  /** What the server holds of somebody: the last row of each entry. */
  entriesOf(who: Who): Row[] {
    return [...this.#latest(people[who]).values()]
  }

  /** Applied changes of somebody, in ledger order. */
  appliedOf(who: Who): string[] {
    return this.ledger
      .filter(({ person, verdict }) => person === people[who] && verdict.verdict === 'applied')
      .map(({ change }) => change.id)
  }

  setArchived(id: string, archived: boolean): void {
    this.projects = this.projects.map((project) =>
      project.id === id ? { ...project, archived, number: this.#next++ } : project,
    )
  }

  /** Time Travel: what came after the ledger's first `count` rows never happened. */
  restore(count: number): void {
    this.ledger = this.ledger.slice(0, count)
    // Projects are no part of this ledger; they stay as they are.
    this.#next =
      Math.max(2, this.ledger.at(-1)?.number ?? 0, ...this.projects.map(({ number }) => number)) + 1
    this.#generation += 1
  }

  async answer(request: Request): Promise<Response> {
    const headers = { [marker]: '1', date: new Date(this.#world.now).toUTCString() }
    try {
      return Response.json(await this.#route(request), { headers })
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      const { status, code, members } = error
      const challenge = status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}
      const type = { 'content-type': 'application/problem+json' }
      return new Response(JSON.stringify({ code, status, ...members }), {
        status,
        headers: { ...headers, ...type, ...challenge },
      })
    }
  }

  async #route(request: Request): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url)
    const { issuer, clientId } = this.#world.tenant
    const scopes = [...new Set(Object.values(scopeByKind))]
    if (pathname === '/api/config') {
      return { issuer, clientId, audience: 'api', audienceParameter: 'audience', scopes, dpop: false }
    }
    const who = this.#world.tenant.whose(request.headers.get('authorization')?.replace('Bearer ', '') ?? '')
    if (!who) throw new Trouble(401, 'token.invalid')
    const granted = this.scopes[who] ?? (who === 'Mallory' ? [] : ['read:timesheets', ...scopes])
    if (granted.length === 0) throw new Trouble(403, 'insufficient_scope', { scope: 'read:timesheets' })
    if (pathname === '/api/me') {
      const email = `${who.toLowerCase()}@abc.example`
      return { person: people[who], name: `${who} of ABC`, email, scopes: granted, client: clientId }
    }
    if (request.method === 'GET') return this.#page(who, searchParams.get('since'), granted)
    return this.#push(who, granted, await request.json())
  }

  #push(
    who: Who,
    granted: readonly string[],
    body: { person: string; changes: Change[]; since?: string | null },
  ) {
    if (body.person !== people[who]) throw new Trouble(403, 'account.mismatch')
    for (const { kind } of body.changes) {
      const scope = scopeByKind[kind]
      if (!granted.includes(scope)) throw new Trouble(403, 'insufficient_scope', { scope })
    }
    if (body.changes.length > this.mostChanges) throw new Trouble(413, 'body.too-large')
    if (body.since) this.#positionOf(body.since, granted)
    const verdicts = body.changes.map((change) => this.#apply(people[who], change))
    return { verdicts, ...(body.since !== undefined && { news: this.#page(who, body.since, granted) }) }
  }

  #apply(person: string, change: Change): Verdict {
    const known = this.ledger.find((row) => row.change.id === change.id && row.person === person)
    if (known) return isSame(known.change, change) ? known.verdict : reused(known)
    const number = this.#next++
    const book: Book = openBook(
      person,
      [...this.#latest(person).values()].filter((row) => row.kind === 'entry'),
      this.projects,
    )
    const problem = decide(book, change)
    const played = problem ? null : play(book, change)
    const row = played && { ...played, number }
    const verdict: Verdict =
      problem || !row
        ? { id: change.id, number, verdict: 'refused', problem: problem ?? { code: 'fault' } }
        : { id: change.id, number, verdict: 'applied', row }
    this.ledger.push({ number, person, change, verdict, row })
    return verdict
  }

  #latest(person: string): Map<string, Row> {
    const own = this.ledger.filter((row) => row.person === person && row.row)
    return new Map(own.flatMap(({ change, row }) => (row ? [[thingOf(change), row]] : [])))
  }

  #positionOf(cursor: string, granted: readonly string[]): number {
    const [position = '0', generation, rights] = cursor.split('.')
    if (rights !== String(granted.length)) throw new Trouble(410, 'rights.changed')
    if (generation !== String(this.#generation)) throw new Trouble(410, 'history.restored')
    return Number(position)
  }

  #page(who: Who, since: string | null, granted: readonly string[]) {
    const position = since === null ? 0 : this.#positionOf(since, granted)
    const rows = [...this.#latest(people[who]).values(), ...this.projects]
      .filter(({ number }) => number > position)
      .toSorted((one, other) => one.number - other.number)
    const page = rows.slice(0, this.rowsPerPage)
    const last = page.at(-1)?.number ?? position
    const cursor = `${last}.${this.#generation}.${granted.length}`
    return { rows: page, cursor, more: rows.length > page.length }
  }
}
