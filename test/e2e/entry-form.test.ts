// The form of an entry as it is sent: what is wrong is led to, and what is right is kept once.
import { expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { bridge, fill, log, pick, signedIn } from './person.ts'
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

it('lets what Ada types take the place of a project that comes into the field while she is in it', async () => {
  await log(await signedIn(await stage.phone(), 'ada'), { date: '2026-04-15', note: 'her last project' })
  const page = await (await stage.phone()).newPage()
  await page.goto('/')
  const news = stage.line.hold('GET /api/changes')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await pick(page, 'ada')
  await news.arrived
  const project = page.getByRole('combobox', { name: 'Project' })
  await project.click()
  expect(await project.inputValue()).toBe('')

  await news.release()
  await eventually(() => project.inputValue()).not.toBe('')
  await page.keyboard.type('Ware')

  expect(await project.inputValue()).toBe('Ware')
})
