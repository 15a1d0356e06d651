// On which day an hour lands: the one that was chosen, and today where nothing was. What is said of the hour before goes
// as soon as the next one is begun.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addDays, today } from '../../worker/domain/calendar.ts'
import { eventually } from './eventually.ts'
import { bridge, fill, log, signedIn } from './person.ts'
import { expectNotes } from './server.ts'
import { setStage } from './stage.ts'

const stage = setStage()

const dayOf = (page: Page) => page.getByLabel('Date', { exact: true }).inputValue()
const todayInBerlin = () => today(Date.now(), 'Europe/Berlin')
const day = 24 * 3_600_000

it('logs yesterday for Lin, then today, and what she logs after that is today’s too', async () => {
  const page = await signedIn(await stage.phone(), 'lin')
  const now = todayInBerlin()
  const yesterday = addDays(now, -1)
  await log(page, { date: yesterday, note: 'day: yesterday' })
  expect(await dayOf(page)).toBe(yesterday)
  await log(page, { date: now, note: 'day: today' })
  await log(page, { note: 'day: again' })
  await expectNotes('lin', now).toEqual(expect.arrayContaining(['day: today', 'day: again']))
  await expectNotes('lin', yesterday).not.toContain('day: again')
})

it('offers Lin the new day when she left the app open on an earlier one, also when it is loaded anew', async () => {
  const phone = await stage.phone()
  const page = await signedIn(phone, 'lin')
  const begun = Date.now()
  const yesterday = addDays(todayInBerlin(), -1)
  await phone.clock.install({ time: begun })
  await page.reload()
  await log(page, { date: yesterday, note: 'day: before the night' })
  await page.reload()
  await eventually(() => dayOf(page)).toBe(yesterday)

  await phone.clock.setSystemTime(begun + day)
  await phone.clock.runFor(61_000)
  const tomorrow = addDays(yesterday, 2)
  await eventually(() => dayOf(page)).toBe(tomorrow)
  await page.reload()
  expect(await dayOf(page)).toBe(tomorrow)
})

it('says “Saved on this device” of what was saved, and no more once the next hour is typed', async () => {
  const page = await signedIn(await stage.phone(), 'lin')
  await log(page, { date: '2026-02-23', note: 'day: said' })
  const saved = page.getByRole('status').filter({ hasText: 'Saved on this device' })
  await fill(page, { project: bridge, duration: '25:00' })
  await eventually(() => saved.count()).toBe(0)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('A day has 24 hours.').waitFor()
  expect(await saved.count()).toBe(0)
})
