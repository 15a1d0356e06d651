// A session that is over here is over at the tenant as well, if it can be reached (RFC 7009).
import * as oauth from 'oauth4webapi'
import type { Device } from '../data/device.ts'
import { requestLimit } from '../data/lock.ts'
import { transportOf } from './access.ts'
import { findTenant, isExpected, type Tenant } from './tenant.ts'
import { storedSession, tokensOf } from './tokens.ts'

/** A refresh token, whose it is, and the tenant that issued it. */
export interface Grant {
  person: string
  issuer: string
  refresh: string
}

/** That of the session on this device, or null where there is none. */
export async function grantHere(device: Device): Promise<Grant | null> {
  const session = await storedSession(device)
  if (!session) return null
  const { person, issuer } = session
  const refresh = (await tokensOf(device, session))?.refresh ?? null
  return refresh === null ? null : { person, issuer, refresh }
}

/** Revokes the grant, where there is one; answers the tenant, or null where nobody could be reached. */
export async function revoke(device: Device, grant: Grant | null): Promise<Tenant | null> {
  const signal = AbortSignal.timeout(Math.round(requestLimit(device) / 4))
  const tenant = await findTenant(device, { signal })
  // A tenant that cannot revoke is no reason to stay; a refresh token goes to nobody but the tenant that issued it.
  if (!tenant?.server.revocation_endpoint || grant?.issuer !== tenant.config.issuer) return tenant
  const { server, client } = tenant
  const transport = transportOf(device, new URL(server.issuer), signal)
  try {
    await oauth.revocationRequest(server, client, oauth.None(), grant.refresh, transport)
    return tenant
  } catch (error) {
    if (!isExpected(error)) throw error
    return null
  }
}
