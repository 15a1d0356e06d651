// What the claims of a verified access token mean for this API. Pure: plain data in, a caller or a problem out.
import type { JWTPayload } from 'jose'
import * as v from 'valibot'
import type { Problem } from '../domain/problem.ts'
import { type Scope, scopesIn } from '../domain/scope.ts'
import type { Settings } from '../settings.ts'

/** Who holds a verified access token. */
export interface Caller {
  issuer: string
  subject: string
  /** The OAuth client it was issued to. */
  client: string
  scopes: ReadonlySet<Scope>
  /** A client that acts for itself, by client credentials: it has no person and no right to one. */
  isMachine: boolean
}

const Words = v.union([
  v.pipe(
    v.string(),
    v.transform((text) => text.split(' ')),
  ),
  v.array(v.string()),
])

const Claims = v.object({
  iss: v.string(),
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  // RFC 9068 says client_id; azp is OpenID Connect's and Auth0's, cid Okta's, appid Entra's.
  azp: v.optional(v.string()),
  client_id: v.optional(v.string()),
  cid: v.optional(v.string()),
  appid: v.optional(v.string()),
})

/** The caller of a token with these claims; `token.invalid` or `client.unknown` where there can be none. */
export function callerOf(payload: JWTPayload, settings: Settings): Caller | Problem {
  const claims = v.safeParse(Claims, payload)
  if (!claims.success) return { code: 'token.invalid' }
  const { iss: issuer, sub: subject, azp, client_id, cid, appid } = claims.output
  const client = azp ?? client_id ?? cid ?? appid
  if (client === undefined) return { code: 'token.invalid' }
  if (!settings.machines.has(client) && !settings.clients.has(client)) return { code: 'client.unknown' }
  // RFC 9068, section 2.2: without a resource owner the subject is the client itself; Auth0 adds @clients.
  const isMachine = settings.machines.has(client) || subject === client || subject === `${client}@clients`
  const granted = v.safeParse(Words, payload[settings.scopeClaim])
  return { issuer, subject, client, isMachine, scopes: scopesIn(granted.success ? granted.output : []) }
}
