// The timer lives on the device: it outlasts the app, needs no network, and leaves an entry with a start and an end.
import { expect, it } from 'vitest'
import { minutesBetween } from '../../worker/domain/moment.ts'
import type { Entry } from '../../worker/domain/entry.ts'
import { eventually } from './eventually.ts'
import { bridge, closeAllPages, signedIn } from './person.ts'
import { ask } from './server.ts'
import { setStage } from './stage.ts'

const stage = setStage()
const hour = 3_600_000

it('runs on while the app is closed, without network, and Stop makes an entry with start and end', async () => {
  const phone = await stage.phone()
  const page = await signedIn(phone, 'lin')
  await phone.setOffline(true)
  // Two hours ago.
  await phone.clock.install({ time: Date.now() - 2 * hour })
  await page.reload()
  await page.getByRole('button', { name: 'Start …' }).click()
  const starting = page.getByRole('dialog', { name: 'Start the timer' })
  await starting.getByRole('combobox', { name: 'Project' }).fill(bridge)
  await starting.getByRole('combobox', { name: 'Project' }).press('Tab')
  await starting.getByLabel('Note').fill('by the clock')
  await starting.getByRole('button', { name: 'Start' }).click()
  await page.getByText('Other devices learn of it when it stops.').waitFor()
  await closeAllPages(phone)

  await phone.clock.setSystemTime(Date.now())
  const reopened = await phone.newPage()
  await reopened.goto('/week')
  const running = reopened.getByRole('region', { name: 'Timer' })
  await running.getByText(/^2:0[01]/).waitFor()
  expect(await timed()).toEqual([])
  await running.getByRole('button', { name: 'Stop' }).click()

  await reopened.getByText(/Saved on this device: 2:0[01] on/).waitFor()
  await running.waitFor({ state: 'detached' })
  expect(await timed()).toEqual([])
  await phone.setOffline(false)

  await eventually(async () => (await timed()).length).toBe(1)
  const [entry] = await timed()
  const { start, end, zone, minutes } = entry!
  expect(zone).toBe('Europe/Berlin')
  expect(minutes).toBe(minutesBetween(start!, end!))
  expect([120, 121]).toContain(minutes)
})

/** What the server has of it. */
async function timed(): Promise<Entry[]> {
  const { timesheets } = await ask<{ timesheets: Entry[] }>('lin', '/timesheets?limit=200')
  return timesheets.filter(({ note }) => note === 'by the clock')
}
