// oidc-provider, configured as a small company would have it: a public app with PKCE, one API, roles behind scopes.
// Who signs in and how the page looks is left to interaction.ts; what is remembered, and for how long, to storage.ts.
import { type ClientMetadata, type Configuration, type JWKS, Provider, errors } from 'oidc-provider'
import { apiScopes, app, cast, isWho, machine, otherAudience, signInScopes, stranger } from './cast.ts'
import { signOutByHint, signedOutPage } from './sign-out.ts'
import type { Storage } from './storage.ts'
import { problemPage } from './pages.ts'

/** What a test or an operator may choose, also while the tenant runs. */
export interface Policy {
  /** Life of an access token in seconds. */
  accessTokenSeconds: number
  /**
   * What a refresh does to the refresh token. `rotate`: a new one, and the old one used again ends the session.
   * `overlap`: the old one answers for 30 s more. `dpop`: no rotation, bound to the app's key.
   */
  rotation: 'rotate' | 'overlap' | 'dpop'
}

interface Setup extends Policy {
  issuer: string
  /** The `aud` of the Timesheets API. */
  audience: string
  /** Origins that the app runs on. */
  origins: readonly string[]
  storage: Storage
  jwks: JWKS
  cookieKeys: string[]
}

const overlapMilliseconds = 30_000
const fourWeeks = 28 * 24 * 60 * 60

/** The certified part: everything under the issuer but the page where one picks who one is. */
export function createProvider(setup: Setup): Provider {
  const provider = new Provider(setup.issuer, configure(setup))
  provider.use(async (c, next) => {
    if (c.path === '/auth') readAsCommonTenantsDo(c.query, (query) => (c.query = query))
    await next()
  })
  return provider
}

/**
 * Auth0 takes `audience` where RFC 8707 says `resource`, and most tenants hand out a refresh token for
 * `offline_access` alone, where OpenID Connect Core (section 11) wants `prompt=consent` beside it.
 */
function readAsCommonTenantsDo(
  query: NodeJS.Dict<string | string[]>,
  write: (query: NodeJS.Dict<string | string[]>) => void,
): void {
  const { audience, ...rest } = query
  const offline = String(query['scope'] ?? '').includes('offline_access')
  const prompt = String(query['prompt'] ?? '')
  write({
    ...rest,
    ...(audience && !query['resource'] ? { resource: audience } : {}),
    ...(offline && !/none|consent/.test(prompt) ? { prompt: `${prompt} consent`.trim() } : {}),
  })
}

function configure(setup: Setup): Configuration {
  return {
    adapter: setup.storage.adapter(() => (setup.rotation === 'overlap' ? overlapMilliseconds : 0)),
    jwks: setup.jwks,
    cookies: { keys: setup.cookieKeys },
    clients: clients(setup),
    clientBasedCORS: (_, origin) => setup.origins.includes(origin),
    scopes: [...signInScopes],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    rotateRefreshToken: setup.rotation !== 'dpop',
    renderError: (c, out) => {
      c.type = 'html'
      c.body = problemPage(out.error, out.error_description)
    },
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: (_, sub) => {
      if (!isWho(sub)) return undefined
      const { name, email } = cast[sub]
      return { accountId: sub, claims: () => ({ sub, name, email, email_verified: true }) }
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: signOutByHint,
        postLogoutSuccessSource: signedOutPage,
      },
      // Offered by the `dpop` policy alone, so that the app meets the other policies as a tenant without DPoP has them.
      dPoP: { enabled: setup.rotation === 'dpop' },
      resourceIndicators: resources(setup),
    },
    ttl: {
      AccessToken: setup.accessTokenSeconds,
      ClientCredentials: setup.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Grant: fourWeeks,
      RefreshToken: fourWeeks,
      Session: fourWeeks,
    },
  }
}

function clients(setup: Setup): ClientMetadata[] {
  const page: Partial<ClientMetadata> = {
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: setup.origins.map((origin) => `${origin}/callback`),
    post_logout_redirect_uris: setup.origins.map((origin) => `${origin}/`),
    ...(setup.rotation === 'dpop' ? { dpop_bound_access_tokens: true } : {}),
  }
  return [
    { ...page, client_id: app, client_name: 'Timesheets' },
    { ...page, client_id: stranger, client_name: 'Another app' },
    {
      client_id: machine.id,
      client_secret: machine.secret,
      client_name: 'ERP import',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    },
  ]
}

/** One API, asked for as `resource`, as `audience` or not at all. */
function resources(setup: Setup): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: (_, _client, oneOf) => oneOf ?? setup.audience,
    useGrantedResource: () => true,
    getResourceServerInfo: (_, resource, client) => {
      if (resource !== setup.audience && resource !== otherAudience) throw new errors.InvalidTarget()
      const scopes = client.clientId === machine.id ? machine.scopes : apiScopes
      return {
        audience: resource,
        scope: scopes.join(' '),
        accessTokenFormat: 'jwt',
        accessTokenTTL: setup.accessTokenSeconds,
        jwt: { sign: { alg: 'RS256' } },
      }
    },
  }
}
