// The app speaks the language of the device, unless its owner chooses another one.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { bridge, pick } from './person.ts'
import { expectNotes } from './server.ts'
import { setStage } from './stage.ts'

const stage = setStage()

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

it('speaks German on a German device, takes German numbers, and English as soon as that is chosen', async () => {
  const phone = await stage.phone({ locale: 'de-AT' })
  const page = await phone.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await pick(page, 'lin')
  await heading(page, 'Eintragen').waitFor()
  expect(await languageOf(page)).toBe('de')
  const project = page.getByRole('combobox', { name: 'Projekt' })
  await project.click()
  await page.getByRole('option', { name: bridge }).waitFor()
  await project.fill('Harbour')
  await project.press('ArrowDown')
  await project.press('Enter')
  await page.getByLabel('Datum', { exact: true }).fill('2026-06-08')
  await page.getByLabel('Dauer', { exact: true }).fill('1,25')
  await page.getByLabel('Notiz').fill('auf Deutsch')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await page.getByText('Auf diesem Gerät gespeichert').waitFor()
  await expectNotes('lin', '2026-06-08').toEqual(['auf Deutsch'])

  const choose = async (account: string, language: string) => {
    await page.getByRole('link', { name: account, exact: true }).click()
    await page.getByRole('button', { name: language, exact: true }).click()
  }
  await choose('Konto', 'English')
  await heading(page, 'Account').waitFor()
  expect(await languageOf(page)).toBe('en')
  // Chosen is chosen: on the next start as well, which needs no network.
  await phone.setOffline(true)
  await page.goto('/week/2026-W24')
  await heading(page, 'Week 24').waitFor()
  await page.getByText('Total1:15').waitFor()
  await choose('Account', 'As on this device')
  await heading(page, 'Konto').waitFor()
  await page.goto('/week/2026-W24')
  await page.getByText('8.–14. Juni 2026').waitFor()
})
