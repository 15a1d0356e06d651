// Ada's timer on her phone: what it measures becomes an entry like any other, and nothing of it is lost when that is refused.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { millisecondsOf } from '#domain/calendar.ts'
import { sync } from '../../web/data/sync.ts'
import { hour, save, signIn } from './arrange.ts'
import { bridge, people, tunnel } from './set-up.ts'
import { openPage } from './page.ts'
import { World } from './world.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const bridges = { project: bridge, note: 'girders' }
const tunnels = { project: tunnel, note: '' }

/** Ada's page at a moment of 21 November in Berlin, and a clock to move. */
async function adaAt(time: string) {
  vi.stubEnv('TZ', 'Europe/Berlin')
  const clock = (to: string) => vi.setSystemTime(millisecondsOf(`2026-11-21T${to}:00.000+01:00`))
  vi.useFakeTimers({ toFake: ['Date'] })
  clock(time)
  const world = new World()
  const page = await openPage(world)
  await signIn(world, page.device, 'Ada')
  await sync(page.device)
  const timer = await import('../../web/state/timer.ts')
  page.clock.followClock()
  await page.copy.refresh()
  timer.followTimer()
  const { readTimer } = await import('../../web/data/timers.ts')
  return {
    ...page,
    timer,
    world,
    clock,
    /** What this device has, whatever the page believes. */
    running: () => readTimer(page.device, people.Ada),
    entries: () => page.entries.latestOn('2026-11-21').map(({ entry }) => entry),
  }
}

describe('Ada stops the timer', () => {
  it('and has an entry with its start and its end', async () => {
    const { timer, clock, entries, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock('10:30')
    expect(await timer.stop()).toMatchObject({ kind: 'saved', minutes: 90 })
    expect(entries()).toMatchObject([
      {
        project: bridge,
        note: 'girders',
        minutes: 90,
        start: '2026-11-21T09:00+01:00',
        end: '2026-11-21T10:30+01:00',
      },
    ])
    expect(await running()).toBeNull()
    expect(timer.timer.value).toBeNull()
  })

  it('and taps twice: one entry', async () => {
    const { timer, clock, entries } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock('10:30')
    const outcomes = await Promise.all([timer.stop(), timer.stop()])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'nothing'])
    expect(entries()).toHaveLength(1)
  })

  it('after the app was closed', async () => {
    const { timer, clock, copy, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    timer.timer.value = undefined
    clock('11:00')
    await copy.refresh()
    await vi.waitFor(() => expect(timer.timer.value).toMatchObject({ start: '2026-11-21T09:00+01:00' }))
    expect(await running()).not.toBeNull()
    expect(await timer.stop()).toMatchObject({ kind: 'saved', minutes: 120 })
  })

  it.each([
    ['after less than a minute', '09:00', 'short'],
    ['after more than ten hours', '19:01', 'long'],
    ['with a clock that was set back', '08:30', 'backwards'],
  ])('%s: it asks, keeps nothing and runs on', async (_, end, why) => {
    const { timer, clock, entries, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock(end)
    expect(await timer.stop()).toEqual({ kind: 'asked' })
    expect(timer.asking.value).toMatchObject({ why })
    expect(entries()).toEqual([])
    expect(await running()).toMatchObject(bridges)
  })

  it('after more than ten hours, and keeps them all', async () => {
    const { timer, clock, entries, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock('19:30')
    await timer.stop()
    expect(await timer.keepAll()).toMatchObject({ kind: 'saved', minutes: 630 })
    expect(entries()).toMatchObject([{ minutes: 630 }])
    expect(timer.asking.value).toBeNull()
    expect(await running()).toBeNull()
  })

  it('over an entry she has typed: the reason is told, and the timer is not lost', async () => {
    const { timer, clock, copy, device, entries, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock('11:00')
    const times = { start: '2026-11-21T10:00+01:00', end: '2026-11-21T11:00+01:00' }
    await save(device, hour({ ...times, minutes: 60 }))
    await copy.refresh()
    expect(await timer.stop()).toEqual({ kind: 'asked' })
    expect(timer.asking.value).toMatchObject({ why: 'refused', refusal: { code: 'entry.overlaps' } })
    expect(entries()).toHaveLength(1)
    expect(await running()).toMatchObject(bridges)
  })
})

describe('Ada switches the timer', () => {
  it('in one tap: the one ends where the other begins', async () => {
    const { timer, clock, entries } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock('10:15')
    await timer.startOrSwitch(tunnels)
    expect(timer.timer.value).toMatchObject({ ...tunnels, start: '2026-11-21T10:15+01:00' })
    clock('10:45')
    await timer.stop()
    expect(entries().map(({ start, end }) => [start?.slice(11, 16), end?.slice(11, 16)])).toEqual([
      ['10:15', '10:45'],
      ['09:00', '10:15'],
    ])
  })

  it('to what runs already: it runs on', async () => {
    const { timer, clock, entries } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    clock('10:15')
    expect(await timer.startOrSwitch(bridges)).toEqual({ kind: 'nothing' })
    expect(timer.timer.value).toMatchObject({ start: '2026-11-21T09:00+01:00' })
    expect(entries()).toEqual([])
  })

  it('and is asked first: the other begins when she had said so', async () => {
    const { timer, clock, entries } = await adaAt('07:00')
    await timer.startOrSwitch(bridges)
    clock('18:00')
    expect(await timer.startOrSwitch(tunnels)).toEqual({ kind: 'asked' })
    expect(timer.timer.value).toMatchObject(bridges)
    clock('18:05')
    await timer.keepAll()
    expect(entries()).toMatchObject([{ minutes: 660 }])
    expect(timer.timer.value).toMatchObject({ ...tunnels, start: '2026-11-21T18:00+01:00' })
  })
})

describe('Ada gives the timer up', () => {
  it('and nothing is kept, until she thinks better of it', async () => {
    const { timer, clock, entries, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    const discarded = await timer.discardTimer()
    expect(await running()).toBeNull()
    clock('09:30')
    if (discarded.kind !== 'discarded') throw new Error(discarded.kind)
    await timer.runAgain(discarded.timer)
    clock('10:00')
    expect(await timer.stop()).toMatchObject({ kind: 'saved', minutes: 60 })
    expect(entries()).toHaveLength(1)
  })
})

describe('the timer of this phone', () => {
  it('is never sent: the server hears of it when it stops', async () => {
    const { timer, clock, device, world } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    await sync(device)
    expect(world.api.entriesOf('Ada')).toEqual([])
    clock('10:00')
    await timer.stop()
    await sync(device)
    expect(world.api.entriesOf('Ada')).toMatchObject([{ minutes: 60 }])
  })

  it('is not shown to Grace, and runs on for Ada', async () => {
    const { timer, copy, device, world, running } = await adaAt('09:00')
    await timer.startOrSwitch(bridges)
    await signIn(world, device, 'Grace')
    await copy.refresh()
    await vi.waitFor(() => expect(timer.timer.value).toBeNull())
    expect(await running()).toMatchObject(bridges)
  })
})
