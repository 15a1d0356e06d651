// From an Authorization header to a bearer: well-formed, signed by the tenant, for this API, in time, from a known client.
import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose'
import { type Problem, Refused } from '../domain/problem.ts'
import type { Settings } from '../env.ts'
import { type Bearer, bearerOf } from './claims.ts'
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
  /** Milliseconds since 1970. */
  now: number
}

const invalid: Problem = { code: 'token.invalid' }

/** The bearer of what was presented. Throws `token.missing`, `token.invalid`, `client.unknown`, `tenant.unavailable`. */
export async function verify(presented: Presented, settings: Settings, keys: KeyFinder): Promise<Bearer> {
  const [, scheme, token] = /^(Bearer|DPoP) +([\w.~+/=-]+) *$/i.exec(presented.authorization ?? '') ?? []
  if (!presented.authorization) throw new Refused({ code: 'token.missing' })
  if (!scheme || !token || token.length > longest) throw new Refused(invalid)
  const payload = await claimsOf(token, settings, keys, presented.now)
  await mustBePossessed(payload, scheme, token, presented)
  const bearer = bearerOf(payload, settings)
  if ('code' in bearer) throw new Refused(bearer)
  return bearer
}

/** The claims of an access token of the tenant for this API. RFC 9068, section 4; RFC 8725. */
async function claimsOf(
  token: string,
  settings: Settings,
  keys: KeyFinder,
  now: number,
): Promise<JWTPayload> {
  return verified(token, settings, keys, now, (type) => settings.tokenTypes.has(type), settings.audience)
}

/** The claims of an ID token of the tenant for one of its clients. OpenID Connect Core 1.0, section 3.1.3.7. */
export const idTokenClaims = (
  token: string,
  client: string,
  settings: Settings,
  keys: KeyFinder,
  now: number,
) => verified(token, settings, keys, now, (type) => type === 'jwt' || type === '', client)

async function verified(
  token: string,
  settings: Settings,
  keys: KeyFinder,
  now: number,
  isType: (type: string) => boolean,
  audience: string,
): Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    issuer: settings.issuer,
    audience,
    algorithms: settings.algorithms,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: tolerance,
    currentDate: new Date(now),
  }
  try {
    const type = (decodeProtectedHeader(token).typ ?? '').toLowerCase().replace(/^application\//, '')
    if (!isType(type)) throw new Refused(invalid)
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
): Promise<void> {
  const thumbprint = boundTo(payload)
  const isDpop = scheme.toLowerCase() === 'dpop'
  if (thumbprint === null && !isDpop) return
  const { proof } = presented
  if (!thumbprint || !isDpop || !proof || proof.length > longest) throw new Refused(invalid)
  if (!(await isProven(proof, { token, thumbprint, ...presented }))) throw new Refused(invalid)
}
