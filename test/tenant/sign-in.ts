// The whole Authorization Code flow with PKCE by fetch, as a browser would walk it. Runs in Node and in workerd.
import { app, machine, type Who } from './cast.ts'

/** What the token endpoint answered. */
export interface Tokens {
  access_token: string
  token_type: string
  expires_in: number
  /** What was granted, which may be less than what was asked for. */
  scope?: string
  refresh_token?: string
  id_token?: string
}

export interface SignInOptions {
  /** Default: everything; the role decides what is granted. */
  scope?: string
  /** Default: the app. */
  client?: string
  /** Default: the Timesheets API. */
  audience?: string
  /** Where the tenant sends the person back to; the origin must be one of the tenant's. */
  origin?: string
  /** A browser's cookies by name, to be signed in already or to stay so. */
  cookies?: Map<string, string>
  /** Makes the DPoP proof for a request (RFC 9449), where the tenant's policy is `dpop`. */
  proof?: Proof
}

/** A DPoP proof for one request. */
export type Proof = (method: string, url: string) => Promise<string>

const everything =
  'openid profile email offline_access read:timesheets create:timesheets delete:timesheets approve:timesheets manage:projects manage:people'

/** Signs somebody in and answers their tokens; throws with the tenant's words when it refuses. */
export async function signIn(issuer: string, who: Who, options: SignInOptions = {}): Promise<Tokens> {
  const { scope = everything, client = app, audience, origin = 'http://localhost:8787' } = options
  const { cookies = new Map<string, string>(), proof } = options
  const verifier = random()
  const redirect = `${origin}/callback`
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: redirect,
    scope,
    state: random(),
    nonce: random(),
    code_challenge: await challenge(verifier),
    code_challenge_method: 'S256',
    ...(audience ? { audience } : {}),
  })
  const back = await walk(`${issuer}/auth?${query}`, who, redirect, cookies)
  const code = back.searchParams.get('code')
  if (!code) throw new Error(`tenant: ${back.searchParams.get('error_description') ?? back.href}`)
  if (back.searchParams.get('iss') !== issuer) throw new Error('tenant: no issuer in the answer (RFC 9207)')
  const fields = { grant_type: 'authorization_code', client_id: client, code, redirect_uri: redirect }
  return requestTokens(issuer, { ...fields, code_verifier: verifier }, proof)
}

/** Renews tokens; throws `invalid_grant` when the session has ended. */
export async function refresh(
  issuer: string,
  refreshToken: string | undefined,
  { client = app, proof }: Pick<SignInOptions, 'client' | 'proof'> = {},
): Promise<Tokens> {
  const fields = { grant_type: 'refresh_token', client_id: client, refresh_token: refreshToken ?? '' }
  return requestTokens(issuer, fields, proof)
}

/** A token of the batch job `erp-import`, which has no person. */
export async function machineToken(
  issuer: string,
  scope: string = machine.scopes.join(' '),
): Promise<Tokens> {
  return requestTokens(issuer, {
    grant_type: 'client_credentials',
    client_id: machine.id,
    client_secret: machine.secret,
    scope,
  })
}

async function requestTokens(issuer: string, fields: Record<string, string>, proof?: Proof): Promise<Tokens> {
  const url = `${issuer}/token`
  const answer = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    ...(proof ? { headers: { DPoP: await proof('POST', url) } } : {}),
  })
  const body: unknown = await answer.json()
  if (!answer.ok) throw new Error(`tenant: ${JSON.stringify(body)}`)
  return body as Tokens
}

/** Follows redirects with a cookie jar, picks `who` where the tenant asks, and stops at the app's own address. */
export async function walk(start: string, who: Who, end: string, jar: Map<string, string>): Promise<URL> {
  let url = new URL(start)
  let form: URLSearchParams | undefined
  for (let hops = 0; hops < 12; hops += 1) {
    if (url.href.startsWith(end)) return url
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: form } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const next = answer.headers.get('Location')
    if (!next && !answer.ok) throw new Error(`tenant: ${answer.status} ${await answer.text()}`)
    form = next ? undefined : new URLSearchParams({ who })
    if (next) url = new URL(next, url)
    await answer.body?.cancel()
  }
  throw new Error('tenant: the sign-in goes round in circles')
}

function random(): string {
  return crypto.randomUUID() + crypto.randomUUID()
}

async function challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
