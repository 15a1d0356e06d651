// One refresh at the tenant, and what its answer means.
import * as oauth from 'oauth4webapi'
import type { Device } from '../data/device.ts'
import type { StoredSession } from '../data/stored.ts'
import { proofOf, transportOf } from './access.ts'
import { doubtTenant, findTenant, isExpected, type Tenant } from './tenant.ts'

export type Renewal =
  | { kind: 'renewed'; answer: oauth.TokenEndpointResponse }
  | { kind: 'not-now'; detail: string }
  | { kind: 'ended' }

/**
 * Asks the tenant for new tokens in exchange for the refresh token (RFC 6749, section 6). Only `invalid_grant` ends a
 * session; every other fault means "not now".
 */
export async function requestRenewal(
  device: Device,
  tenant: Tenant,
  session: StoredSession,
  refresh: string,
  signal: AbortSignal,
): Promise<Renewal> {
  try {
    return await requestOnce(device, tenant, session, refresh, signal).catch(async (error: unknown) => {
      if (!isDated(error)) throw error
      // The clock was set since we measured it, and the proof is of another hour. Asking our API measures it again.
      const again = (await findTenant(device, { anew: true, signal })) ?? tenant
      return requestOnce(device, again, session, refresh, signal)
    })
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant') return { kind: 'ended' }
    if (!isExpected(error)) throw error
    if (!(error instanceof TypeError || error instanceof DOMException)) await doubtTenant(device)
    return { kind: 'not-now', detail: detailOf(error, signal) }
  }
}

const isDated = (error: unknown) =>
  error instanceof oauth.ResponseBodyError && error.error === 'invalid_dpop_proof'

async function requestOnce(
  device: Device,
  { server, client, config }: Tenant,
  session: StoredSession,
  refresh: string,
  signal: AbortSignal,
): Promise<Renewal> {
  const options = {
    ...(session.proof && { DPoP: await proofOf(device, session.clientId, session.proof) }),
    ...transportOf(device, new URL(server.issuer), signal),
    ...(config.audienceParameter === 'resource' && { additionalParameters: { resource: config.audience } }),
  }
  const once = async () => {
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refresh, options)
    const answer = await oauth.processRefreshTokenResponse(server, client, await withoutIdToken(response))
    return { kind: 'renewed' as const, answer }
  }
  return once().catch((error: unknown) => {
    if (session.proof && oauth.isDPoPNonceError(error)) return once()
    throw error
  })
}

/**
 * A renewal's ID token is of no use here, and must not be able to spoil it: when this answer comes the old refresh token
 * is gone, and a claim judged by a wrong clock would throw the new one away.
 */
async function withoutIdToken(response: Response): Promise<Response> {
  if (response.status !== 200) return response
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  if (typeof body !== 'object' || body === null) return response
  return Response.json({ ...body, id_token: undefined })
}

function detailOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'time-out'
  if (error instanceof oauth.ResponseBodyError) return error.error
  return error instanceof TypeError ? 'offline' : 'tenant.trouble'
}
