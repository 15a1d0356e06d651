// The real Worker on a real D1, and the real tenant, in reach of the same phones as the little world.
import { readdir, readFile } from 'node:fs/promises'
import { scheduler } from 'node:timers/promises'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { startTenant, type Tenant, type TenantOptions } from '../tenant/tenant.ts'
import { walk } from '../tenant/sign-in.ts'
import type { Who } from '../tenant/cast.ts'
import type { Phone, Surroundings } from './platform.ts'
import type { Accident } from './world.ts'

const root = new URL('../..', import.meta.url)

interface Worker {
  fetch: (request: Request, env: object, context: object) => Promise<Response>
}

/** As much of a D1 database as the Worker and this file need. */
interface Database {
  prepare: (sql: string) => Statement
  batch: (statements: readonly Statement[]) => Promise<unknown[]>
  withSession: () => Database
}

/** A client without a screen: asks the API for a path below /api. */
export type Client = (
  path: string,
  init?: { method?: string; body?: object; headers?: object },
) => Promise<Response>

// Statements come as JSON, a batch in one message. The bindings of wrangler's `getPlatformProxy` stop this whole process
// for each call of `prepare` and of `bind`, and a property test would take minutes.
const script = `export default {
  async fetch(request, { DB }) {
    const { statements, raw } = await request.json()
    const session = DB.withSession('first-primary')
    const [first, ...others] = statements.map(({ sql, values }) => session.prepare(sql).bind(...values))
    try {
      return Response.json(raw ? await first.raw() : await session.batch([first, ...others]))
    } catch (error) {
      return new Response(error.message, { status: 500 })
    }
  },
}`
const platform = new Miniflare(
  convertV4MiniflareOptions({
    modules: true,
    script,
    compatibilityDate: '2026-10-01',
    d1Databases: ['DB'],
  }),
)

/** Ends what runs D1, when the file is done. */
export const endPlatform = () => platform.dispose()

