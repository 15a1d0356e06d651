// The real Worker on a real D1, and the real tenant, in reach of the same phones as the little world.
import { readdir, readFile } from 'node:fs/promises'
import { getPlatformProxy } from 'wrangler'
import { startTenant, type Tenant, type TenantOptions } from '../tenant/tenant.ts'
import { walk } from '../tenant/sign-in.ts'
import type { Who } from '../tenant/cast.ts'
import type { Phone, Surroundings } from './platform.ts'
import type { Accident } from './world.ts'

const root = new URL('../..', import.meta.url)

interface Worker {
  fetch: (request: Request, env: object, context: object) => Promise<Response>
}

/** As much of a D1 database as this file needs. */
interface Database {
  prepare: (sql: string) => {
    run: () => Promise<unknown>
    all: () => Promise<{ results: { name: string }[] }>
  }
}

const configPath = new URL('wrangler.toml', root).pathname
const platform = await getPlatformProxy<{ DB: Database }>({ configPath, persist: false, envFiles: [] })

/** Ends what runs D1, when the file is done. */
export const endPlatform = () => platform.dispose()

async function emptyDatabase(): Promise<Database> {
  const database = platform.env.DB
  const ours =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'sqlite_*'"
  const { results } = await database.prepare(ours).all()
  for (const { name } of results) await database.prepare(`DROP TABLE ${name}`).run()
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
  readonly #env: Record<string, unknown>
  /** What happens to the next request whose line contains `on`. */
  upset: { on: string; accident: Accident } | null = null

  private constructor(tenant: Tenant, worker: Worker, env: Record<string, unknown>) {
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

  /** A project to book on, made by the administrator. */
  async project(name: string): Promise<string> {
    const scope = 'read:timesheets manage:projects'
    const token = await this.tenant.forge({ claims: { sub: 'root', scope } })
    const ask = (path: string, init: RequestInit = {}) =>
      this.#arrive(
        new Request(`${this.origin}/api${path}`, {
          ...init,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        }),
      )
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
    await ask('/changes', { method: 'POST', body: JSON.stringify({ person, changes: [change] }) })
    return project
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
