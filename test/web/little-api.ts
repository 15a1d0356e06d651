// The API by its protocol, in memory: the same rules as the Worker (`#domain`), verdicts stored by id, a ledger, a cursor.
// It exists beside the real Worker for what that cannot give: thousands of interleavings in seconds, and accidents at
// places where a real line has none to order. What it believes of the Worker is tested in real.test.ts.
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { type Book, openBook, type Row } from '#domain/book.ts'
import { instantOf } from '#domain/calendar.ts'
import { Change, ownerOf, scopeByKind, scopeOf, weekKey } from '#domain/change.ts'
import { decide, type Decision } from '#domain/decide.ts'
import type { Entry } from '#domain/entry.ts'
import type { Late } from '#domain/late.ts'
import { play } from '#domain/play.ts'
import type { Project } from '#domain/project.ts'
import { marker, type Verdict } from '#domain/sync.ts'
import type { Week } from '#domain/week.ts'
import { Holdings } from './holdings.ts'
import type { Who } from './little-tenant.ts'
import { people } from './set-up.ts'
import type { World } from './world.ts'

export interface LedgerRow {
  number: number
  person: string
  change: Change
  verdict: Verdict
  /** What it left, the thing it is about first. */
  rows: Row[]
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

function verdictOf(id: string, number: number, decision: Decision, row: Row | undefined): Verdict {
  if (decision.verdict === 'refused') return { id, number, ...decision }
  if (decision.verdict === 'late') return { id, number, verdict: 'late', ...(row && { row }) }
  if (!row) throw new Error('a change was applied and left nothing')
  return { id, number, verdict: 'applied', row }
}

const employee = ['read:timesheets', 'create:timesheets', 'delete:timesheets']
const everything = ['read:timesheets', ...new Set(Object.values(scopeByKind))]
/** Grace is everything at once: approver, and the administrator of people and projects. */
const scopesOf: Record<Who, string[]> = { Ada: employee, Lin: employee, Grace: everything, Mallory: [] }

export class LittleApi {
  readonly #world: World
  ledger: LedgerRow[] = []
  readonly #holdings = new Holdings()
  #next = this.#holdings.highest + 1
  #generation = 0
  scopes: Partial<Record<Who, string[]>> = {}
  /** As whom somebody comes since their sign-in was moved. */
  moved: Partial<Record<Who, Who>> = {}
  rowsPerPage = 500
  mostChanges = 200

  constructor(world: World) {
    this.#world = world
  }

  get projects(): Project[] {
    return this.#holdings.rows.filter((row) => row.kind === 'project')
  }

  /** What the server holds of somebody's entries, tombstones included. */
  entriesOf(who: Who): Entry[] {
    return this.#holdings.rows
      .filter((row) => row.kind === 'entry')
      .filter(({ person }) => person === people[who])
  }

  weekOf(who: Who, week: string): Week | undefined {
    return this.#bookOf(who).weeks.get(weekKey(people[who], week))
  }

  weeksOf(who: Who): Week[] {
    return [...this.#bookOf(who).weeks.values()].filter(({ person }) => person === people[who])
  }

  latesOf(who: Who): Late[] {
    return [...this.#bookOf(who).lates.values()].filter(({ person }) => person === people[who])
  }

  /** Applied changes of somebody, in ledger order. */
  appliedOf(who: Who): string[] {
    return this.ledger
      .filter(({ person, verdict }) => person === people[who] && verdict.verdict === 'applied')
      .map(({ change }) => change.id)
  }

  /** Changes of somebody that took effect or were taken as a proposal, in ledger order. */
  takenFrom(who: Who): string[] {
    return this.ledger
      .filter(({ person, verdict }) => person === people[who] && verdict.verdict !== 'refused')
      .map(({ change }) => change.id)
  }

  setArchived(id: string, archived: boolean): void {
    const project = this.projects.find((each) => each.id === id)
    if (project) this.#holdings.lay({ ...project, archived, number: this.#next++ })
  }

  /** What somebody does elsewhere, on another device or by REST. */
  act(who: Who, change: Change): Verdict {
    return this.#apply(who, change)
  }

  /** Time Travel: what came after the ledger's first `count` rows never happened. */
  restore(count: number): void {
    this.ledger = this.ledger.slice(0, count)
    this.#holdings.restore(this.ledger.flatMap(({ rows }) => rows))
    this.#next = Math.max(this.#holdings.highest, this.ledger.at(-1)?.number ?? 0) + 1
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
    if (pathname === '/api/config') {
      const audience = { audience: 'api', audienceParameter: 'audience' }
      return { issuer, clientId, ...audience, scopes: everything, dpop: false }
    }
    const known = this.#world.tenant.whose(request.headers.get('authorization')?.replace('Bearer ', '') ?? '')
    if (!known) throw new Trouble(401, 'token.invalid')
    const who = this.moved[known] ?? known
    const granted = this.scopes[who] ?? scopesOf[who]
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
    for (const change of body.changes) {
      const scope = scopeOf(change.kind, ownerOf(change, people[who]), people[who])
      if (!granted.includes(scope)) throw new Trouble(403, 'insufficient_scope', { scope })
    }
    if (body.changes.length > this.mostChanges) throw new Trouble(413, 'body.too-large')
    if (body.since) this.#positionOf(body.since, granted)
    const verdicts = body.changes.map((change) => this.#apply(who, change))
    return { verdicts, ...(body.since !== undefined && { news: this.#page(who, body.since, granted) }) }
  }

  #apply(who: Who, sent: Change): Verdict {
    const person = people[who]
    // Read as the Worker reads it: with what an older app did not say. Compared as it was sent.
    const change = v.parse(Change, sent)
    const known = this.ledger.find((row) => row.change.id === sent.id && row.person === person)
    if (known) return isSame(known.change, sent) ? known.verdict : reused(known)
    const number = this.#next++
    const book = this.#bookOf(who)
    const decision = decide(book, change)
    const rows =
      decision.verdict === 'refused'
        ? []
        : play(book, change, decision.verdict).map((row) => ({ ...row, number }))
    const verdict = verdictOf(change.id, number, decision, rows[0])
    this.ledger.push({ number, person, change: sent, verdict, rows })
    for (const row of rows) this.#holdings.lay(row)
    return verdict
  }

  #bookOf(who: Who): Book {
    const actor = { person: people[who], name: `${who} of ABC` }
    return openBook(actor, instantOf(this.#world.now), this.#holdings.rows)
  }

  #positionOf(cursor: string, granted: readonly string[]): number {
    const [position = '0', generation, rights] = cursor.split('.')
    if (rights !== String(granted.length)) throw new Trouble(410, 'rights.changed')
    if (generation !== String(this.#generation)) throw new Trouble(410, 'history.restored')
    return Number(position)
  }

  #page(who: Who, since: string | null, granted: readonly string[]) {
    const position = since === null ? 0 : this.#positionOf(since, granted)
    const seen = this.#holdings.seenBy(people[who], granted.includes('approve:timesheets'))
    const rows = seen
      .filter(({ number }) => number > position)
      .toSorted((one, other) => one.number - other.number)
    // What one change has left is never parted.
    const end = rows[this.rowsPerPage - 1]?.number ?? Infinity
    const page = rows.filter(({ number }) => number <= end)
    const last = page.at(-1)?.number ?? position
    const cursor = `${last}.${this.#generation}.${granted.length}`
    return { rows: page, cursor, more: rows.length > page.length }
  }
}
