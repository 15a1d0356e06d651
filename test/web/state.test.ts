// What the screens are told: who is here, what was seen, what day it is, and what stands in the way.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { signOut } from '../../web/account/session.ts'
import { sync } from '../../web/data/sync.ts'
import { adasPage, hour, save, signIn } from './arrange.ts'
import { openPage } from './page.ts'
import { Phone } from './platform.ts'
import { people, tunnel } from './set-up.ts'
import { dead, World } from './world.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Ada's page with one delivered hour on the screen. */
async function adaWithAnHour() {
  const world = new World()
  const page = await openPage(world)
  await signIn(world, page.device, 'Ada')
  await sync(page.device)
  const { entry } = await save(page.device, hour({ note: 'girders' }))
  await sync(page.device)
  await page.copy.refresh()
  const shown = page.entries.entryCalled(entry)
  if (!shown) throw new Error('not shown')
  return { ...page, world, entry: shown.entry }
}

describe('a phone that does not know its zone', () => {
  it.each([['Etc/Unknown'], [undefined]])(
    '%s: it is the day it is there, and no zone is kept',
    async (timeZone) => {
      const original = Intl.DateTimeFormat.prototype.resolvedOptions
      vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function named(
        this: Intl.DateTimeFormat,
      ) {
        return { ...original.call(this), timeZone: timeZone as string }
      })
      vi.useFakeTimers({ now: new Date(2026, 10, 21, 23, 59), toFake: ['Date'] })
      const { clock } = await openPage(new World())
      vi.mocked(Intl.DateTimeFormat.prototype.resolvedOptions).mockRestore()
      expect(clock.todayHere.value).toBe('2026-11-21')
      expect(clock.zone.value).toBeNull()
    },
  )
})

describe('what stands in the way of delivery', () => {
  it('is a network that leads nowhere, though the phone claims to have one', async () => {
    const { world, device, copy, delivery } = await adaWithAnHour()
    expect(delivery.isCutOff.value).toBe(false)
    world.upset('GET /api/changes', dead)
    await sync(device)
    await copy.refresh()
    expect([delivery.online.value, delivery.isCutOff.value]).toEqual([true, true])
    await sync(device)
    await copy.refresh()
    expect(delivery.isCutOff.value).toBe(false)
  })

  it('is said when the server does not accept the sign-in, though the session has not ended', async () => {
    const { world, device, copy, delivery } = await adaWithAnHour()
    await save(device, hour())
    for (let count = 0; count < 2; count += 1) {
      world.upset('/api/changes', (_, arrive) => {
        world.tenant.forgetAccess()
        return arrive()
      })
    }
    await sync(device)
    await copy.refresh()
    expect(copy.who.value).toMatchObject({ session: 'active' })
    expect(delivery.blocked.value).toBe('sign-in')
    await signIn(world, device, 'Ada')
    await copy.refresh()
    expect(delivery.blocked.value).toBeNull()
  })

  it('is said when a newer version of the app has taken the device over', async () => {
    const { device, copy } = await adaWithAnHour()
    const newer = device.indexedDB.open('timesheets', 1_000_000)
    await new Promise((resolve) => newer.addEventListener('success', resolve))
    await expect(save(device, hour())).rejects.toMatchObject({ name: 'VersionError' })
    await copy.refresh()
    expect(copy.broken.value).toBe('outdated')
  })
})

it('offers Ada no project that is for others only', async () => {
  const world = new World()
  const project = world.api.projects.find(({ id }) => id === tunnel)
  const { client, code, colour, archived, version: base } = project!
  const made = { id: crypto.randomUUID(), at: '2026-11-21T09:00:00.000Z', kind: 'project.put' as const }
  const fields = { name: 'Tunnel', client, code, colour, archived, members: [people.Lin] }
  world.api.act('Grace', { ...made, project: tunnel, ...fields, base })
  const { device, copy, entries } = await openPage(world)
  await signIn(world, device, 'Ada')
  await sync(device)
  await copy.refresh()
  expect(entries.projects.value.map(({ name }) => name)).toEqual(['Bridge'])
})

