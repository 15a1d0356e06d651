// What Lin is told in the app: as many notices as the bell says, and each one tap away from what it is about.
import { expect, it } from 'vitest'
import { addWeeks, daysOf, weekNumber } from '../../worker/domain/calendar.ts'
import { eventually } from './eventually.ts'
import { signedIn } from './person.ts'
import { setStage } from './stage.ts'
import { currentWeek, decide, deliverLate, fillWeek, say, submitWeek } from './weeks.ts'

const stage = setStage()

it('counts for Lin what the bell counts, and leads to the words and to the day', async () => {
  const [approved, returned] = [addWeeks(currentWeek(), -3), addWeeks(currentWeek(), -2)]
  const [monday = '', tuesday = ''] = daysOf(approved)
  await fillWeek('lin', [{ date: monday, minutes: 480, note: 'approved' }])
  await submitWeek('lin', approved)
  await decide('grace', 'lin', approved, 'approval')
  await say('grace', 'lin', approved, 'Well done.')
  await deliverLate('lin', { date: tuesday, minutes: 60, note: 'late' })
  await submitWeek('lin', returned)
  await decide('grace', 'lin', returned, 'return', 'Nothing on Monday?')

  const page = await signedIn(await stage.phone(), 'lin')
  await page.getByRole('link', { name: /new notices/ }).click()
  const bell = (await page.getByRole('link', { name: /new notices/ }).innerText()).match(/\d+/)?.[0]
  await page.getByRole('heading', { name: `${bell} new notices`, exact: true }).waitFor()
  const calm = page.getByRole('region', { name: 'Good to know' })
  await calm.getByText(`Week ${weekNumber(approved)} was approved`).waitFor()

  const comment = page.getByRole('listitem').filter({ hasText: 'Well done.' })
  await comment.getByRole('link').click()
  const words = page.getByRole('heading', { name: 'Comments' })
  await eventually(() => words.evaluate((heading) => heading === document.activeElement)).toBe(true)
  await eventually(() => new URL(page.url()).search).toBe('')

  await page.goto(`/week/${returned}`)
  const [gap = ''] = daysOf(returned)
  await page.getByRole('region', { name: 'Where the week stands' }).getByRole('link').click()
  expect(await page.getByLabel('Date', { exact: true }).inputValue()).toBe(gap)
})
