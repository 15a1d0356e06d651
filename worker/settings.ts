// What the operator configured, by the names in .dev.vars.example; read once and trusted from then on.
import * as v from 'valibot'
import { Refused } from './domain/problem.ts'

const wordsOf = v.transform((text: string) => text.split(/[\s,]+/).filter((word) => word !== ''))
const words = v.pipe(v.optional(v.string(), ''), wordsOf)
const asymmetric = v.picklist([
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
])

const Settings = v.pipe(
  v.object({
    ISSUER: v.pipe(v.string(), v.url()),
    AUDIENCE: v.pipe(v.string(), v.minLength(1)),
    CLIENT_ID: v.pipe(v.string(), v.minLength(1)),
    CLIENTS: words,
    MACHINES: words,
    ALGORITHMS: v.pipe(v.optional(v.string(), 'RS256'), wordsOf, v.array(asymmetric), v.minLength(1)),
    TOKEN_TYPES: v.pipe(v.optional(v.string(), 'at+jwt JWT'), wordsOf),
    TENANT_SECRET: v.optional(v.pipe(v.string(), v.minLength(32))),
    SCOPE_CLAIM: v.optional(v.picklist(['scope', 'scp', 'permissions']), 'scope'),
    AUDIENCE_PARAMETER: v.optional(v.picklist(['audience', 'resource']), 'audience'),
    DPOP: v.optional(v.picklist(['on', 'off']), 'on'),
    JWKS_URI: v.optional(v.pipe(v.string(), v.url())),
    ORIGINS: words,
    LEDGER_SECRET: v.pipe(v.string(), v.minLength(32)),
  }),
  v.transform((env) => ({
    issuer: env.ISSUER,
    audience: env.AUDIENCE,
    clientId: env.CLIENT_ID,
    /** Clients that act for people. */
    clients: new Set([env.CLIENT_ID, ...env.CLIENTS]),
    /** Clients that act for themselves, by client credentials. */
    machines: new Set(env.MACHINES),
    /** A shared secret is a decision for HS256 and against every key set; never both. */
    algorithms: env.TENANT_SECRET ? ['HS256'] : env.ALGORITHMS,
    tokenTypes: new Set(env.TOKEN_TYPES.map((type) => type.toLowerCase())),
    tenantSecret: env.TENANT_SECRET,
    scopeClaim: env.SCOPE_CLAIM,
    audienceParameter: env.AUDIENCE_PARAMETER,
    /** Whether clients bind their tokens to a key where the tenant offers it (RFC 9449). */
    dpop: env.DPOP === 'on',
    jwksUri: env.JWKS_URI,
    origins: new Set(env.ORIGINS),
    ledgerSecret: env.LEDGER_SECRET,
  })),
)
export type Settings = v.InferOutput<typeof Settings>

const parsed = new WeakMap<object, Settings>()

/** The operator's settings; throws `configuration.missing` with the names of those that are absent or wrong. */
export function settingsOf(env: object): Settings {
  const known = parsed.get(env)
  if (known) return known
  const result = v.safeParse(Settings, env)
  if (!result.success) {
    const names = result.issues.map((issue) => v.getDotPath(issue) ?? '')
    throw new Refused({ code: 'configuration.missing', names: [...new Set(names)] })
  }
  parsed.set(env, result.output)
  return result.output
}
