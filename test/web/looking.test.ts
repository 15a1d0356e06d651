// What Grace has looked at, and what she is told to be different in a week since.
import { expect, it, vi } from 'vitest'
import { weekKey } from '#domain/change.ts'
import { sync } from '../../web/data/sync.ts'
import { adasPage, hour, save, signIn } from './arrange.ts'
import { openPage } from './page.ts'
import { Phone } from './platform.ts'
import { people } from './set-up.ts'
import { week } from './weeks.ts'
import { World } from './world.ts'

const adas = weekKey(people.Ada, week)

/** Ada has submitted a week with one hour, and Grace looks at it; `later`: hours of Ada's older phones come in meanwhile. */
async function gracesDesk() {
  const world = new World()
  const ada = await adasPage(world, new Phone(world))
  const cellars = [await adasPage(world, new Phone(world)), await adasPage(world, new Phone(world))]
  await save(ada, hour())
  await save(ada, { kind: 'week.submit', week, saw: null })
  await sync(ada)
  const page = await openPage(world)
  await signIn(world, page.device, 'Grace')
  const decisions = await import('../../web/state/decisions.ts')
  const sheetNow = () => {
    const sheet = page.copy.sheets.value.get(adas)
    if (!sheet) throw new Error('Ada’s week is not here')
    return sheet
  }
  const look = async () => {
    await sync(page.device)
    await page.copy.refresh()
    decisions.look(adas, sheetNow())
  }
  const later = async (minutes: number) => {
    const cellar = cellars.pop()
    if (!cellar) throw new Error('no phone is left')
    await save(cellar, hour({ minutes }))
    await sync(cellar)
  }
  const reload = async () => {
    vi.resetModules()
    const copy = await import('../../web/state/copy.ts')
    const { seen } = await import('../../web/state/decisions.ts')
    await copy.refresh()
    return [...seen.value.keys()]
  }
  const before = () => decisions.looked.value.get(adas)?.entries.map(({ minutes }) => minutes)
  await look()
  return { page, decisions, sheetNow, look, later, reload, before }
}

it('a week is compared with what Grace looked at first, however often she looks again', async () => {
  const { sheetNow, look, later, before } = await gracesDesk()
  await later(15)
  await look()
  await later(30)
  await look()
  expect(sheetNow().entries).toHaveLength(3)
  expect(before()).toEqual([60])
})

it('a week is compared with what Grace decided on, once she has', async () => {
  const { decisions, sheetNow, look, later, before } = await gracesDesk()
  await later(15)
  await look()
  expect(await decisions.decide(decisions.approvalOf(sheetNow()))).toBeNull()
  expect(before()).toHaveLength(2)
})

it('a week counts as looked at after a reload, for as long as it stays as it was', async () => {
  const { page, later, reload } = await gracesDesk()
  expect(await reload()).toEqual([adas])
  await later(15)
  await sync(page.device)
  expect(await reload()).toEqual([])
})

it('a week was looked at by Grace alone, and nothing is remembered once she has left', async () => {
  const { sheetNow, reload } = await gracesDesk()
  const { recallLooks } = await import('../../web/state/looks.ts')
  const sheets = new Map([[adas, sheetNow()]])
  expect(recallLooks(people.Grace, sheets).size).toBe(1)
  expect(recallLooks(people.Lin, sheets).size).toBe(0)
  const { leave } = await import('../../web/state/sign-in.ts')
  await leave()
  expect(await reload()).toEqual([])
  expect(recallLooks(people.Grace, sheets).size).toBe(0)
})
