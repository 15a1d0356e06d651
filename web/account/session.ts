// Who uses this device, and how they leave it.
import { minutesWanted, thingsIn } from '../data/cards.ts'
import { removeDatabase, transact, type Transaction } from '../data/database.ts'
import type { Device } from '../data/device.ts'
import { tokenLock, underLockOrWithout } from '../data/lock.ts'
import { settingIn, writeSetting, writeSettingIn } from '../data/settings.ts'
import type { OutboxItem, StoredAccount, StoredSession } from '../data/stored.ts'
import { removeTraces, storesOfTraces } from '../data/traces.ts'
import { type Grant, grantHere, revoke } from './revocation.ts'

export interface Account extends StoredAccount {
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
  device.announce()
  return sayGoodbye(device, left.grant)
}

const storesOfLeaving = ['sessions', 'keys', 'redirects', 'settings', ...storesOfTraces] as const

/** Forgets tokens, their keys, who is here and what the server told them, at once; answers what is to be revoked. */
async function leave(device: Device): Promise<{ grant: Grant | null } | null> {
  const grant = await grantHere(device)
  return transact(device, 'readwrite', [...storesOfLeaving], async (transaction) => {
    const person = await settingIn(transaction, 'current')
    await transaction.objectStore('sessions').clear()
    await transaction.objectStore('keys').clear()
    await transaction.objectStore('redirects').clear()
    await transaction.objectStore('settings').delete('current')
    // Without network the tenant does not hear of it, and would let the next person in as this one.
    await writeSettingIn(transaction, 'askWho', true)
    if (person === undefined) return null
    await removeTraces(transaction, person)
    return { grant }
  })
}

/** Revokes the refresh token if the tenant can be reached, and answers where the tenant's own session is ended. */
async function sayGoodbye(device: Device, grant: Grant | null): Promise<URL | null> {
  const tenant = await revoke(device, grant)
  const endpoint = tenant?.server.end_session_endpoint
  if (!tenant || !endpoint) return null
  const url = new URL(endpoint)
  // Not id_token_hint: it would put a name and an address into histories and logs.
  url.searchParams.set('client_id', tenant.config.clientId)
  url.searchParams.set('post_logout_redirect_uri', `${device.origin}/`)
  return url
}

export interface Undelivered {
  person: string
  name: string | null
  /** Entries, weeks and whatever else has changes in the outbox, refused ones included. */
  entries: number
  /** What the entries would come to. */
  minutes: number
  /** Whether a timer of theirs runs here. */
  isTiming: boolean
}

/** Whose work is only on this device, everybody's: what was not delivered, and timers that run. */
export const undelivered = (device: Device): Promise<Undelivered[]> =>
  transact(device, 'readonly', ['outbox', 'accounts', 'timers'], async (transaction) => {
    const items = await transaction.objectStore('outbox').getAll()
    const timers = await transaction.objectStore('timers').getAllKeys()
    const people = [...new Set([...items.map(({ person }) => person), ...timers])]
    return Promise.all(people.map((person) => undeliveredOf(transaction, person, items)))
  })

async function undeliveredOf(
  transaction: Transaction<'readonly'>,
  person: string,
  items: readonly OutboxItem[],
): Promise<Undelivered> {
  const own = items.filter((item) => item.person === person)
  const known = await transaction.objectStore('accounts').get(person)
  return {
    person,
    name: known?.name ?? null,
    entries: thingsIn(own).size,
    minutes: minutesWanted(own),
    isTiming: (await transaction.objectStore('timers').count(person)) > 0,
  }
}

/** Removes everything of everybody, undelivered hours included. Ask first. */
export async function forgetDevice(device: Device): Promise<URL | null> {
  const address = await signOut(device)
  await removeDatabase(device)
  // All that is left: the next one here must be asked who they are.
  await writeSetting(device, 'askWho', true)
  device.announce()
  return address
}
