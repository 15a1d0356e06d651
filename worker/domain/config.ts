// What a client has to know before it can sign in, as the API tells it.
import * as v from 'valibot'

/** What GET /api/config answers. */
export const Config = v.object({
  issuer: v.pipe(v.string(), v.url()),
  clientId: v.string(),
  audience: v.string(),
  /** How the tenant wants to hear for whom the token is: Auth0's way, or RFC 8707. */
  audienceParameter: v.picklist(['audience', 'resource']),
  scopes: v.array(v.string()),
  /** Whether tokens may be bound to a key of the device (RFC 9449). */
  dpop: v.boolean(),
})
export type Config = v.InferOutput<typeof Config>
