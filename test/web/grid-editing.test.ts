// Ada empties a cell of the grid on a device that cannot store any more: she hears of it, and her hours stay.
import { expect, it, vi } from 'vitest'
import { sync } from '../../web/data/sync.ts'
import { hour, signIn } from './arrange.ts'
import { openPage } from './page.ts'
import { bridge } from './set-up.ts'
import { World } from './world.ts'

const at = { project: bridge, date: '2026-11-17' }
const unchanged = 'Nothing has changed: this device could not store it.'

/** Ada's grid with an hour on Tuesday, and a way to fill up her device and to make room again. */
async function adasGrid() {
  const world = new World()
  const page = await openPage(world)
  await signIn(world, page.device, 'Ada')
  await sync(page.device)
  await page.copy.refresh()
  await page.save.save(hour(at))
  const { gridEditing } = await import('../../web/parts/grid-editing.ts')
  const { rowsOf } = await import('../../web/state/grid.ts')
  const cell = () => {
    const shown = { dates: [at.date], entriesOn: page.entries.entriesOn, projects: [bridge] }
    const [row] = rowsOf({ ...shown, weekLock: null, bookingLock: () => null })
    const [only] = row?.cells ?? []
    if (!only) throw new Error('no cell')
    return only
  }
  const said = () => page.notice.notice.value?.text
  const fill = () =>
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
  return { page, editing: gridEditing(), cell, said, fill }
}

it('says so when a cell cannot be emptied, and shows its hours', async () => {
  const { editing, cell, said, fill } = await adasGrid()
  const full = fill()
  await editing.clear(cell())
  full.mockRestore()
  expect(said()).toBe(unchanged)
  expect(cell()).toMatchObject({ kind: 'plain', minutes: 60 })
})

it('says so when emptied hours cannot be put back', async () => {
  const { page, editing, cell, said, fill } = await adasGrid()
  await editing.clear(cell())
  const full = fill()
  await page.notice.notice.value?.action?.run()
  full.mockRestore()
  expect(said()).toBe(unchanged)
  expect(cell()).toMatchObject({ kind: 'empty' })
})
