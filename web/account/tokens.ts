// The session's tokens: kept under the device's key, and renewed by whoever needs one, page or service worker, one at a
// time. Two refreshes at once with a rotating token would end the session at the tenant.
import { transact } from '../data/database.ts'
import type { Device } from '../data/device.ts'
import { Busy, tokenLock, underLock } from '../data/lock.ts'
import type { StoredSession } from '../data/stored.ts'
import type { AccessToken } from './access.ts'
import { seal, unseal } from './keys.ts'
import { requestRenewal } from './renewal.ts'
import { findTenant } from './tenant.ts'

export type Fresh =
  | { kind: 'token'; access: AccessToken & { person: string } }
  /** Offline, a time-out, a tenant in trouble: the session stands, try again later. */
  | { kind: 'not-now'; detail: string }
  /** The tenant has ended the session: only signing in helps. */
  | { kind: 'ended' }
  | { kind: 'none' }

/** What is sealed within a session. */
export interface Tokens {
  access: string
  refresh: string | null
}

/**
 * A token with enough life left, renewed when it must be. `refused` is a token that the API did not take although it
 * looked valid: it is renewed, unless somebody already has. Rejects only when the device cannot read or store.
 */
export async function freshToken(device: Device, wish: { refused?: string } = {}): Promise<Fresh> {
  const known = await usable(device, wish.refused)
  if (known.kind !== 'expired') return known
  try {
    return await underLock(device, tokenLock, (signal) => renew(device, wish.refused, signal))
  } catch (error) {
    if (error instanceof Busy) return { kind: 'not-now', detail: 'busy' }
    throw error
  }
}

/** The session as it is kept, or undefined. */
export const storedSession = (device: Device): Promise<StoredSession | undefined> =>
  transact(device, 'readonly', ['sessions'], (transaction) => transaction.objectStore('sessions').get('this'))

/** A session's tokens, or null where it has ended or its key is gone. */
export async function tokensOf(device: Device, session: StoredSession): Promise<Tokens | null> {
  const text = session.tokens && (await unseal(device, session.tokens))
  return text === null ? null : (JSON.parse(text) as Tokens)
}

interface Expired {
  kind: 'expired'
  session: StoredSession
  refresh: string | null
}

async function usable(device: Device, refused: string | undefined): Promise<Fresh | Expired> {
  const session = await storedSession(device)
  if (!session) return { kind: 'none' }
  const tokens = await tokensOf(device, session)
  if (!tokens) return { kind: 'ended' }
  const { person, clientId, proof } = session
  if (tokens.access !== refused && hasLifeLeft(session, device.now())) {
    return { kind: 'token', access: { person, clientId, proof, value: tokens.access } }
  }
  return { kind: 'expired', session, refresh: tokens.refresh }
}

/** Half a minute before the end counts as the end, less for short tokens; and a clock that was set back tells nothing. */
function hasLifeLeft({ received, expires }: StoredSession, now: number): boolean {
  return now >= received && now < expires - Math.min(30_000, (expires - received) / 4)
}

async function renew(device: Device, refused: string | undefined, signal: AbortSignal): Promise<Fresh> {
  // Read again: whoever held the lock before may have renewed.
  const known = await usable(device, refused)
  if (known.kind !== 'expired') return known
  const { session, refresh } = known
  const tenant = await findTenant(device, { signal })
  if (!tenant) return { kind: 'not-now', detail: 'tenant.unknown' }
  // A refresh token goes to nobody but the tenant that issued it.
  const isSameTenant = tenant.config.issuer === session.issuer && tenant.config.clientId === session.clientId
  if (refresh === null || !isSameTenant) return end(device, session)
  const renewal = await requestRenewal(device, tenant, session, refresh, signal)
  if (renewal.kind === 'ended') return end(device, session)
  if (renewal.kind === 'not-now') return renewal
  const { answer } = renewal
  const tokens = { access: answer.access_token, refresh: answer.refresh_token ?? refresh }
  const renewed = {
    ...session,
    tokens: await seal(device, JSON.stringify(tokens)),
    ...lifeOf(device, answer),
  }
  if (!(await replaceSession(device, session, renewed))) return { kind: 'none' }
  const { person, clientId, proof } = session
  return { kind: 'token', access: { person, clientId, proof, value: tokens.access } }
}

/** From receipt on, by the device's own clock: neither its setting nor the token's inside matters. */
export function lifeOf(
  device: Device,
  answer: { expires_in?: number },
): Pick<StoredSession, 'received' | 'expires'> {
  const received = device.now()
  // A tenant need not say how long; the API's 401 will tell when the guess was too long.
  return { received, expires: received + (answer.expires_in ?? 300) * 1000 }
}

async function end(device: Device, session: StoredSession): Promise<Fresh> {
  const isEnded = await replaceSession(device, session, { ...session, tokens: null, proof: null })
  return { kind: isEnded ? 'ended' : 'none' }
}

/** Stores a session in place of the one it came from; false where that was signed out or replaced meanwhile. */
async function replaceSession(device: Device, from: StoredSession, to: StoredSession): Promise<boolean> {
  const replaced = await transact(device, 'readwrite', ['sessions'], async (transaction) => {
    const sessions = transaction.objectStore('sessions')
    const current = await sessions.get('this')
    if (current?.id !== from.id) return false
    await sessions.put(to, 'this')
    return true
  })
  device.announce()
  return replaced
}
