// Saved means saved: the browser is killed as soon as the app has said so, and the hour is there on the next start.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { killBrowserOf } from './kill.ts'
import { bridge, fill, signedIn } from './person.ts'
import { expectNotes, notesOn } from './server.ts'
import { device, launching, setStage } from './stage.ts'

const stage = setStage()
const profile = mkdtempSync(join(tmpdir(), 'timesheets-profile-'))
afterAll(() => rmSync(profile, { recursive: true, force: true }))

/** The same device, switched on. */
const switchOn = () => chromium.launchPersistentContext(profile, { ...launching, ...device })

it('keeps an hour when the browser is killed right after “Saved on this device”, and shows it offline', async () => {
  const date = '2026-04-20'
  const before = await switchOn()
  const page = await signedIn(before, 'grace')
  stage.line.cut()
  await fill(page, { project: bridge, date, duration: '1:45', note: 'just before the crash' })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved on this device').waitFor()
  await killBrowserOf(profile, before)

  const after = await switchOn()
  const reopened = await after.newPage()
  await reopened.goto('/week/2026-W17')
  const entry = reopened.getByRole('button', { name: 'just before the crash' })
  await entry.filter({ hasText: '1:45' }).filter({ hasText: 'on this device' }).waitFor()
  expect(await notesOn('grace', date)).toEqual([])

  stage.line.mend()
  await reopened.reload()
  await expectNotes('grace', date).toEqual(['just before the crash'])
  await entry.filter({ hasText: 'delivered' }).waitFor()
  await after.close()
})
