// The end of a sign-in: the tenant has answered, now our API says who that is, and the device becomes that person's.
import { Me } from '#domain/person.ts'
import { ask } from '../data/api.ts'
import { transact } from '../data/database.ts'
import type { Device } from '../data/device.ts'
import { tokenLock, underLockOrWithout } from '../data/lock.ts'
import { settingIn, writeSettingIn } from '../data/settings.ts'
import type { Redirect, StoredAccount, StoredSession } from '../data/stored.ts'
import { removeTraces, storesOfTraces } from '../data/traces.ts'
import type { Exchanged } from './exchange.ts'
import { seal } from './keys.ts'
import { type Grant, grantHere, revoke } from './revocation.ts'
import { lifeOf } from './tokens.ts'

export type ArrivalProblem =
  | { kind: 'offline' }
  /** The API does not let this account in; `code` as in its problem. */
  | { kind: 'refused'; code: string }

/** Makes this device the person's: session, name and scopes are stored in one transaction. Null when all went well. */
export async function arrive(
  device: Device,
  redirect: Redirect,
  arrival: Exchanged,
): Promise<ArrivalProblem | null> {
  const { access, answer, claims } = arrival
  const life = lifeOf(device, answer)
  // The very first call brings the ID token, which the API verifies itself: its e-mail leads to the person who was made
  // ahead for this account. A call without it would make another one.
  const { idToken } = arrival
  const me = await ask(device, { method: 'PUT', path: '/me', body: { idToken }, schema: Me, access })
  if (me.kind === 'problem') return { kind: 'refused', code: me.problem.code }
  if (me.kind === 'transport') return { kind: 'offline' }
  const { issuer, clientId } = redirect
  const account = { ...me.value, identity: `${issuer} ${claims.sub}` }
  const { person } = account
  const tokens = await seal(
    device,
    JSON.stringify({ access: access.value, refresh: answer.refresh_token ?? null }),
  )
  const before = await settle(device, account, {
    id: device.random(),
    person,
    issuer,
    clientId,
    tokens,
    proof: access.proof,
    ...life,
  })
  device.announce()
  // Nobody waits for that. The same person's is left alone: some tenants would revoke the new one with it.
  if (before && before.person !== person) void revoke(device, before)
  return null
}

const storesOfSettling = ['sessions', 'settings', ...storesOfTraces] as const

/**
 * Under the token lock, so that a renewal of the session before this one cannot end up in its place. Answers what that
 * session leaves at the tenant; somebody else's leaves no more here than a sign-out would.
 */
async function settle(
  device: Device,
  account: Required<StoredAccount>,
  session: StoredSession,
): Promise<Grant | null> {
  const { person, name, email, scopes, identity } = account
  return underLockOrWithout(device, tokenLock, async () => {
    const before = await grantHere(device)
    await transact(device, 'readwrite', [...storesOfSettling], async (transaction) => {
      const previous = await settingIn(transaction, 'current')
      if (previous !== undefined && previous !== person) await removeTraces(transaction, previous)
      await transaction.objectStore('sessions').put(session, 'this')
      await transaction.objectStore('accounts').put({ person, name, email, scopes, identity })
      await writeSettingIn(transaction, 'current', person)
      await writeSettingIn(transaction, 'askWho', false)
      // That a sign-in was wanted is answered, and with it how long not to try.
      const report = await transaction.objectStore('reports').get(person)
      if (report?.outcome === 'sign-in' || report?.outcome === 'mismatch') {
        await transaction.objectStore('reports').delete(person)
      }
    })
    return before
  })
}
