// A tenant of a hundred lines: discovery, codes, rotating refresh tokens, ID tokens. Its three policies are those of the
// stand-in tenant (test/tenant/provider.ts).
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { World } from './world.ts'

export type Who = 'Ada' | 'Grace' | 'Lin' | 'Mallory'

const keys = await generateKeyPair('ES256')
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }

interface Grant {
  who: Who
  refresh: string
  /** The token before the last rotation, and when it was rotated. */
  before: { refresh: string; at: number } | null
  isEnded: boolean
}

export class LittleTenant {
  readonly issuer = 'http://localhost:9000'
  readonly clientId = 'timesheets-app'
  readonly #world: World
  policy: 'rotate' | 'overlap' | 'steady' = 'rotate'
  accessTokenSeconds = 300
  /** Refreshes that succeeded. */
  renewals = 0
  readonly #codes = new Map<string, { who: Who; nonce: string }>()
  readonly #grants: Grant[] = []
  readonly #access = new Map<string, { who: Who; expires: number }>()
  /** Lets a test spoil ID tokens. */
  claims: Record<string, unknown> = {}
  signingKey: CryptoKey = keys.privateKey

  constructor(world: World) {
    this.#world = world
  }

  /** What the sign-in page does: answers the address the person comes back with. */
  signIn(url: URL, who: Who): URL {
    const asked = url.searchParams
    const code = crypto.randomUUID()
    this.#codes.set(code, { who, nonce: asked.get('nonce') ?? '' })
    const back = new URL(asked.get('redirect_uri') ?? '')
    back.search = String(new URLSearchParams({ code, state: asked.get('state') ?? '', iss: this.issuer }))
    return back
  }

  /** Ends every session of somebody, as an administrator would. */
  endSessions(who: Who): void {
    for (const grant of this.#grants) if (grant.who === who) grant.isEnded = true
  }

  /** Whose token this is, or null when it is nobody's or expired. */
  whose(token: string): Who | null {
    const known = this.#access.get(token)
    return known && known.expires > this.#world.now ? known.who : null
  }

  /** Makes every access token worthless before its time. */
  forgetAccess(): void {
    this.#access.clear()
  }

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/.well-known/openid-configuration') return Response.json(this.#metadata())
    if (pathname === '/jwks') return Response.json({ keys: [jwk] })
    if (pathname === '/revoke') return new Response(null)
    const fields = new URLSearchParams(await request.text())
    if (fields.get('grant_type') === 'authorization_code') return this.#exchange(fields)
    return this.#refresh(fields.get('refresh_token') ?? '')
  }

  #metadata() {
    const at = (path: string) => `${this.issuer}${path}`
    return {
      issuer: this.issuer,
      authorization_endpoint: at('/auth'),
      token_endpoint: at('/token'),
      jwks_uri: at('/jwks'),
      revocation_endpoint: at('/revoke'),
      end_session_endpoint: at('/end'),
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  async #exchange(fields: URLSearchParams): Promise<Response> {
    const code = this.#codes.get(fields.get('code') ?? '')
    this.#codes.delete(fields.get('code') ?? '')
    if (!code || !fields.get('code_verifier')) return refusal('invalid_grant')
    const grant: Grant = { who: code.who, refresh: crypto.randomUUID(), before: null, isEnded: false }
    this.#grants.push(grant)
    return this.#tokens(grant, await this.#idToken(code.who, code.nonce))
  }

  async #refresh(token: string): Promise<Response> {
    const { now } = this.#world
    const current = this.#grants.find(({ refresh, isEnded }) => refresh === token && !isEnded)
    const previous = this.#grants.find(({ before, isEnded }) => before?.refresh === token && !isEnded)
    const isInOverlap = this.policy === 'overlap' && previous?.before && now - previous.before.at < 30_000
    if (previous && !isInOverlap) {
      // A rotated token used again: somebody has stolen one of the two, so neither is worth anything any more.
      previous.isEnded = true
      return refusal('invalid_grant')
    }
    const grant = current ?? previous
    if (!grant) return refusal('invalid_grant')
    if (this.policy !== 'steady' && current) {
      grant.before = { refresh: grant.refresh, at: now }
      grant.refresh = crypto.randomUUID()
    }
    this.renewals += 1
    return this.#tokens(grant, await this.#idToken(grant.who, undefined))
  }

  #tokens({ who, refresh }: Grant, idToken: string): Response {
    const access = crypto.randomUUID()
    this.#access.set(access, { who, expires: this.#world.now + this.accessTokenSeconds * 1000 })
    return Response.json({
      access_token: access,
      token_type: 'Bearer',
      expires_in: this.accessTokenSeconds,
      refresh_token: refresh,
      id_token: idToken,
    })
  }

  #idToken(who: Who, nonce: string | undefined): Promise<string> {
    const now = Math.floor(this.#world.now / 1000)
    const claims = {
      iss: this.issuer,
      aud: this.clientId,
      sub: who.toLowerCase(),
      name: `${who} of ABC`,
      email: `${who.toLowerCase()}@abc.example`,
      iat: now,
      exp: now + 300,
      ...(nonce !== undefined && { nonce }),
      ...this.claims,
    }
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(this.signingKey)
  }
}

const refusal = (error: string) => Response.json({ error }, { status: 400 })
