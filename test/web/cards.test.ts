// What the outbox comes to: changes counted as the entries and minutes that a person wants.
import { describe, expect, it } from 'vitest'
import { minutesWanted, thingsIn, waitingThings } from '../../web/data/cards.ts'
import { adasPage, hour, outboxOf, save } from './arrange.ts'
import { Phone } from './platform.ts'
import { World } from './world.ts'

describe('what waits', () => {
  it('is three hours in one entry when Ada wrote two and made them three', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour({ minutes: 120 }))
    await save(page, hour({ entry, minutes: 180 }))
    const items = await outboxOf(page)
    expect(items).toHaveLength(2)
    expect(minutesWanted(items)).toBe(180)
    expect(thingsIn(items).size).toBe(1)
    expect(waitingThings(items)).toHaveLength(1)
    expect(waitingThings(items)[0]).toMatchObject({
      thing: entry,
      kept: items[0]?.kept,
      change: { kind: 'entry.put', minutes: 180, base: null },
      items: [{}, {}],
    })
  })

  it('is no time for an entry that is to be deleted', async () => {
    const world = new World()
    const page = await adasPage(world, new Phone(world))
    const { entry } = await save(page, hour({ minutes: 120 }))
    await save(page, hour({ minutes: 30 }))
    await save(page, { kind: 'entry.delete', entry })
    const items = await outboxOf(page)
    expect(minutesWanted(items)).toBe(30)
    expect(thingsIn(items).size).toBe(2)
    expect(waitingThings(items).map(({ change }) => change.kind)).toEqual(['entry.delete', 'entry.put'])
  })
})
