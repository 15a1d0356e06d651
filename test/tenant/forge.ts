// Tokens that a real tenant would never sign, made with its real key: for the tests of the API's gate.
import { createHmac, createPublicKey } from 'node:crypto'
import { SignJWT, generateKeyPair, importJWK, type JWK, type JWTHeaderParameters } from 'jose'

/** Claims and header of a forged token. A value of null removes what would be there by default. */
export interface Forgery {
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  /** `tenant` (default), `foreign`: an unknown key under the tenant's kid, `public`: HMAC keyed with the public key. */
  key?: 'tenant' | 'foreign' | 'public'
  /** Shared secret, for HS256. */
  secret?: string
}

/** Signs whatever it is asked to; unasked it makes a token that the API takes. */
export async function forge(
  { claims, header, key = 'tenant', secret }: Forgery,
  tenant: { issuer: string; audience: string; client: string; jwk: JWK; now: number },
): Promise<string> {
  const seconds = Math.floor(tenant.now / 1000)
  const payload = without({
    iss: tenant.issuer,
    aud: tenant.audience,
    sub: 'ada',
    client_id: tenant.client,
    scope: 'read:timesheets create:timesheets delete:timesheets',
    iat: seconds,
    exp: seconds + 300,
    jti: crypto.randomUUID(),
    ...claims,
  })
  const protectedHeader = without({
    alg: key === 'public' || secret !== undefined ? 'HS256' : 'RS256',
    typ: 'at+jwt',
    kid: tenant.jwk.kid,
    ...header,
  })

  if (protectedHeader['alg'] === 'none') return `${unsigned(protectedHeader, payload)}.`
  if (secret !== undefined) return hmac(protectedHeader, payload, secret)
  if (key === 'public') return hmac(protectedHeader, payload, publicPem(tenant.jwk))
  const algorithm = String(protectedHeader['alg'])
  const signer =
    key === 'foreign' ? (await generateKeyPair(algorithm)).privateKey : await importJWK(tenant.jwk, algorithm)
  // jose signs no critical header that it does not know, unless it is told to.
  return new SignJWT(payload)
    .setProtectedHeader(protectedHeader as JWTHeaderParameters)
    .sign(signer, { crit: { magic: true } })
}

function without(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  )
}

function unsigned(header: object, payload: object): string {
  return [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
}

function hmac(header: object, payload: object, secret: string): string {
  const text = unsigned(header, payload)
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

function publicPem({ kty = '', n = '', e = '' }: JWK): string {
  return String(
    createPublicKey({ key: { kty, n, e }, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
  )
}
