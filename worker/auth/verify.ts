// From an Authorization header to a caller: well-formed, signed by the tenant, for this API, in time, from a known client.
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose'
import { type Problem, Refused } from '../domain/problem.ts'
import type { Settings } from '../settings.ts'
import { type Caller, callerOf } from './claims.ts'
import { boundTo, isProven } from './dpop.ts'
import type { KeyFinder } from './keys.ts'

/** Characters; a longer token is not even parsed. */
const longest = 8192
/** Seconds by which the tenant's clock may differ from ours. */
const tolerance = 5

export interface Presented {
  authorization: string | undefined
  /** The DPoP header. */
  proof: string | undefined
  method: string
  url: string
}

const invalid: Problem = { code: 'token.invalid' }

/** What verifying any token of the tenant takes. */
export interface Trust {
  settings: Settings
  keys: KeyFinder
  /** Milliseconds since 1970. */
  now: number
}

/** The caller of what was presented. Throws `token.missing`, `token.invalid`, `client.unknown`, `tenant.unavailable`. */
export async function verify(presented: Presented, trust: Trust): Promise<Caller> {
  const [, scheme, token] = /^(Bearer|DPoP) +([\w.~+/=-]+) *$/i.exec(presented.authorization ?? '') ?? []
  if (!presented.authorization) throw new Refused({ code: 'token.missing' })
  if (!scheme || !token || token.length > longest) throw new Refused(invalid)
  const { audience, tokenTypes } = trust.settings
  // RFC 9068, section 4; RFC 8725.
  const payload = await claimsOf(token, { audience, isType: (type) => tokenTypes.has(type) }, trust)
  await mustBePossessed(payload, scheme, token, presented, trust.now)
  const caller = callerOf(payload, trust.settings)
  if ('code' in caller) throw new Refused(caller)
  return caller
}

/** The claims of an ID token of the tenant for one of its clients. OpenID Connect Core 1.0, section 3.1.3.7. */
export const idTokenClaims = (token: string, client: string, trust: Trust) =>
  claimsOf(token, { audience: client, isType: (type) => type === 'jwt' || type === '' }, trust)

interface Expected {
  audience: string
  /** Whether this is the `typ` of such a token; in lower case, '' where there is none. */
  isType: (type: string) => boolean
}

async function claimsOf(
  token: string,
  expected: Expected,
  { settings, keys, now }: Trust,
): Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    issuer: settings.issuer,
    audience: expected.audience,
    algorithms: settings.algorithms,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: tolerance,
    currentDate: new Date(now),
  }
  try {
    const type = (decodeProtectedHeader(token).typ ?? '').toLowerCase().replace(/^application\//, '')
    if (!expected.isType(type)) throw new Refused(invalid)
    const { tenantSecret } = settings
    const { payload } = tenantSecret
      ? await jwtVerify(token, new TextEncoder().encode(tenantSecret), options)
      : await jwtVerify(token, keys, options)
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw new Refused(invalid)
    throw error
  }
}

/** A bound token needs its proof, whatever the scheme says; a DPoP scheme needs a bound token. */
async function mustBePossessed(
  payload: JWTPayload,
  scheme: string,
  token: string,
  presented: Presented,
  now: number,
): Promise<void> {
  const thumbprint = boundTo(payload)
  const isDpop = scheme.toLowerCase() === 'dpop'
  if (thumbprint === null && !isDpop) return
  const { proof } = presented
  if (!thumbprint || !isDpop || !proof || proof.length > longest) throw new Refused(invalid)
  if (!(await isProven(proof, { token, thumbprint, now, ...presented }))) throw new Refused(invalid)
}
