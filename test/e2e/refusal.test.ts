// What the server refuses stays on the device with its reason, stops nobody else, and is delivered once corrected.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { bridge, edit, go, log, signedIn } from './person.ts'
import { idOf, makeProject } from './projects.ts'
import { ask, entriesOn, expectNotes } from './server.ts'
import { setStage } from './stage.ts'

const stage = setStage()

const card = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').filter({ hasText: words })

it('parks an hour on an archived project with its later edits, delivers those behind it, and it when corrected', async () => {
  const date = '2026-03-16'
  const mill = await makeProject('Old mill')
  const phone = await stage.phone()
  const page = await signedIn(phone, 'ada')
  await phone.setOffline(true)
  await mill.archive()
  await log(page, { date, note: 'at the mill', project: mill.name })
  await page.goto('/week/2026-W12')
  await edit(page, page.getByRole('button', { name: 'at the mill' }), {
    project: mill.name,
    duration: '2:30',
  })
  await go(page, 'Log')
  await log(page, { date, note: 'behind it' })

  await phone.setOffline(false)

  await expectNotes('ada', date).toEqual(['behind it'])
  await go(page, 'Outbox')
  const refused = card(page, 'at the mill')
  await refused.getByText('The project “Old mill” is archived and takes no more hours.').waitFor()
  await refused.getByText('1 later change of this entry included.').waitFor()
  await refused.getByText('2:30').waitFor()
  expect(await page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem').count()).toBe(1)

  await edit(page, refused.getByRole('button', { name: 'Edit' }), { project: bridge, duration: '2:30' })

  await expectNotes('ada', date).toEqual(['at the mill', 'behind it'])
  await page.getByText('Everything is delivered').waitFor()
  const mended = (await entriesOn('ada', date)).find(({ note }) => note === 'at the mill')
  expect(mended?.minutes).toBe(150)
})

it('parks an hour for which the day has no room any more, and delivers it when it is made shorter', async () => {
  const date = '2026-03-17'
  const phone = await stage.phone()
  const page = await signedIn(phone, 'ada')
  await phone.setOffline(true)
  const meanwhile = { project: await idOf(bridge), date, minutes: 20 * 60, note: 'from elsewhere' }
  await ask('ada', '/timesheets', { method: 'POST', json: meanwhile })
  await log(page, { date, note: 'too much', duration: '5:00' })
  await log(page, { date, note: 'fits', duration: '1:00' })

  await phone.setOffline(false)

  await expectNotes('ada', date).toEqual(['fits', 'from elsewhere'])
  await go(page, 'Outbox')
  const refused = card(page, 'too much')
  await refused.getByText('A day has 24 hours, and Tuesday 17 March already holds 20:00').waitFor()

  await edit(page, refused.getByRole('button', { name: 'Edit' }), { duration: '3:00' })

  await expectNotes('ada', date).toEqual(['fits', 'from elsewhere', 'too much'])
  await page.getByText('Everything is delivered').waitFor()
})
