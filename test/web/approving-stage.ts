// Where Ada and Grace are before each story of approving: the real Worker, a bridge to book on, and devices signed in once.
import { beginSignIn, completeSignIn } from '../../web/account/redirect.ts'
import { account } from '../../web/account/session.ts'
import { transact } from '../../web/data/database.ts'
import type { Device } from '../../web/data/device.ts'
import { Phone } from './platform.ts'
import { type Client, endPlatform, RealWorld } from './real-world.ts'

export let world: RealWorld
export let stage: { ada: string; grace: string; bridge: string; phones: Device[]; begin: () => Promise<void> }
export let adas: Client
export let boss: Client
export async function openStage(): Promise<void> {
  world = await RealWorld.begin({ accessTokenSeconds: 86_400 })
  const bridge = await world.project('Bridge')
  const phones = [await signedIn('ada'), await signedIn('grace')]
  const [ada = '', grace = ''] = await Promise.all(
    phones.map(async (phone) => (await account(phone))?.person),
  )
  adas = await world.client('ada', 'read:timesheets create:timesheets delete:timesheets')
  boss = await world.client('root', 'read:timesheets approve:timesheets manage:people')
  await boss('/me')
  stage = { ada, grace, bridge, phones, begin: await world.remember() }
}

export async function closeStage(): Promise<void> {
  await world.end()
  await endPlatform()
}

async function signedIn(who: 'ada' | 'grace'): Promise<Device> {
  const page = new Phone(world).open()
  const begun = await beginSignIn(page, { returnTo: '/log' })
  if (!('url' in begun)) throw new Error('the tenant could not be reached')
  const done = await completeSignIn(page, await world.signIn(begun.url, who))
  if (!('returnTo' in done)) throw new Error(JSON.stringify(done))
  return page
}

/** Signs in on a device as on another, without the way through the tenant. */
export async function signInAs(other: Device, device: Device): Promise<void> {
  for (const store of ['sessions', 'keys', 'settings', 'accounts'] as const) {
    const [keys, values] = await transact(other, 'readonly', [store], (transaction) =>
      Promise.all([transaction.objectStore(store).getAllKeys(), transaction.objectStore(store).getAll()]),
    )
    await transact(device, 'readwrite', [store], async (transaction) => {
      const isInline = transaction.objectStore(store).keyPath !== null
      for (const [place, value] of values.entries()) {
        await transaction
          .objectStore(store)
          .put(value as never, isInline ? undefined : (keys[place] as never))
      }
    })
  }
}
