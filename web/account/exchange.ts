// The code for tokens (RFC 6749, 4.1.3), once everything about the answer has been checked: state, issuer (RFC 9207), nonce,
// the ID token's claims and its signature.
import * as oauth from 'oauth4webapi'
import type { Device } from '../data/device.ts'
import { requestLimit } from '../data/lock.ts'
import type { Redirect } from '../data/stored.ts'
import { type AccessToken, proofOf, transportOf } from './access.ts'
import { isExpected, type Tenant } from './tenant.ts'

export type ExchangeProblem =
  /** The tenant or the API could not be reached. */
  | { kind: 'offline' }
  /** The person (or the tenant) said no; `error` as RFC 6749 names it. */
  | { kind: 'denied'; error: string; description: string | null }
  /** The answer is not what the tenant would have said; nothing was taken from it. */
  | { kind: 'untrusted'; detail: string }

/** Where the tenant sends people back to. */
export const redirectUriOf = (device: Device) => `${device.origin}/callback`

export interface Exchanged {
  answer: oauth.TokenEndpointResponse
  idToken: string
  claims: oauth.IDToken
  access: AccessToken
}

/** Exchanges the code in `url` for tokens, or says why nothing was taken from it. */
export async function exchange(
  device: Device,
  { config, server, client }: Tenant,
  redirect: Redirect,
  url: URL,
): Promise<Exchanged | ExchangeProblem> {
  const signal = AbortSignal.timeout(requestLimit(device))
  const transport = transportOf(device, new URL(server.issuer), signal)
  const options = {
    ...transport,
    ...(redirect.proof && { DPoP: await proofOf(device, redirect.clientId, redirect.proof) }),
    ...(config.audienceParameter === 'resource' && { additionalParameters: { resource: config.audience } }),
  }
  try {
    // State, and iss where the tenant sends it (RFC 9207).
    const parameters = oauth.validateAuthResponse(server, client, url, redirect.state)
    const once = async () => {
      const response = await oauth.authorizationCodeGrantRequest(
        server,
        client,
        oauth.None(),
        parameters,
        redirectUriOf(device),
        redirect.verifier,
        options,
      )
      const wish = { expectedNonce: redirect.nonce, requireIdToken: true }
      const answer = await oauth.processAuthorizationCodeResponse(server, client, response, wish)
      await oauth.validateApplicationLevelSignature(server, response, transport)
      return answer
    }
    const answer = await once().catch((error: unknown) => {
      if (redirect.proof && oauth.isDPoPNonceError(error)) return once()
      throw error
    })
    const claims = oauth.getValidatedIdTokenClaims(answer)
    if (!claims || answer.id_token === undefined) return { kind: 'untrusted', detail: 'id_token' }
    const proof = answer.token_type === 'dpop' ? redirect.proof : null
    const access = { person: null, value: answer.access_token, clientId: redirect.clientId, proof }
    return { answer, idToken: answer.id_token, claims, access }
  } catch (error) {
    return problemOf(error)
  }
}

function problemOf(error: unknown): ExchangeProblem {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) {
    return { kind: 'denied', error: error.error, description: error.error_description ?? null }
  }
  if (!isExpected(error)) throw error
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError) {
    return { kind: 'untrusted', detail: error.code ?? error.message }
  }
  return { kind: 'offline' }
}
