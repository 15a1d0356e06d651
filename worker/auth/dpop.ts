// DPoP (RFC 9449): a token bound to a key is worth nothing without a proof signed by that key for this very request.
import { base64url, calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose'
import * as v from 'valibot'

/** Seconds a proof may be old or early: device clocks are corrected against our Date header, not perfect. */
const window = 120

const Confirmation = v.object({ cnf: v.optional(v.object({ jkt: v.string() })) })
const Claims = v.object({
  htm: v.string(),
  htu: v.string(),
  ath: v.string(),
  jti: v.pipe(v.string(), v.minLength(1)),
  iat: v.number(),
})
const Header = v.object({ jwk: v.looseObject({ kty: v.string() }) })

/**
 * The thumbprint of the key that a token is bound to (RFC 9449, section 6.1); null for a plain bearer token, undefined for
 * one that is bound in a way we cannot check.
 */
export function boundTo(payload: unknown): string | null | undefined {
  const bound = v.safeParse(Confirmation, payload)
  return bound.success ? (bound.output.cnf?.jkt ?? null) : undefined
}

/** Whether `proof` shows possession of the key `thumbprint` for this token and request, at `now` (milliseconds). */
export async function isProven(
  proof: string,
  {
    token,
    thumbprint,
    method,
    url,
    now,
  }: { token: string; thumbprint: string; method: string; url: string; now: number },
): Promise<boolean> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
      currentDate: new Date(now),
    })
    const claims = v.parse(Claims, payload)
    const { jwk } = v.parse(Header, protectedHeader)
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
    return (
      claims.htm === method &&
      withoutQuery(claims.htu) === withoutQuery(url) &&
      claims.ath === base64url.encode(new Uint8Array(hash)) &&
      Math.abs(claims.iat - now / 1000) <= window &&
      (await calculateJwkThumbprint(jwk)) === thumbprint
    )
  } catch {
    // Whatever is wrong with a proof, it proves nothing.
    return false
  }
}

const withoutQuery = (url: string) => {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
