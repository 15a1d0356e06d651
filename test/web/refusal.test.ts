// What the server refuses: one card per entry, nothing thrown away, the others go on.
import { describe, expect, it } from 'vitest'
import { cards } from '../../web/data/cards.ts'
import { asFile } from '../../web/data/outbox-file.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import { bridge, people, tunnel } from './set-up.ts'
import { adasPage, bookOn, hour, outboxOf, save, screen } from './arrange.ts'
import { Phone } from './platform.ts'
import { lost, problem, World } from './world.ts'

/** Ada's page with an hour on a project that was archived meanwhile, two edits of it, and an hour on another project. */
async function refusedHour() {
  const world = new World()
  const page = await adasPage(world, new Phone(world))
  world.api.setArchived(tunnel, true)
  const { entry } = await save(page, hour({ project: tunnel, minutes: 60 }))
  await save(page, hour({ project: tunnel, entry, minutes: 75 }))
  await save(page, hour({ minutes: 30 }))
  await sync(page)
  return { world, page, entry }
}

describe('a refused hour', () => {
  it('parks with its reason and its later edits, and the others are delivered', async () => {
    const { world, page, entry } = await refusedHour()
    const found = cards(await outboxOf(page))
    expect(found).toMatchObject([
      { thing: entry, problem: { code: 'project.archived', name: 'Tunnel' }, change: { minutes: 75 } },
    ])
    expect(found[0]?.items).toHaveLength(2)
    expect((await screen(page)).map(({ minutes }) => minutes)).toEqual([30])
    expect(world.api.appliedOf('Ada')).toHaveLength(1)
  })

  it('is not sent again, and neither is what is saved for it by a page that does not know', async () => {
    const { world, page } = await refusedHour()
    const before = world.count('POST /api/changes')
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 0 })
    expect(world.count('POST /api/changes')).toBe(before)
  })

  it('is delivered after a correction, as one new change', async () => {
    const { world, page, entry } = await refusedHour()
    const corrected = await save(page, hour({ entry, project: bridge, minutes: 75 }))
    expect(await outboxOf(page)).toMatchObject([{ change: { id: corrected.id, base: null }, problem: null }])
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(await screen(page)).toHaveLength(2)
    expect(world.api.appliedOf('Ada')).toContain(corrected.id)
  })

  it('stays when the correction is against a rule as well', async () => {
    const { page, entry } = await refusedHour()
    const code = { refused: { code: 'project.archived' } }
    expect(await keep(page, people.Ada, hour({ entry, project: tunnel }))).toMatchObject(code)
    expect(await retry(page, people.Ada, entry)).toMatchObject(code)
    expect(cards(await outboxOf(page))).toHaveLength(1)
  })

  it('is delivered by a retry once the reason is gone', async () => {
    const { world, page, entry } = await refusedHour()
    world.api.setArchived(tunnel, false)
    await sync(page)
    expect(await retry(page, people.Ada, entry)).toMatchObject({ kept: { minutes: 75, base: null } })
    expect(await sync(page)).toMatchObject({ delivered: 1, refused: 0 })
    expect(await retry(page, people.Ada, entry)).toBeNull()
  })

  it('is gone after it was discarded, and only then', async () => {
    const { world, page, entry } = await refusedHour()
    expect(await discard(page, people.Ada, entry)).toBe(true)
    expect(await outboxOf(page)).toEqual([])
    expect(await discard(page, people.Ada, entry)).toBe(false)
    await sync(page)
    expect(world.api.entriesOf('Ada')).toHaveLength(1)
  })

  it('cannot be discarded while it waits: it may be at the server already', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour())
    world.upset('POST /api/changes', lost)
    await sync(page)
    expect(await discard(page, people.Ada, entry)).toBe(false)
    await sync(page)
    expect(await screen(page)).toHaveLength(1)
  })

  it('keeps an edit behind it that is saved before the refusal comes back', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    world.api.setArchived(tunnel, true)
    const { entry } = await save(page, hour({ project: tunnel }))
    world.upset('POST /api/changes', async (_, arrive) => {
      const answer = await arrive()
      await save(page, hour({ entry, project: tunnel, minutes: 15 }))
      return answer
    })
    await sync(page)
    expect(cards(await outboxOf(page))).toMatchObject([{ change: { minutes: 15 }, items: [{}, {}] }])
    expect(world.api.ledger).toHaveLength(1)
  })
})

