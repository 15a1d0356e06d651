// What a page does around the hours: the install hint, the wish for safe storage, signing in, and updates.
import { describe, expect, it, vi } from 'vitest'
import { sync } from '../../web/data/sync.ts'
import { hour, signIn } from './arrange.ts'
import { tunnel } from './set-up.ts'
import { openPage } from './page.ts'
import { World } from './world.ts'

/** Ada's page in a browser that can install the app; she knows the projects and has logged nothing. */
async function adasFirstDay() {
  const world = new World()
  const page = await openPage(world)
  page.install.followInstallation()
  page.happens(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() }))
  await signIn(world, page.device, 'Ada')
  await sync(page.device)
  await page.copy.refresh()
  return { ...page, world }
}

describe('the hint to install', () => {
  it('comes with the first hour that was kept, and goes for good when it is dismissed', async () => {
    const { save, install } = await adasFirstDay()
    expect(install.showInstallHint.value).toBe(false)
    await save.save(hour())
    expect(install.showInstallHint.value).toBe(true)
    install.dismissInstallHint()
    await save.save(hour())
    expect(install.showInstallHint.value).toBe(false)
  })

  it('does not come with an hour that the server refused', async () => {
    const { world, device, copy, save, install } = await adasFirstDay()
    world.api.setArchived(tunnel, true)
    await save.save(hour({ project: tunnel }))
    await sync(device)
    await copy.refresh()
    expect(copy.cards.value).toHaveLength(1)
    expect(install.showInstallHint.value).toBe(false)
  })
})

describe('storage that the browser does not clear', () => {
  it('is asked for with the first hour that was kept, not with one that the rule refused', async () => {
    const { save, visit } = await adasFirstDay()
    const unknown = { kind: 'entry.delete', entry: crypto.randomUUID() } as const
    expect(await save.save(unknown)).toEqual({ refused: { code: 'entry.unknown' } })
    expect(visit.persistAsked).toBe(0)
    await save.save(hour())
    await expect.poll(() => visit.persistAsked).toBe(1)
  })
})

describe('a sign-in', () => {
  /** Ada on her way to a week, and where the tenant sends her when she says no. */
  async function adaCancels() {
    const world = new World()
    const page = await openPage(world, '/week/2026-W47')
    await page.signIn.signIn()
    const begun = new URL(page.visit.left.at(-1) ?? '')
    page.happens(new Event('pageshow'))
    const back = world.tenant.signIn(begun, 'Ada')
    back.search = `?error=access_denied&state=${begun.searchParams.get('state') ?? ''}&iss=${world.tenant.issuer}`
    page.address.go(back.href)
    await page.signIn.finishSignIn()
    return { ...page, world }
  }

  it('that is tried again leads to where the first one was to lead', async () => {
    const { world, visit, address, signIn: signing } = await adaCancels()
    expect(signing.signInProblem.value).toMatchObject({ kind: 'denied' })
    await signing.signInAgain()
    address.go(world.tenant.signIn(new URL(visit.left.at(-1) ?? ''), 'Ada').href)
    await signing.finishSignIn()
    expect(address.path.value).toBe('/week/2026-W47')
  })

  it.each([
    ['is full', 'QuotaExceededError', 'broken'],
    ['belongs to a newer app', 'VersionError', 'outdated'],
  ])('on a phone whose storage %s says so, and not that there is no network', async (_, name, kind) => {
    const page = await openPage(new World(), '/week')
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name)
    })
    await page.signIn.signIn()
    expect(page.signIn.signInProblem.value).toEqual({ kind })
    page.address.go('/callback?code=1&state=2')
    await page.signIn.finishSignIn()
    expect(page.signIn.signInProblem.value).toEqual({ kind })
    open.mockRestore()
  })

  it('is not interrupted by an update, neither on the way nor back', async () => {
    const world = new World()
    const { visit, address, signIn: signing, update, happens } = await openPage(world, '/week')
    await signing.signIn()
    await update.takeUpdate()
    expect(visit.reloads).toBe(0)
    happens(new Event('pageshow'))
    address.go('/callback?code=1&state=2')
    await update.takeUpdate()
    expect(visit.reloads).toBe(0)
    address.go('/week')
    await update.takeUpdate()
    expect(visit.reloads).toBe(1)
  })
})
