// A running timer is work that is not saved yet: nothing but its owner ends it.
import { describe, expect, it } from 'vitest'
import { forgetDevice, signOut, undelivered } from '../../web/account/session.ts'
import { dismiss, dismissedBy } from '../../web/data/dismissed.ts'
import { readTimer, startTimer, stopTimer } from '../../web/data/timers.ts'
import { adasPage, keptOf, signIn } from './arrange.ts'
import { Phone } from './platform.ts'
import { bridge, people, tunnel } from './set-up.ts'
import { World } from './world.ts'

const start = { project: bridge, note: 'girders', start: '2026-11-21T10:00+01:00', zone: 'Europe/Berlin' }

async function ada() {
  const world = new World()
  const phone = new Phone(world)
  return { world, phone, page: await adasPage(world, phone) }
}

describe('a timer', () => {
  it('runs on through a killed page and is stopped once', async () => {
    const { phone, page } = await ada()
    const running = { person: people.Ada, ...start, began: '2026-11-21T09:00:00.000Z' }
    expect(await startTimer(page, people.Ada, start)).toEqual(running)
    await page.kill()
    const next = phone.open()
    expect(await readTimer(next, people.Ada)).toEqual(running)
    const before = next.announcements()
    expect(await stopTimer(next, people.Ada)).toEqual(running)
    expect(next.announcements()).toBeGreaterThan(before)
    expect(await stopTimer(next, people.Ada)).toBeNull()
    expect(await readTimer(next, people.Ada)).toBeNull()
  })

  it('is not written over by a second one', async () => {
    const { page } = await ada()
    await startTimer(page, people.Ada, start)
    expect(await startTimer(page, people.Ada, { ...start, project: tunnel })).toMatchObject({
      project: bridge,
    })
    expect(await readTimer(page, people.Ada)).toMatchObject({ project: bridge })
  })

  it('of Ada waits for her while Grace uses the phone, and is named before it is forgotten', async () => {
    const { world, page } = await ada()
    await startTimer(page, people.Ada, start)
    await dismiss(page, people.Ada, ['returned W46'])
    await signOut(page)
    expect(await keptOf(page, people.Ada)).toMatchObject({ rows: 0, accounts: 1 })
    await signIn(world, page, 'Grace')
    expect(await readTimer(page, people.Grace)).toBeNull()
    expect(await undelivered(page)).toEqual([
      { person: people.Ada, name: 'Ada of ABC', entries: 0, minutes: 0, isTiming: true },
    ])
    await signIn(world, page, 'Ada')
    expect(await readTimer(page, people.Ada)).toMatchObject({ note: 'girders' })
    await forgetDevice(page)
    expect(await undelivered(page)).toEqual([])
    expect(await readTimer(page, people.Ada)).toBeNull()
    expect(await dismissedBy(page, people.Ada)).toEqual(new Set())
  })
})

it('a notice that Ada has read stays read, for her alone', async () => {
  const { page } = await ada()
  await dismiss(page, people.Ada, ['returned W46', 'late 1'])
  await dismiss(page, people.Ada, ['late 1'])
  await signOut(page)
  expect(await dismissedBy(page, people.Ada)).toEqual(new Set(['returned W46', 'late 1']))
  expect(await dismissedBy(page, people.Grace)).toEqual(new Set())
})
