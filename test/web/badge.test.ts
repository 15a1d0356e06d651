// The number on the icon of Ada's app: what is only on her phone and what she has not read, and no more than that.
import { describe, expect, it } from 'vitest'
import type { Change } from '#domain/change.ts'
import { badgeOf } from '../../web/data/badge.ts'
import { sync } from '../../web/data/sync.ts'
import { hour, signIn } from './arrange.ts'
import { openPage } from './page.ts'
import { people, tunnel } from './set-up.ts'
import { World } from './world.ts'

/** Ada's page with the badge followed; her week 46 is still open, which calls her until she has read it. */
async function adasIcon() {
  const world = new World()
  const page = await openPage(world)
  const { device, copy, notices, badge } = page
  badge.followBadge()
  notices.followNotices()
  const before = page.icon.badge
  await signIn(world, device, 'Ada')
  await sync(device)
  await copy.refresh()
  /** The number, once it is what the service worker would put there too. */
  const shown = async () => {
    await copy.refresh()
    await expect.poll(() => page.icon.badge).toBe(await badgeOf(device))
    return page.icon.badge
  }
  const readAll = async () => {
    await notices.markRead(notices.notices.value)
    return shown()
  }
  return { ...page, world, before, shown, readAll }
}

const remark: Change = {
  id: '00000000-0000-4000-8000-0000000000c1',
  at: '2026-11-21T09:00:00.000Z',
  kind: 'comment.add',
  person: people.Ada,
  week: '2026-W47',
  note: 'Thursday?',
}

describe('the number on the icon', () => {
  it('is left alone before the phone was read, and counts a week that is still open', async () => {
    const { before, shown } = await adasIcon()
    expect(before).toBeNull()
    expect(await shown()).toBe(1)
  })

  it('is gone when all is read', async () => {
    const { readAll } = await adasIcon()
    expect(await readAll()).toBe(0)
  })

  it('counts what waits without network, each hour once, and what was refused', async () => {
    const { world, device, phone, save, shown, readAll } = await adasIcon()
    await readAll()
    phone.isOnline = false
    const first = await save.save(hour())
    await save.save(hour({ project: tunnel, note: 'the deep one' }))
    if ('refused' in first) throw new Error(first.refused.code)
    const entry = 'entry' in first.change ? first.change.entry : ''
    await save.save({ ...hour({ minutes: 90 }), entry })
    expect(await shown()).toBe(2)
    phone.isOnline = true
    world.api.setArchived(tunnel, true)
    await sync(device)
    expect(await shown()).toBe(1)
  })

  it('counts what Grace says, until Ada has read it', async () => {
    const { world, device, shown, readAll } = await adasIcon()
    await readAll()
    world.api.act('Grace', remark)
    await sync(device)
    expect(await shown()).toBe(1)
    expect(await readAll()).toBe(0)
  })
})