describe('two devices of Ada', () => {
  it('converge', async () => {
    const world = new World()
    const [one, other] = [
      await adasPage(world, new Phone(world)),
      await adasPage(world, new Phone(world, -7_200_000)),
    ]
    await save(one, hour({ note: 'phone' }))
    await save(other, hour({ note: 'tablet' }))
    await sync(one)
    await sync(other)
    await sync(one)
    expect(await screen(one)).toHaveLength(2)
    expect(new Set(await screen(other))).toEqual(new Set(await screen(one)))
  })

  it('deliver create, edit, edit and delete of one entry in one push', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour())
    await save(page, hour({ entry, minutes: 61 }))
    await save(page, hour({ entry, minutes: 62 }))
    await save(page, { kind: 'entry.delete', entry })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 4, refused: 0 })
    expect(world.api.entriesOf('Ada')).toMatchObject([{ id: entry, deleted: true }])
    expect(await screen(page)).toEqual([])
  })

  it('refuse a stale edit, and keep both values to choose from', async () => {
    const world = new World()
    const [one, other] = [await adasPage(world, new Phone(world)), await adasPage(world, new Phone(world))]
    const { entry } = await save(one, hour({ note: 'first' }))
    await sync(one)
    await sync(other)
    await save(one, hour({ entry, note: 'phone' }))
    await save(other, hour({ entry, note: 'tablet' }))
    await sync(one)
    expect(await sync(other)).toMatchObject({ refused: 1 })
    expect(cards(await outboxOf(other))).toMatchObject([
      { problem: { code: 'entry.stale' }, change: { note: 'tablet' } },
    ])
    expect(await screen(other)).toMatchObject([{ note: 'phone' }])
    await retry(other, people.Ada, entry)
    await sync(other)
    await sync(one)
    expect(await screen(one)).toMatchObject([{ note: 'tablet' }])
  })

  it('do not overwrite what came in while a form was open', async () => {
    const world = new World()
    const [one, other] = [await adasPage(world, new Phone(world)), await adasPage(world, new Phone(world))]
    const { entry, id: saw } = await save(one, hour())
    await sync(one)
    await sync(other)
    await save(other, hour({ entry, note: 'tablet' }))
    await sync(other)
    await sync(one)
    const result = await keep(one, people.Ada, hour({ entry, note: 'old form', saw }))
    expect(result).toEqual({ refused: { code: 'entry.stale' } })
  })

  it('undo a delete that was delivered', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour())
    const deleted = await save(page, { kind: 'entry.delete', entry })
    await sync(page)
    expect(await save(page, hour({ entry }))).toMatchObject({ base: deleted.id })
    expect(await sync(page)).toMatchObject({ delivered: 1, refused: 0 })
    expect(await screen(page)).toMatchObject([{ id: entry }])
  })

  it('never let an older answer overwrite a newer row', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour({ note: 'old' }))
    world.upset('POST /api/changes', lost)
    await sync(page)
    const other = await adasPage(world, new Phone(world))
    await save(other, hour({ entry, note: 'new' }))
    await sync(other)
    // This round learns of the new row and cannot send; the next one is told the old verdict again.
    world.upset('POST /api/changes', problem(403, 'insufficient_scope', {}, { scope: 'create:timesheets' }))
    expect(await sync(page)).toMatchObject({ withheld: 1 })
    expect(await sync(page)).toMatchObject({ delivered: 1 })
    expect(await screen(page)).toMatchObject([{ note: 'new' }])
  })
})

describe('the file of undelivered hours', () => {
  it('has a line per entry that a person can read and a spreadsheet does not run', async () => {
    const { page, entry } = await refusedHour()
    await save(page, hour({ minutes: 95, note: '=1+1, "quoted"' }))
    const { projects } = await bookOn(page)
    const text = await asFile(await outboxOf(page), projects.values()).text()
    const [head, refused, waits, end] = text.split('\r\n')
    expect(head).toContain('date,zone,minutes,duration,code,project')
    expect(refused).toContain(`2026-11-21,Europe/Berlin,75,1:15,TUN,Tunnel,City,,save`)
    expect(refused).toContain(`project.archived,${entry}`)
    expect(waits).toContain(`95,1:35,BRI,Bridge,City,"'=1+1, ""quoted""",save`)
    expect(end).toBe('')
  })
})
