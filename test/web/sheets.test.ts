// The weeks of others as sheets on Grace's screens: with the hours of the version that she decides on.
import { describe, expect, it } from 'vitest'
import { weekKey } from '#domain/change.ts'
import { sync } from '../../web/data/sync.ts'
import { hour, save } from './arrange.ts'
import { openPage } from './page.ts'
import { people } from './set-up.ts'
import { approve, signInTo, submitted, week } from './weeks.ts'

const of = { person: people.Ada, week }
const adas = weekKey(people.Ada, week)

describe("Grace's screens", () => {
  it('show the weeks of others as sheets and only her own hours as hers', async () => {
    const { world, saw } = await submitted()
    const { device, copy, entries } = await openPage(world)
    await signInTo(world, device, 'Grace')
    await save(device, hour({ note: 'her own' }), 'Grace')
    await copy.refresh()
    expect(copy.sheets.value.get(adas)).toMatchObject({
      week: { status: 'submitted' },
      entries: [{ minutes: 60 }],
    })
    expect(entries.entriesOn('2026-11-21')).toMatchObject([{ entry: { note: 'her own' } }])
    await save(device, { kind: 'week.return', ...of, saw, reason: 'Friday' }, 'Grace')
    await copy.refresh()
    expect(copy.sheets.value.get(adas)).toMatchObject({ week: { status: 'returned', note: 'Friday' } })
    await sync(device)
    await copy.refresh()
    expect(copy.sheets.value.get(adas)).toMatchObject({
      week: { status: 'returned' },
      entries: [{}],
      before: [{}],
    })
  })

  it('show the entries of the version that will be decided on, with a late hour she has accepted', async () => {
    const { world, tablet } = await submitted()
    approve(world)
    const late = await save(tablet, hour({ minutes: 30 }))
    await sync(tablet)
    const { device, copy } = await openPage(world)
    await signInTo(world, device, 'Grace')
    await save(device, { kind: 'late.accept', person: people.Ada, late: late.id, saw: late.id }, 'Grace')
    const minutes = () =>
      copy.sheets.value
        .get(adas)
        ?.entries.map((entry) => entry.minutes)
        .toSorted()
    await copy.refresh()
    expect(minutes()).toEqual([30, 60])
    await sync(device)
    await copy.refresh()
    expect(minutes()).toEqual([30, 60])
    expect(copy.sheets.value.get(adas)).toMatchObject({
      week: { version: world.api.ledger.at(-1)?.change.id },
    })
  })
})
