// What only the server knows, asked by a screen: an answer, or why there is none.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openPage } from './page.ts'
import { signInTo } from './weeks.ts'
import { lyingPortal, problem, World } from './world.ts'

const name = v.object({ name: v.string() })

async function ada() {
  const world = new World()
  const page = await openPage(world)
  await signInTo(world, page.device, 'Ada')
  await page.copy.refresh()
  return { ...page, world }
}

describe('a screen that needs the server', () => {
  it('gets what was asked for, in the name of who is here', async () => {
    const { ask } = await ada()
    expect(await ask.askServer('/me', name)).toEqual({ value: { name: 'Ada of ABC' } })
  })

  it('hears what the server has against it', async () => {
    const { world, ask } = await ada()
    world.upset('GET /api/me', problem(403, 'insufficient_scope'))
    expect(await ask.askServer('/me', name)).toMatchObject({ problem: { code: 'insufficient_scope' } })
    world.upset('GET /api/me', problem(503, 'store.busy'))
    expect(await ask.askServer('/me', name)).toEqual({ problem: { code: 'store.busy' } })
  })

  it('hears that there is no network, or none that leads to the server', async () => {
    const { world, phone, ask } = await ada()
    world.upset('GET /api/me', lyingPortal)
    expect(await ask.askServer('/me', name)).toEqual({ offline: true })
    phone.isOnline = false
    expect(await ask.askServer('/me', name)).toEqual({ offline: true })
  })

  it('asks nothing in the name of nobody', async () => {
    const world = new World()
    const { ask, copy } = await openPage(world)
    await copy.refresh()
    expect(await ask.askServer('/me', name)).toEqual({ problem: { code: 'session.none' } })
    expect(world.log).toEqual([])
  })
})
