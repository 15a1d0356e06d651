// What Ada's typing in the grid leaves on her device: an entry a cell, her notes untouched, and nothing merged.
import { describe, expect, it } from 'vitest'
import { sync } from '../../web/data/sync.ts'
import { hour, signIn } from './arrange.ts'
import { bridge, tunnel } from './set-up.ts'
import { openPage } from './page.ts'
import { World } from './world.ts'

const at = { project: bridge, date: '2026-11-17' }

/** Ada's grid, with these hours on Tuesday. */
async function adasGrid(...hours: Parameters<typeof hour>[0][]) {
  const world = new World()
  const page = await openPage(world)
  await signIn(world, page.device, 'Ada')
  await sync(page.device)
  await page.copy.refresh()
  const { save } = await import('../../web/state/save.ts')
  for (const each of hours) await save(hour({ ...at, ...each }))
  const cells = await import('../../web/state/cells.ts')
  const shown = () =>
    page.entries.entriesOn(at.date).map(({ entry }) => ({ minutes: entry.minutes, note: entry.note }))
  return { world, page, cells, shown }
}

describe('a cell', () => {
  it('that is typed into twice in a hurry holds one entry, with what was typed last', async () => {
    const { cells, shown } = await adasGrid()
    await Promise.all([cells.writeCell(at, 60), cells.writeCell(at, 450)])
    expect(shown()).toEqual([{ minutes: 450, note: '' }])
  })

  it('keeps the note of its entry when other minutes are typed over it', async () => {
    const { cells, shown } = await adasGrid({ minutes: 60, note: 'girders' })
    await cells.writeCell(at, 90)
    expect(shown()).toEqual([{ minutes: 90, note: 'girders' }])
  })

  it.each([
    ['two entries', [{ minutes: 60 }, { minutes: 30, note: 'girders' }]],
    ['a start and an end', [{ start: '2026-11-17T09:00+01:00', end: '2026-11-17T10:00+01:00', minutes: 60 }]],
  ])('with %s is neither written over nor emptied', async (_, hours) => {
    const { cells, shown } = await adasGrid(...hours)
    const before = shown()
    expect(await cells.writeCell(at, 90)).toBe('several')
    expect(await cells.clearCell(at)).toBeNull()
    expect(shown()).toEqual(before)
  })

  it('that was emptied comes back as it was', async () => {
    const { cells, shown } = await adasGrid({ minutes: 60, note: 'girders' })
    const cleared = await cells.clearCell(at)
    expect(shown()).toEqual([])
    if (!cleared || 'refused' in cleared) throw new Error('not deleted')
    await cleared.undo()
    expect(shown()).toEqual([{ minutes: 60, note: 'girders' }])
  })
})

describe('hours that are copied', () => {
  const copies = [
    { ...at, minutes: 1440 },
    { ...at, project: tunnel, minutes: 60 },
    { ...at, date: '2026-11-18', minutes: 60 },
  ]

  it('go on behind one that does not fit', async () => {
    const { cells, page } = await adasGrid()
    const { kept, refused } = await cells.keepCopies(copies)
    expect([kept.length, refused]).toEqual([2, 1])
    expect(page.entries.minutesOf(page.entries.entriesOn('2026-11-18'))).toBe(60)
  })

  it('go again together, but not what Ada has changed since', async () => {
    const { cells, page, shown } = await adasGrid()
    const { kept } = await cells.keepCopies(copies)
    await cells.writeCell(at, 90)
    await cells.dropCopies(kept)
    expect(shown()).toEqual([{ minutes: 90, note: '' }])
    expect(page.entries.entriesOn('2026-11-18')).toEqual([])
  })
})
