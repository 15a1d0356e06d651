// Timesheets on paper, as a browser prints them: one page for one person's week.
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { addWeeks, daysOf } from '../../worker/domain/calendar.ts'
import type { Who } from '../tenant/cast.ts'
import { bridge, signedIn } from './person.ts'
import { setStage } from './stage.ts'
import { currentWeek, fillWeek, personOf, submitWeek } from './weeks.ts'

const stage = setStage()
const week = addWeeks(currentWeek(), -4)
const projects = [
  bridge,
  'Tramway line 7, signalling',
  'Warehouse move to the cloud',
  'Security review 2026',
] as const
const notes = ['span 3, bearings', '', 'tests after the move', 'Read through the report with the client']
const formats = ['A4', 'Letter'] as const

/** Hours on so many projects a day from Monday to Friday, every second one from a time to another; submitted. */
async function worked(who: Who, projectsPerDay: number): Promise<void> {
  const hours = daysOf(week)
    .slice(0, 5)
    .flatMap((date) =>
      projects.slice(0, projectsPerDay).map((project, index) => ({
        date,
        minutes: 120,
        project,
        note: notes[index] ?? '',
        ...(index % 2 === 0 && timesFrom(date, 8 + 2 * index)),
      })),
    )
  await fillWeek(who, hours)
  await submitWeek(who, week)
}

/** Two hours from that one on. */
function timesFrom(date: string, hour: number) {
  const at = (of: number) => `${date}T${String(of).padStart(2, '0')}:00+01:00`
  return { start: at(hour), end: at(hour + 2) }
}

/** How many pages a browser makes of what is on the screen, by the size of the paper. */
async function pagesOf(page: Page): Promise<number[]> {
  const counts: number[] = []
  for (const format of formats) {
    const file = await page.pdf({ format })
    counts.push(file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0)
  }
  return counts
}

beforeAll(async () => {
  await worked('ada', 3)
  await worked('lin', 4)
}, 120_000)

it('prints a week of fifteen lines, and one of twenty, on one sheet of A4 or Letter each', async () => {
  const desk = await stage.phone({ viewport: { width: 1280, height: 800 } })
  const page = await signedIn(desk, 'grace')
  for (const who of ['ada', 'lin'] as const) {
    await page.goto(`/reports?print=${await personOf(who)}/${week}`)
    await page.getByRole('article').waitFor()
    expect([who, await pagesOf(page)]).toEqual([who, [1, 1]])
  }
  await page.goto(`/reports?print=all&week=${week}`)
  await page.getByRole('article', { name: 'Lin Okafor' }).waitFor()
  expect(await pagesOf(page)).toEqual([2, 2])
})

it('keeps who has not handed in from the paper of those who have', async () => {
  const another = addWeeks(week, -1)
  await submitWeek('ada', another)
  const desk = await stage.phone({ viewport: { width: 1280, height: 800 } })
  const page = await signedIn(desk, 'grace')
  await page.goto(`/reports?print=all&week=${another}`)
  await page.getByRole('article', { name: 'Ada Brandt' }).waitFor()
  const leftOut = page.getByText('Left out: Lin Okafor (not submitted)')
  expect(await leftOut.isVisible()).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await leftOut.isVisible()).toBe(false)
})