async function say<Answer>(statements: readonly Statement[], raw = false): Promise<Answer> {
  const body = JSON.stringify({ statements, raw })
  const answer = await platform.dispatchFetch('http://d1', { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Answer
}

class Statement {
  readonly sql: string
  readonly values: readonly unknown[]

  constructor(sql: string, values: readonly unknown[] = []) {
    this.sql = sql
    this.values = values
  }

  bind = (...values: unknown[]) => new Statement(this.sql, values)
  raw = () => say<unknown[][]>([this], true)
  run = () => this.all()

  async all<Row>(): Promise<{ results: Row[] }> {
    const [result] = await say<{ results: Row[] }[]>([this])
    return result ?? { results: [] }
  }
}

const d1: Database = {
  prepare: (sql) => new Statement(sql),
  batch: (statements) => say(statements),
  withSession: () => d1,
}

// Workers have it, Node does not: how a request waits before it takes another turn.
Object.assign(globalThis, { scheduler })

async function tablesOf(database: Database): Promise<string[]> {
  const ours =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'"
  const { results } = await database.prepare(ours).all<{ name: string }>()
  return results.map(({ name }) => name)
}

async function emptyDatabase(): Promise<Database> {
  const database = d1
  for (const name of await tablesOf(database)) await database.prepare(`DROP TABLE ${name}`).run()
  for (const name of (await readdir(new URL('migrations/', root))).toSorted()) {
    if (!name.endsWith('.sql')) continue
    const text = await readFile(new URL(`migrations/${name}`, root), 'utf8')
    for (const statement of text.split('--> statement-breakpoint')) await database.prepare(statement).run()
  }
  return database
}

export class RealWorld implements Surroundings {
  readonly origin = 'http://localhost:8787'
  readonly tenant: Tenant
  readonly #worker: Worker
  readonly #env: Record<string, unknown> & { DB: Database }
  /** What happens to the next request whose line contains `on`. */
  upset: { on: string; accident: Accident } | null = null

  private constructor(tenant: Tenant, worker: Worker, env: Record<string, unknown> & { DB: Database }) {
    this.tenant = tenant
    this.#worker = worker
    this.#env = env
  }

  static async begin(options: TenantOptions = {}, settings: Record<string, string> = {}): Promise<RealWorld> {
    const tenant = await startTenant({ origins: ['http://localhost:8787'], ...options })
    const database = await emptyDatabase()
    // By address, not by name: the Worker's types are workerd's, and this is Node.
    const { default: worker } = (await import(new URL('worker/index.ts', root).pathname)) as {
      default: Worker
    }
    const env = {
      DB: database,
      ISSUER: tenant.issuer,
      AUDIENCE: tenant.audience,
      CLIENT_ID: 'timesheets-app',
      LEDGER_SECRET: 'a secret of the tests, 32 bytes or more',
      ...settings,
    }
    return new RealWorld(tenant, worker, env)
  }

  get now(): number {
    return Date.now()
  }

  async end(): Promise<void> {
    await this.tenant.stop()
  }

  /** Goes from the address the app sent us to through the tenant's pages and back. */
  signIn(url: URL, who: Who): Promise<URL> {
    return walk(url.href, who, `${this.origin}/callback`, new Map())
  }

  /** A client that acts for somebody, with these scopes, for a day. */
  async client(sub: string, scope: string): Promise<Client> {
    const exp = Math.floor(this.now / 1000) + 86_400
    const authorization = `Bearer ${await this.tenant.forge({ claims: { sub, scope, exp } })}`
    return (path, { body, headers, ...init } = {}) =>
      this.#arrive(
        new Request(`${this.origin}/api${path}`, {
          ...init,
          ...(body !== undefined && { body: JSON.stringify(body) }),
          headers: { authorization, 'content-type': 'application/json', ...headers },
        }),
      )
  }

  /** A project to book on, made by the administrator. */
  async project(name: string): Promise<string> {
    const ask = await this.client('root', 'read:timesheets manage:projects')
    const { person } = (await (await ask('/me')).json()) as { person: string }
    const project = crypto.randomUUID()
    const fields = {
      name,
      client: 'City',
      code: name.slice(0, 3),
      colour: '#0f766e',
      archived: false,
      base: null,
    }
    const change = {
      id: crypto.randomUUID(),
      kind: 'project.put',
      project,
      at: new Date().toISOString(),
      ...fields,
    }
    await ask('/changes', { method: 'POST', body: { person, changes: [change] } })
    return project
  }

  /** The rows of a table, in the order in which they were written. */
  async rowsOf<Row>(table: string): Promise<Row[]> {
    const { results } = await this.#env.DB.prepare(`SELECT * FROM ${table}`).all<Row>()
    return results
  }

  /** Remembers everything there is; answers what brings it back, as D1's Time Travel does, and much faster than a new world. */
  async remember(): Promise<() => Promise<void>> {
    const { DB: database } = this.#env
    await database.prepare('DROP TRIGGER ledger_is_never_shortened').run()
    const back = [database.prepare('PRAGMA defer_foreign_keys = on')]
    for (const table of await tablesOf(database)) {
      const rows = await this.rowsOf<object>(table)
      back.push(database.prepare(`DELETE FROM ${table}`))
      for (const row of rows) {
        const columns = Object.keys(row).map((name) => `"${name}"`)
        const places = columns.map(() => '?')
        back.push(
          database
            .prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`)
            .bind(...Object.values(row)),
        )
      }
    }
    return async () => {
      await database.batch(back)
    }
  }

  async fetch(phone: Phone, address: string, init: RequestInit = {}): Promise<Response> {
    const request = new Request(address, init)
    if (!phone.isOnline) throw new TypeError('fetch failed')
    const arrive = () => this.#arrive(request)
    const { upset } = this
    if (!upset || !`${request.method} ${new URL(address).pathname}`.includes(upset.on)) return arrive()
    this.upset = null
    return upset.accident(request, arrive)
  }

  async #arrive(request: Request): Promise<Response> {
    if (new URL(request.url).origin !== this.origin) return fetch(request)
    const late: Promise<unknown>[] = []
    const context = {
      waitUntil: (work: Promise<unknown>) => late.push(work),
      passThroughOnException: () => undefined,
    }
    const response = await this.#worker.fetch(request, this.#env, { ...context, props: {} })
    await Promise.allSettled(late)
    // As Cloudflare does, and as the device measures its clock by.
    response.headers.set('date', new Date().toUTCString())
    return response
  }
}
