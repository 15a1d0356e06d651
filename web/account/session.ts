// Who uses this device, and how they leave it.
import * as oauth from 'oauth4webapi'
import { removeCopy } from '../data/copy.ts'
import { removeDatabase, transact, type Transaction } from '../data/database.ts'
import type { Device } from '../data/device.ts'
import { requestLimit, syncLock, tokenLock, underLockOrWithout } from '../data/lock.ts'
import { settingIn } from '../data/settings.ts'
import type { OutboxItem, StoredSession } from '../data/stored.ts'
import { transportOf } from './access.ts'
import { isExpected, tenant, type Tenant } from './tenant.ts'
import { tokensOf } from './tokens.ts'

export interface Account {
  person: string
  name: string | null
  email: string | null
  scopes: string[]
  /** `ended`: the tenant will not renew it; what waits is kept until somebody signs in. `none`: no tokens here. */
  session: 'active' | 'ended' | 'none'
  /** Whether tokens are encrypted under a key that cannot leave this device; false where the browser cannot keep one. */
  sealed: boolean
}

/** The person this device belongs to right now, also offline; null when nobody is signed in. */
export const account = (device: Device): Promise<Account | null> =>
  transact(device, 'readonly', ['accounts', 'sessions', 'settings'], async (transaction) => {
    const person = await settingIn(transaction, 'current')
    const known = person && (await transaction.objectStore('accounts').get(person))
    if (!known) return null
    const session = await transaction.objectStore('sessions').get('this')
    return {
      ...known,
      session: stateOf(session, person),
      sealed: !(session?.tokens && 'plain' in session.tokens),
    }
  })

function stateOf(session: StoredSession | undefined, person: string): Account['session'] {
  if (session?.person !== person) return 'none'
  return session.tokens ? 'active' : 'ended'
}

/**
 * Removes tokens, keys and the delivered rows, and keeps what waits for its owner. Answers the tenant's address to
 * leave by, or null when there is none or no network.
 */
export async function signOut(device: Device): Promise<URL | null> {
  // Who wants to go is not kept waiting: a renewal or a round still under way finds its owner gone and stores nothing.
  const left = await underLockOrWithout(device, tokenLock, () => leave(device))
  if (!left) return null
  await underLockOrWithout(device, syncLock(left.person), () => removeDelivered(device, left.person))
  device.announce()
  return sayGoodbye(device, left)
}

interface Left {
  person: string
  refresh: string | null
}

/** Forgets tokens, their keys and who is here; answers what is needed to revoke them. */
async function leave(device: Device): Promise<Left | null> {
  const session = await transact(device, 'readonly', ['sessions'], (transaction) =>
    transaction.objectStore('sessions').get('this'),
  )
  const tokens = session ? await tokensOf(device, session) : null
  return transact(device, 'readwrite', ['sessions', 'keys', 'redirects', 'settings'], async (transaction) => {
    const person = await settingIn(transaction, 'current')
    await transaction.objectStore('sessions').clear()
    await transaction.objectStore('keys').clear()
    await transaction.objectStore('redirects').clear()
    await transaction.objectStore('settings').delete('current')
    return person ? { person, refresh: tokens?.refresh ?? null } : null
  })
}

const removeDelivered = (device: Device, person: string) =>
  transact(
    device,
    'readwrite',
    ['rows', 'copies', 'delivered', 'reports', 'outbox', 'accounts'],
    async (transaction) => {
      await removeCopy(transaction, person)
      for (const key of await transaction.objectStore('delivered').index('person').getAllKeys(person)) {
        await transaction.objectStore('delivered').delete(key)
      }
      await transaction.objectStore('reports').delete(person)
      const waits = await transaction.objectStore('outbox').index('person').count(person)
      // The name stays as long as something of theirs does: whoever forgets this device must be told whose it is.
      if (waits === 0) await transaction.objectStore('accounts').delete(person)
    },
  )

/** Revokes the refresh token (RFC 7009) if the tenant can be reached, and answers where its own session is ended. */
async function sayGoodbye(device: Device, { refresh }: Left): Promise<URL | null> {
  const signal = AbortSignal.timeout(Math.round(requestLimit(device) / 4))
  const place = await tenant(device, { signal })
  if (!place || !(await revoke(device, place, refresh, signal))) return null
  const { end_session_endpoint: endpoint } = place.server
  if (!endpoint) return null
  const url = new URL(endpoint)
  // Not id_token_hint: it would put a name and an address into histories and logs.
  url.searchParams.set('client_id', place.config.clientId)
  url.searchParams.set('post_logout_redirect_uri', `${device.origin}/`)
  return url
}

/** False where nobody could be reached; a tenant that cannot revoke is no reason to stay. */
async function revoke(
  device: Device,
  place: Tenant,
  refresh: string | null,
  signal: AbortSignal,
): Promise<boolean> {
  const { server, client } = place
  if (refresh === null || !server.revocation_endpoint) return true
  const transport = transportOf(device, new URL(server.issuer), signal)
  try {
    await oauth.revocationRequest(server, client, oauth.None(), refresh, transport)
    return true
  } catch (error) {
    if (!isExpected(error)) throw error
    return false
  }
}

export interface Undelivered {
  person: string
  name: string | null
  /** Changes in the outbox, refused ones included. */
  changes: number
  /** Minutes of the entries they would write. */
  minutes: number
}

/** Whose hours are only on this device, everybody's. */
export const undelivered = (device: Device): Promise<Undelivered[]> =>
  transact(device, 'readonly', ['outbox', 'accounts'], async (transaction) => {
    const items = await transaction.objectStore('outbox').getAll()
    const people = [...new Set(items.map(({ person }) => person))]
    return Promise.all(people.map((person) => undeliveredOf(transaction, person, items)))
  })

async function undeliveredOf(
  transaction: Transaction<'readonly'>,
  person: string,
  items: readonly OutboxItem[],
): Promise<Undelivered> {
  const own = items.filter((item) => item.person === person)
  const wanted = new Map(own.map(({ change }) => ['entry' in change ? change.entry : change.id, change]))
  const minutes = [...wanted.values()].reduce(
    (sum, change) => sum + ('minutes' in change ? change.minutes : 0),
    0,
  )
  const known = await transaction.objectStore('accounts').get(person)
  return { person, name: known?.name ?? null, changes: own.length, minutes }
}

/** Removes everything of everybody, undelivered hours included. Ask first. */
export async function forgetDevice(device: Device): Promise<URL | null> {
  const address = await signOut(device)
  await removeDatabase(device)
  device.announce()
  return address
}
