// The stand-in for the external OIDC tenant: a real, certified provider with a cast instead of a user directory.
// `npm start` runs it beside the Worker; tests start it in their own process and hold the handle that is returned.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import { audience as defaultAudience, app, type Who } from './cast.ts'
import { answerControl } from './control.ts'
import { type Forgery, forge } from './forge.ts'
import { answerInteraction } from './interaction.ts'
import { createProvider, type Policy } from './provider.ts'
import { openStorage } from './storage.ts'

export interface TenantOptions extends Partial<Policy> {
  /** Default 0: any free port. */
  port?: number
  /** Origins that the app runs on, e.g. `http://localhost:8787`. */
  origins?: readonly string[]
  /** The `aud` of the API. */
  audience?: string
  /** A file that survives a restart; in memory unless given. */
  storage?: string
  /** Opens /test/* for tests in other processes: anybody who reaches the port may then forge tokens. */
  control?: boolean
}

/** Refresh requests of one client. */
export interface Refreshes {
  renewed: number
  refused: number
}

/** One request that the tenant answered. */
export interface Answered {
  method: string
  path: string
  status: number
  /** The OAuth grant type, for /token. */
  grant?: string
  client?: string
}

/** A running tenant. */
export interface Tenant {
  readonly issuer: string
  readonly audience: string
  /** Refresh requests by client id, since the start. */
  readonly counts: Record<string, Refreshes>
  readonly log: readonly Answered[]
  /** Ends every session of somebody, as an administrator would: their next refresh is `invalid_grant`. */
  endSessions(who: Who): void
  /** Changes the policy while the tenant runs; sessions and keys stay. */
  change(policy: Partial<Policy>): void
  /** A token signed with the tenant's own key, however wrong. */
  forge(forgery?: Forgery): Promise<string>
  stop(): Promise<void>
}

/** Starts the tenant; throws when the port is taken. */
export async function startTenant(options: TenantOptions = {}): Promise<Tenant> {
  const { audience = defaultAudience, origins = [] } = options
  const storage = openStorage(options.storage ?? ':memory:')
  const jwk: JWK = await storage.setting('signing key', makeKey)
  const cookieKeys = await storage.setting('cookie keys', () => [crypto.randomUUID()])

  const server = createServer()
  await listen(server, options.port ?? 0)
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`

  const counts: Record<string, Refreshes> = {}
  const log: Answered[] = []
  const policy: Policy = {
    accessTokenSeconds: options.accessTokenSeconds ?? 300,
    rotation: options.rotation ?? 'rotate',
  }
  const build = () => {
    const provider = createProvider({
      ...policy,
      issuer,
      audience,
      origins,
      storage,
      jwks: { keys: [jwk] },
      cookieKeys,
    })
    count(provider, counts, log)
    return { provider, handle: provider.callback() }
  }
  let current = build()

  const tenant: Tenant = {
    issuer,
    audience,
    counts,
    log,
    endSessions: (who) => storage.forget(who),
    change: (changes) => {
      Object.assign(policy, changes)
      current = build()
    },
    forge: (forgery = {}) => forge(forgery, { issuer, audience, client: app, jwk, now: Date.now() }),
    stop: async () => {
      await close(server)
      storage.close()
    },
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (options.control && (await answerControl(tenant, request, response))) return
    if (await answerInteraction(current.provider, request, response)) return
    await current.handle(request, response)
  }
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  return tenant
}

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: crypto.randomUUID() }
}

function count(provider: Provider, counts: Record<string, Refreshes>, log: Answered[]): void {
  const note = (c: KoaContextWithOIDC, outcome: keyof Refreshes) => {
    if (c.oidc.params?.['grant_type'] !== 'refresh_token') return
    const client = c.oidc.client?.clientId ?? 'unknown'
    counts[client] ??= { renewed: 0, refused: 0 }
    counts[client][outcome] += 1
  }
  provider.on('grant.success', (c) => note(c, 'renewed'))
  provider.on('grant.error', (c) => note(c, 'refused'))
  provider.on('server_error', (_, error) => console.error(error))
  provider.use(async (c, next) => {
    await next()
    const oidc = (c as unknown as Partial<KoaContextWithOIDC>).oidc
    const grant = oidc?.params?.['grant_type']
    const client = oidc?.client?.clientId
    log.push({
      method: c.method,
      path: c.path,
      status: c.status,
      ...(grant ? { grant: String(grant) } : {}),
      ...(client ? { client } : {}),
    })
  })
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Loopback only: the cast has no passwords.
    server.listen({ port, host: 'localhost' }, resolve)
  })
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
}
