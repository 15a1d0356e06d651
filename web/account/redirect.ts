// Signing in: to the tenant and back (Authorization Code with PKCE: RFC 6749, 7636, 9207, OpenID Connect Core 1.0).
// What was begun is kept in IndexedDB, where another tab or a resumed installed app finds it; it serves once.
import * as oauth from 'oauth4webapi'
import { transact } from '../data/database.ts'
import type { Device } from '../data/device.ts'
import { readSetting } from '../data/settings.ts'
import type { Redirect } from '../data/stored.ts'
import { proofOf } from './access.ts'
import { arrive, type ArrivalProblem } from './arrival.ts'
import { exchange, type ExchangeProblem, redirectUriOf } from './exchange.ts'
import { findTenant, type Tenant } from './tenant.ts'

/** `unknown`: the address belongs to no sign-in that was begun here, to one already used, or to one that took too long. */
type SignInProblem = { kind: 'unknown' } | ExchangeProblem | ArrivalProblem

/** `wanted`: the path of this app that the sign-in was begun for, where that is known. */
export type FailedSignIn = SignInProblem & { wanted?: string }

/** How long a sign-in may take, in milliseconds: somebody has to find a phone and type a code. */
const goodFor = 15 * 60_000

/** The tenant's address to go to; `returnTo` is a path of this app to come back to. */
export async function beginSignIn(
  device: Device,
  wish: { returnTo: string },
): Promise<{ url: URL } | { kind: 'offline' }> {
  const tenant = await findTenant(device, { anew: true })
  if (!tenant?.server.authorization_endpoint) return { kind: 'offline' }
  const { config } = tenant
  const redirect: Redirect = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    returnTo: wish.returnTo,
    issuer: config.issuer,
    clientId: config.clientId,
    proof: await makeProof(tenant),
    at: device.now(),
  }
  const { proof } = await keepRedirect(device, redirect)
  const askWho = await readSetting(device, 'askWho')
  const url = new URL(tenant.server.authorization_endpoint)
  const parameters = {
    client_id: config.clientId,
    redirect_uri: redirectUriOf(device),
    response_type: 'code',
    scope: config.scopes.join(' '),
    state: redirect.state,
    nonce: redirect.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(redirect.verifier),
    code_challenge_method: 'S256',
    [config.audienceParameter]: config.audience,
    ...(askWho && { prompt: 'login' }),
    // Binds the code to the key as well (RFC 9449, 10).
    ...(proof && { dpop_jkt: await (await proofOf(device, config.clientId, proof)).calculateThumbprint() }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { url }
}

/** A key that cannot leave this device, where configuration wants one and the tenant can bind tokens to it. */
async function makeProof({ config, server }: Tenant): Promise<CryptoKeyPair | null> {
  if (!config.dpop || !server.dpop_signing_alg_values_supported?.includes('ES256')) return null
  return oauth.generateKeyPair('ES256', { extractable: false })
}

/** Keeps the redirect, without its key where this browser cannot keep keys: bearer tokens then. Answers what was kept. */
async function keepRedirect(device: Device, redirect: Redirect): Promise<Redirect> {
  try {
    await transact(device, 'readwrite', ['redirects'], async (transaction) => {
      const redirects = transaction.objectStore('redirects')
      for (const old of await redirects.getAll()) {
        if (!isTimely(device, old)) await redirects.delete(old.state)
      }
      await redirects.put(redirect)
    })
  } catch (error) {
    const cannotKeepKeys = error instanceof DOMException && error.name === 'DataCloneError' && redirect.proof
    if (!cannotKeepKeys) throw error
    return keepRedirect(device, { ...redirect, proof: null })
  }
  const kept = await transact(device, 'readonly', ['redirects'], (transaction) =>
    transaction.objectStore('redirects').get(redirect.state),
  )
  const isWhole =
    kept !== undefined && (redirect.proof === null || kept.proof?.privateKey instanceof CryptoKey)
  return isWhole ? kept : keepRedirect(device, { ...redirect, proof: null })
}

const isTimely = (device: Device, { at }: Redirect) => Math.abs(device.now() - at) < goodFor

/** Takes the address the tenant sent us back to; from then on the person is signed in. */
export async function completeSignIn(device: Device, url: URL): Promise<{ returnTo: string } | FailedSignIn> {
  const redirect = await takeRedirect(device, url.searchParams.get('state') ?? '')
  if (!redirect) return { kind: 'unknown' }
  const { returnTo } = redirect
  const problem = isTimely(device, redirect)
    ? await finish(device, redirect, url)
    : { kind: 'unknown' as const }
  return problem ? { ...problem, wanted: returnTo } : { returnTo }
}

/** Exchanges the code and makes this device the person's, or says why not. */
async function finish(device: Device, redirect: Redirect, url: URL): Promise<SignInProblem | null> {
  const tenant = await findTenant(device)
  if (!tenant) return { kind: 'offline' }
  if (tenant.config.issuer !== redirect.issuer || tenant.config.clientId !== redirect.clientId) {
    return { kind: 'untrusted', detail: 'issuer' }
  }
  const exchanged = await exchange(device, tenant, redirect, url)
  if ('kind' in exchanged) return exchanged
  return arrive(device, redirect, exchanged)
}

/** Takes a redirect out, so that it serves once, whichever tab comes first. */
const takeRedirect = (device: Device, state: string): Promise<Redirect | undefined> =>
  transact(device, 'readwrite', ['redirects'], async (transaction) => {
    const redirects = transaction.objectStore('redirects')
    const found = await redirects.get(state)
    await redirects.delete(state)
    return found
  })
