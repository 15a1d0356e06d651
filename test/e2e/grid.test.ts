// The week as a grid, by keyboard alone, and what a screen reader hears of it.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysOf } from '../../worker/domain/calendar.ts'
import { faultsHere } from './axe.ts'
import { eventually } from './eventually.ts'
import { bridge, signedIn } from './person.ts'
import { entriesOn, expectNotes } from './server.ts'
import { setStage } from './stage.ts'
import { decide, fillWeek, submitWeek } from './weeks.ts'

const stage = setStage()

const tramway = 'Tramway line 7, signalling'
const week = '2026-W20'
const [monday = '', tuesday = '', wednesday = ''] = daysOf(week)
const approved = '2026-W19'

beforeAll(async () => {
  await fillWeek('lin', [
    { date: monday, minutes: 60, note: 'before the rain' },
    { date: monday, minutes: 90, note: 'after the rain' },
    { date: tuesday, minutes: 120, project: tramway },
    { date: '2026-05-04', minutes: 480 },
  ])
  await submitWeek('lin', approved)
  await decide('grace', 'lin', approved, 'approval')
})

/** Lin's desktop, with a week open and the focus on its first cell; from there on without a mouse. */
async function atGrid(of: string): Promise<Page> {
  const desk = await stage.phone({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const page = await signedIn(desk, 'lin')
  await page.goto(`/week/${of}`)
  await page.getByRole('grid').getByRole('rowheader', { name: bridge }).waitFor()
  const cells = page.getByRole('gridcell')
  for (let presses = 0; !(await focusIsIn(page, 'gridcell')); presses += 1) {
    if (presses > 40) throw new Error('Tab does not lead into the grid')
    await page.keyboard.press('Tab')
  }
  // One stop for Tab: the arrows lead on from there.
  expect(await cells.and(page.locator('[tabindex="0"]')).count()).toBe(1)
  await page.keyboard.press('Control+Home')
  return page
}

const focusIsIn = async (page: Page, role: 'gridcell' | 'dialog') =>
  (await page.getByRole(role).and(page.locator(':focus')).count()) > 0

/** What is heard of the cell with the focus: its row, its column and what it holds. */
const heard = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('td')
    const row = cell?.closest('tr')
    const head = row?.closest('table')?.tHead?.rows[0]?.cells[cell?.cellIndex ?? -1]
    const said = (element: Element | null | undefined) => {
      const copy = element?.cloneNode(true) as Element | undefined
      for (const silent of copy?.querySelectorAll('[aria-hidden=true]') ?? []) silent.remove()
      return copy?.textContent?.trim()
    }
    return [said(row?.querySelector('th')), said(head), said(cell)].join(' | ')
  })

const expectHeard = (page: Page) => eventually(() => heard(page))
const minutesOn = async (date: string) =>
  (await entriesOn('lin', date)).map(({ minutes }) => minutes).toSorted()

describe('the grid', () => {
  it('says what it is: a grid with headers for projects and days, and its totals', async () => {
    const page = await atGrid(week)
    const grid = page.getByRole('grid', { name: 'Hours of week 20' })
    const headers = await grid.getByRole('columnheader').allInnerTexts()
    expect(headers).toHaveLength(9)
    for (const name of ['Project', 'Monday 11 May', 'Sunday 17 May', 'Total']) {
      await grid.getByRole('columnheader', { name, exact: true }).waitFor()
    }
    for (const name of [bridge, tramway, 'Total']) {
      await grid.getByRole('rowheader', { name, exact: true }).waitFor()
    }
    await grid.getByRole('row', { name: 'Total 2:30 2:00 4:30' }).waitFor()
    await page.getByText('Type hours into a cell.').waitFor()
    expect(await faultsHere(page)).toEqual([])
  })

  it('is walked, typed into and left without a mouse', async () => {
    const page = await atGrid(week)
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await expectHeard(page).toBe(`${bridge} | Monday 11 May | 2:302 entries, with a note`)
    await press('ArrowRight', 'ArrowDown')
    await expectHeard(page).toBe(`${tramway} | Tuesday 12 May | 2:00`)
    await press('ArrowRight', 'ArrowUp')
    await expectHeard(page).toBe(`${bridge} | Wednesday 13 May | no hours`)

    // Typing begins at once, Enter keeps and goes down.
    await page.keyboard.type('7,5')
    const field = page.getByRole('textbox', { name: `${bridge}, Wednesday 13 May` })
    await field.waitFor()
    await page.getByRole('status').filter({ hasText: '7,5 → 7:30' }).waitFor()
    expect(await faultsHere(page)).toEqual([])
    await press('Enter')
    await expectHeard(page).toBe(`${tramway} | Wednesday 13 May | no hours`)
    // Tab keeps and goes to the right.
    await page.keyboard.type('7:30')
    await press('Tab')
    await expectHeard(page).toBe(`${tramway} | Thursday 14 May | no hours`)
    await eventually(() => minutesOn(wednesday)).toEqual([450, 450])
    await page.getByRole('row', { name: 'Total 2:30 2:00 15:00 19:30' }).waitFor()

    // Escape drops what was typed; what was there stays.
    await press('Shift+Tab')
    await page.keyboard.type('9')
    await press('Escape')
    await expectHeard(page).toBe(`${tramway} | Wednesday 13 May | 7:30`)
    // What means nothing is not kept, and said at once.
    await page.keyboard.type('7.75h30')
    await press('Enter')
    await page.getByText('Write it like 7:30, 7.5 or 90m.').first().waitFor()
    await press('Escape')
    // Enter goes on with what is there, Delete empties the cell.
    await press('Enter')
    expect(await page.getByRole('textbox', { name: tramway }).inputValue()).toBe('7:30')
    await press('Escape', 'Delete')
    await eventually(() => minutesOn(wednesday)).toEqual([450])

    await press('Escape', 'Tab')
    expect(await focusIsIn(page, 'gridcell')).toBe(false)
  })

  it('opens a cell with several entries instead of merging them, and gives the focus back', async () => {
    const page = await atGrid(week)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: `${bridge}, Monday 11 May` })
    await dialog.getByRole('button', { name: 'before the rain' }).waitFor()
    await dialog.getByRole('button', { name: 'after the rain' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expectHeard(page).toBe(`${bridge} | Monday 11 May | 2:302 entries, with a note`)
    // Typing into it opens it as well.
    await page.keyboard.type('5')
    await dialog.waitFor()
    await expectNotes('lin', monday).toEqual(['after the rain', 'before the rain'])
  })

  it('says why the cells of an approved week are locked, and takes nothing there', async () => {
    const page = await atGrid(approved)
    await expectHeard(page).toBe(`${bridge} | Monday 4 May | 8:00locked`)
    const cell = page.getByRole('gridcell').and(page.locator(':focus'))
    expect(await cell.getAttribute('aria-readonly')).toBe('true')
    const why = 'Week 19 is approved and takes no more changes.'
    for (const key of ['5', 'Delete']) {
      await page.keyboard.press(key)
      expect(await page.getByRole('textbox', { name: bridge }).count()).toBe(0)
    }
    await page.getByText(why).waitFor()
    await cell.click()
    const hours = page.getByRole('dialog', { name: `${bridge}, Monday 4 May` })
    await hours.getByText(why).waitFor()
    await hours.getByRole('listitem').getByText('8:00').waitFor()
    expect(await hours.getByRole('textbox').count()).toBe(0)
    expect(await minutesOn('2026-05-04')).toEqual([480])
    expect(await faultsHere(page)).toEqual([])
  })
})
