// Every screen for everybody: axe finds nothing, light and dark, on a phone and on a desktop.
import { expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { bridge, fill, go, log, signedIn } from './person.ts'
import { makeProject } from './projects.ts'
import { setStage } from './stage.ts'

const stage = setStage()

it('sees what is wrong: a picture without words', async () => {
  const page = await (await stage.phone()).newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')))
  expect(String(await faultsOf(page))).toContain('image-alt')
})

it('finds nothing for somebody who is not signed in', async () => {
  const page = await (await stage.phone()).newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})

it('finds nothing on the screens of somebody who logs hours', { timeout: 120_000 }, async () => {
  const phone = await stage.phone()
  const cellar = await makeProject('Cellar')
  const page = await signedIn(phone, 'lin')
  const faults: Record<string, string[]> = {}
  const look = async (screen: string) => {
    faults[screen] = await faultsOf(page)
  }

  await look('log, empty')
  await go(page, 'Outbox')
  await page.getByText('Everything is delivered').waitFor()
  await look('outbox, empty')
  await go(page, 'Account')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await look('account')

  await go(page, 'Log')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Say how long').waitFor()
  await look('log, with problems')
  await log(page, { note: 'delivered' })
  await page
    .getByRole('button', { name: /delivered/ })
    .first()
    .waitFor()
  await phone.setOffline(true)
  await cellar.archive()
  await log(page, { note: 'to be refused', project: cellar.name })
  await fill(page, { project: bridge, duration: '0:30', note: 'typed' })
  await look('log, offline')
  await go(page, 'Outbox')
  await page.getByRole('heading', { name: 'Waiting for delivery' }).waitFor()
  await look('outbox, waiting')
  await phone.setOffline(false)
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor()
  await look('outbox, refused')
  await go(page, 'Week')
  await page.getByRole('button', { name: /to be refused/ }).waitFor()
  await look('week')
  await page.getByRole('button', { name: /to be refused/ }).click()
  await page.getByRole('dialog', { name: 'Edit entry' }).waitFor()
  await look('edit')

  expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((screen) => [screen, []])))
})
