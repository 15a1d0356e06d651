// Weeks on their way: what happens to them elsewhere while a phone does not look.
import { weekKey } from '#domain/change.ts'
import type { Device } from '../../web/data/device.ts'
import { sync } from '../../web/data/sync.ts'
import { adasPage, bookOn, hour, save, signIn } from './arrange.ts'
import type { Who } from './little-tenant.ts'
import { type Context, Phone } from './platform.ts'
import { people } from './set-up.ts'
import { World } from './world.ts'

/** The week that the hours of `hour` are in. */
export const week = '2026-W47'

/** Signs somebody in and fetches what they may see. */
export async function signInTo(world: World, device: Device, who: Who): Promise<void> {
  await signIn(world, device, who)
  await sync(device)
}

/** A page of a new phone on which Grace is signed in. */
export async function gracesPage(world: World): Promise<Context> {
  const page = new Phone(world).open()
  await signInTo(world, page, 'Grace')
  return page
}

/** Ada has submitted a week with one hour, and Grace has it on her phone; a tablet of Ada has not heard of it. */
export async function submitted() {
  const world = new World()
  const ada = await adasPage(world, new Phone(world))
  const tablet = await adasPage(world, new Phone(world))
  const { entry } = await save(ada, hour())
  const { id: saw } = await save(ada, { kind: 'week.submit', week, saw: null })
  await sync(ada)
  return { world, ada, tablet, entry, saw, grace: await gracesPage(world) }
}

/** Grace approves Ada's week as it stands; answers the version that it has from now on. */
export function approve(world: World, which = week): string {
  const id = crypto.randomUUID()
  const base = world.api.weekOf('Ada', which)?.version ?? ''
  const made = { id, at: '2026-11-21T09:00:00.000Z' }
  const verdict = world.api.act('Grace', {
    ...made,
    kind: 'week.approve',
    person: people.Ada,
    week: which,
    base,
  })
  if (verdict.verdict !== 'applied') throw new Error('not approved')
  return id
}

/** The version of Ada's week as a device knows it. */
export async function versionOn(device: Device, person: string, which = week): Promise<string> {
  return (await bookOn(device, person)).weeks.get(weekKey(people.Ada, which))?.version ?? ''
}