describe('the review before Ada submits', () => {
  it('names an hour that was refused on its way into the week, and in the week that it was to leave', async () => {
    const { world, device, copy, ownWeek, entry } = await adaWithAnHour()
    world.api.setArchived(tunnel, true)
    await save(device, hour({ entry: entry.id, date: '2026-11-27', project: tunnel }))
    await copy.refresh()
    expect(ownWeek.reviewOf('2026-W47')).toMatchObject({ isEmpty: true, waiting: 1, refused: 0 })
    expect(ownWeek.reviewOf('2026-W48')).toMatchObject({ isEmpty: false, waiting: 1, refused: 0 })
    await sync(device)
    await copy.refresh()
    expect(ownWeek.reviewOf('2026-W47')).toMatchObject({ isEmpty: false, waiting: 0, refused: 1 })
    expect(ownWeek.reviewOf('2026-W48')).toMatchObject({ isEmpty: false, waiting: 0, refused: 1 })
    expect(ownWeek.reviewOf('2026-W49')).toMatchObject({ isEmpty: true, waiting: 0, refused: 0 })
  })
})

describe('Undo', () => {
  it('brings a deleted hour back', async () => {
    const { world, device, entries, save: saving, entry } = await adaWithAnHour()
    const deleted = await saving.save({ kind: 'entry.delete', entry: entry.id })
    await sync(device)
    expect(await entries.restore(entry, 'change' in deleted ? deleted.change.id : '')).toMatchObject({
      change: { entry: entry.id },
    })
    await sync(device)
    expect(world.api.entriesOf('Ada')).toMatchObject([{ note: 'girders', deleted: false }])
  })

  it('does not write over what was restored and edited elsewhere meanwhile', async () => {
    const { world, device, entries, save: saving, entry } = await adaWithAnHour()
    const deleted = await saving.save({ kind: 'entry.delete', entry: entry.id })
    await sync(device)
    const tablet = await adasPage(world, new Phone(world))
    await save(tablet, hour({ entry: entry.id, note: 'edited on the tablet' }))
    await sync(tablet)
    await sync(device)
    const undone = await entries.restore(entry, 'change' in deleted ? deleted.change.id : '')
    expect(undone).toEqual({ refused: { code: 'entry.stale' } })
    await sync(device)
    expect(world.api.entriesOf('Ada')).toMatchObject([{ note: 'edited on the tablet' }])
  })

  it('is not offered to Grace for what Ada did', async () => {
    const { world, device, copy, notice } = await adaWithAnHour()
    notice.followCause()
    const offer = { text: 'Deleted', action: { label: 'Undo', run: () => undefined } }
    notice.notify(offer)
    await copy.refresh()
    expect(notice.notice.value).toBe(offer)
    await signIn(world, device, 'Grace')
    await copy.refresh()
    expect(notice.notice.value).toBeNull()
  })

  it.each([
    ['a thumb has reached it', 'pointerdown', 12_000],
    ['a keyboard has come there, past all that stands before it', 'keydown', 60_000],
  ])('is offered until %s', async (_, type, shown) => {
    const { notice, happens } = await openPage(new World())
    notice.followCause()
    vi.useFakeTimers()
    happens(new Event(type))
    notice.notify({ text: 'Deleted', action: { label: 'Undo', run: () => undefined } })
    vi.advanceTimersByTime(shown - 1)
    expect(notice.notice.value).not.toBeNull()
    vi.advanceTimersByTime(1)
    expect(notice.notice.value).toBeNull()
  })

  it('is not offered to nobody', async () => {
    const { device, copy, notice } = await adaWithAnHour()
    notice.followCause()
    notice.notify({ text: 'Deleted', action: { label: 'Undo', run: () => undefined } })
    await signOut(device)
    await copy.refresh()
    expect(notice.notice.value).toBeNull()
  })
})

it('the hours of a day come by the clock, then the others as they were written', async () => {
  const { device, copy, entries } = await adaWithAnHour()
  const timed = (note: string, from: string, to: string) =>
    hour({ note, start: `2026-11-21T${from}+01:00`, end: `2026-11-21T${to}+01:00`, minutes: 60 })
  await save(device, timed('after lunch', '13:00', '14:00'))
  await save(device, hour({ note: 'cables' }))
  await save(device, timed('at nine', '09:00', '10:00'))
  await copy.refresh()
  const notes = entries.entriesOn('2026-11-21').map(({ entry }) => entry.note)
  expect(notes).toEqual(['at nine', 'after lunch', 'girders', 'cables'])
})
