// A token in use: who it is for, and how a request carries it (RFC 6750, or RFC 9449 where it is bound to a key).
import * as oauth from 'oauth4webapi'
import { skewForLibraries } from '../data/clock.ts'
import type { Device } from '../data/device.ts'

export interface AccessToken {
  /** The person it was issued for; null only while signing in, before the API has told us. */
  person: string | null
  value: string
  clientId: string
  /** The key a DPoP-bound token is bound to; null for a bearer token. */
  proof: CryptoKeyPair | null
}

interface Outgoing {
  method: string
  url: URL
  headers: Headers
  body: string | null
  signal: AbortSignal
}

/** Sends a request with the token; the answer is whatever came back, 401 and redirects included. */
export async function authorizedFetch(
  device: Device,
  access: AccessToken,
  outgoing: Outgoing,
): Promise<Response> {
  const { method, url, headers, body, signal } = outgoing
  const proof = access.proof ? await proofOf(device, access.clientId, access.proof) : null
  const once = () =>
    oauth.protectedResourceRequest(access.value, method, url, headers, body, {
      ...(proof && { DPoP: proof }),
      ...transportOf(device, url, signal),
    })
  return once().catch(async (error: unknown) => {
    if (proof && oauth.isDPoPNonceError(error)) return once().catch(challenged)
    return challenged(error)
  })
}

/** The library throws on a challenge; to us a 401 is an answer like any other. */
function challenged(error: unknown): Response {
  if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response
  throw error
}

/** What signs proofs with this device's key; by the server's clock, because a proof lives for seconds. */
export async function proofOf(
  device: Device,
  clientId: string,
  keys: CryptoKeyPair,
): Promise<oauth.DPoPHandle> {
  const client: oauth.Client = { client_id: clientId, [oauth.clockSkew]: await skewForLibraries(device) }
  return oauth.DPoP(client, keys)
}

/** Options for every request of the OAuth library: the device's network, no cookies, no caches, http only at home. */
export function transportOf(device: Device, url: URL, signal: AbortSignal) {
  return {
    signal,
    [oauth.customFetch]: (
      address: string,
      options: oauth.CustomFetchOptions<string, oauth.ProtectedResourceRequestBody>,
    ) => device.fetch(address, { ...options, cache: 'no-store', credentials: 'omit' } as RequestInit),
    [oauth.allowInsecureRequests]: isLoopback(url),
  }
}

// Without TLS only on one's own machine, where browsers too speak of a secure context.
const isLoopback = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\]|.*\.localhost)$/.test(hostname)
