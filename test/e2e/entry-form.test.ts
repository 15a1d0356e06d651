// The form of an entry as it is sent: what is wrong is led to, and what is right is kept once.
import { expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { bridge, fill, log, signedIn } from './person.ts'
import { entriesOn, expectNotes } from './server.ts'
import { setStage } from './stage.ts'

const stage = setStage()

it('leads Ada to what is wrong, and takes it back as soon as she types there', async () => {
  const page = await signedIn(await stage.phone(), 'ada')
  await fill(page, { project: bridge, duration: 'soon', note: 'kept while it is wrong' })
  const duration = page.getByLabel('Duration', { exact: true })

  await page.getByRole('button', { name: 'Save' }).click()

  await eventually(() => duration.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await duration.getAttribute('aria-invalid')).toBe('true')
  await duration.fill('1:')
  await eventually(() => duration.getAttribute('aria-invalid')).toBe(null)
  expect(await page.getByLabel('Note').inputValue()).toBe('kept while it is wrong')
})

it('keeps Ada’s hour once, also when it is sent a second time before it is saved', async () => {
  const date = '2026-04-14'
  const page = await signedIn(await stage.phone(), 'ada')
  await fill(page, { project: bridge, date, duration: '1:00', note: 'sent twice' })

  await page.getByLabel('Note').evaluate((field: HTMLTextAreaElement) => {
    field.form?.requestSubmit()
    field.form?.requestSubmit()
  })

  await page.getByRole('status').filter({ hasText: 'Saved on this device' }).waitFor()
  await log(page, { date, note: 'sent after it' })
  await expectNotes('ada', date).toContain('sent after it')
  expect((await entriesOn('ada', date)).filter(({ note }) => note === 'sent twice')).toHaveLength(1)
})
