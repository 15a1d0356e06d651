// Hours that come after their week was closed: the phone knew no better, and nothing is counted that nobody approved.
import { describe, expect, it } from 'vitest'
import { sync } from '../../web/data/sync.ts'
import { adasPage, bookOn, hour, outboxOf, save, screen } from './arrange.ts'
import { openPage } from './page.ts'
import { Phone } from './platform.ts'
import { people } from './set-up.ts'
import { approve, signInTo, week } from './weeks.ts'
import { problem, World } from './world.ts'

/** Ada's phone, offline since before her week with one hour was approved. */
async function adaInTheTunnel() {
  const world = new World()
  const phone = new Phone(world)
  const page = await adasPage(world, phone)
  const { entry } = await save(page, hour({ note: 'approved' }))
  await sync(page)
  const tablet = await adasPage(world, new Phone(world))
  await save(tablet, { kind: 'week.submit', week, saw: null })
  await sync(tablet)
  return { world, phone, page, entry, approval: approve(world) }
}
const proposals = async (page: Parameters<typeof bookOn>[0]) => [...(await bookOn(page)).lates.values()]

describe('an hour that comes after its week was approved', () => {
  it('leaves the outbox, is kept as a proposal, and counts nowhere', async () => {
    const { world, page } = await adaInTheTunnel()
    const late = await save(page, hour({ minutes: 90 }))
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1, refused: 0 })
    expect(await outboxOf(page)).toEqual([])
    expect(await screen(page)).toMatchObject([{ note: 'approved' }])
    expect(await proposals(page)).toMatchObject([{ entry: late.entry, minutes: 90, status: 'proposed' }])
    expect(world.api.latesOf('Ada')).toMatchObject([{ version: late.id }])
  })

  it('is a proposal from the verdict on, before any news', async () => {
    const { world, page } = await adaInTheTunnel()
    await save(page, hour({ minutes: 90 }))
    world.upset('POST /api/changes', async (_, arrive) => {
      const answer = await arrive()
      const { verdicts } = (await answer.json()) as { verdicts: unknown }
      return Response.json({ verdicts }, answer)
    })
    world.upset('GET /api/changes', problem(503, 'store.busy'))
    await sync(page)
    expect(await proposals(page)).toMatchObject([{ minutes: 90, number: world.api.ledger.at(-1)?.number }])
  })

  it('is shown as too late by a phone that has heard of the approval and could not send yet', async () => {
    const { world, page, entry } = await adaInTheTunnel()
    await save(page, hour({ minutes: 90 }))
    await save(page, hour({ entry, minutes: 240 }))
    world.upset('POST /api/changes', problem(403, 'insufficient_scope', {}, { scope: 'create:timesheets' }))
    expect(await sync(page)).toMatchObject({ withheld: 2 })
    expect(await outboxOf(page)).toHaveLength(2)
    expect(await screen(page)).toMatchObject([{ note: 'approved', minutes: 60 }])
    expect(await proposals(page)).toMatchObject([
      { minutes: 90, status: 'proposed', number: 0 },
      { minutes: 240, entry },
    ])
  })

  it('is given back by a restored server as it was', async () => {
    const { world, page } = await adaInTheTunnel()
    await save(page, hour({ minutes: 90 }))
    await sync(page)
    world.api.restore(world.api.ledger.length - 1)
    expect(await sync(page)).toMatchObject({ outcome: 'done', refused: 0, waiting: 0 })
    expect(world.api.latesOf('Ada')).toMatchObject([{ minutes: 90 }])
  })
})

describe('what the device knew of the weeks', () => {
  const other = '2026-11-09'

  it('is none where nothing was done with the week', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry, seen } = await save(page, hour())
    expect(seen).toBeNull()
    const moved = await save(page, hour({ entry, date: other }))
    expect(moved).toMatchObject({ seen: null, seenBefore: null })
    expect(await save(page, hour({ entry, date: other, minutes: 5 }))).not.toHaveProperty('seenBefore')
  })

  it('is of both weeks where an hour moves from one to another', async () => {
    const { world, page, entry, approval } = await adaInTheTunnel()
    await sync(page)
    world.api.act('Grace', {
      id: crypto.randomUUID(),
      at: '2026-11-21T09:00:00.000Z',
      kind: 'week.reopen',
      person: people.Ada,
      week,
      base: approval,
      reason: 'two hours are missing',
    })
    await sync(page)
    const reopened = (await bookOn(page)).weeks.get(`${people.Ada} ${week}`)?.version
    expect(reopened).toBeDefined()
    expect(await save(page, hour({ entry, date: other }))).toMatchObject({ seen: null, seenBefore: reopened })
    expect(await save(page, hour({ entry, date: '2026-11-20' }))).toMatchObject({
      seen: reopened,
      seenBefore: null,
    })
    expect(await save(page, { kind: 'entry.delete', entry })).toMatchObject({ seen: reopened })
    expect(await sync(page)).toMatchObject({ delivered: 3, refused: 0 })
  })

  it('makes an hour late that was moved out of a week approved meanwhile', async () => {
    const { world, page, entry } = await adaInTheTunnel()
    expect(await save(page, hour({ entry, date: other }))).toMatchObject({ seen: null, seenBefore: null })
    expect(await sync(page)).toMatchObject({ delivered: 1, refused: 0 })
    expect(world.api.latesOf('Ada')).toMatchObject([{ entry, week, date: other }])
    expect(await screen(page)).toMatchObject([{ date: '2026-11-21' }])
  })
})

describe("Ada's week on the screen", () => {
  it('shows what came too late beside it, uncounted, and that it is closed', async () => {
    const world = new World()
    const { device, copy, entries } = await openPage(world)
    await signInTo(world, device, 'Ada')
    await save(device, hour())
    await sync(device)
    const tablet = await adasPage(world, new Phone(world))
    await save(tablet, { kind: 'week.submit', week, saw: null })
    await sync(tablet)
    await copy.refresh()
    expect(entries.lockOf('2026-11-21')).toBeUndefined()
    approve(world)
    await save(device, hour({ minutes: 90 }))
    await sync(device)
    await copy.refresh()
    expect(entries.lockOf('2026-11-21')).toMatchObject({ status: 'approved' })
    expect(entries.lockOf('2026-11-09')).toBeUndefined()
    expect(entries.proposalsIn(week)).toMatchObject([
      { entry: { minutes: 90 }, project: { name: 'Bridge' }, standing: 'late', counted: false },
    ])
    expect(entries.proposalsIn('2026-W46')).toEqual([])
    expect(entries.minutesOf(entries.entriesOn('2026-11-21'))).toBe(60)
  })
})
