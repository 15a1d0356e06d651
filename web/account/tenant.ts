// The tenant: what our API says about it, and what it says about itself (OpenID Connect Discovery 1.0).
import * as oauth from 'oauth4webapi'
import { Config } from '#domain/config.ts'
import { ask } from '../data/api.ts'
import { skewForLibraries } from '../data/clock.ts'
import type { Device } from '../data/device.ts'
import { requestLimit } from '../data/lock.ts'
import { readSetting, writeSetting } from '../data/settings.ts'
import { transportOf } from './access.ts'

export interface Tenant {
  config: Config
  server: oauth.AuthorizationServer
  client: oauth.Client
}

/** How old what we know may be before we ask again, in milliseconds; it is used for longer when nobody answers. */
const goodFor = 86_400_000

/**
 * The tenant, from the device where it was heard of not long ago; `anew` asks in any case, and only what is heard then
 * counts. Null when it is not known and cannot be asked: offline, or not understood.
 */
export async function findTenant(
  device: Device,
  wish: { anew?: boolean; signal?: AbortSignal } = {},
): Promise<Tenant | null> {
  const known = await readSetting(device, 'tenant')
  const age = known ? device.now() - known.at : Infinity
  if (known && !wish.anew && age >= 0 && age < goodFor) return withClock(device, known)
  const heard = await hear(device, wish.signal ?? AbortSignal.timeout(requestLimit(device)))
  if (heard) {
    await writeSetting(device, 'tenant', { ...heard, at: device.now() })
    return withClock(device, heard)
  }
  return known && !wish.anew ? withClock(device, known) : null
}

/** When the tenant no longer behaves as it said: ask anew the next time, and use what we know until then. */
export async function doubtTenant(device: Device): Promise<void> {
  const known = await readSetting(device, 'tenant')
  if (known) await writeSetting(device, 'tenant', { ...known, at: 0 })
}

/** What the sign-in itself needs: who it is, and a refresh token that outlives the page (OpenID Connect Core, 11). */
const signInScopes = ['openid', 'profile', 'email', 'offline_access']

interface Heard {
  config: Config
  server: oauth.AuthorizationServer
}

async function hear(device: Device, signal: AbortSignal): Promise<Heard | null> {
  const reply = await ask(device, { method: 'GET', path: '/config', schema: Config, access: null, signal })
  if (reply.kind !== 'answer') return null
  const config = { ...reply.value, scopes: [...new Set([...signInScopes, ...reply.value.scopes])] }
  const issuer = new URL(config.issuer)
  try {
    const response = await oauth.discoveryRequest(issuer, transportOf(device, issuer, signal))
    return { config, server: await oauth.processDiscoveryResponse(issuer, response) }
  } catch (error) {
    if (isExpected(error)) return null
    throw error
  }
}

async function withClock(device: Device, { config, server }: Heard): Promise<Tenant> {
  const client: oauth.Client = {
    client_id: config.clientId,
    token_endpoint_auth_method: 'none',
    [oauth.clockSkew]: await skewForLibraries(device),
    [oauth.clockTolerance]: 60,
  }
  return { config, server, client }
}

/** The network's faults and answers the library does not accept; anything else is a fault of ours. */
export function isExpected(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof DOMException ||
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.UnsupportedOperationError ||
    error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.WWWAuthenticateChallengeError
  )
}
