// A week from its first hour to its approval, and after: Ada on her phones, Grace at her desk, and everybody counts the same.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addWeeks, daysOf, millisecondsOf, weekNumber } from '../../worker/domain/calendar.ts'
import { eventually } from './eventually.ts'
import { bridge, edit, go, log, signedIn, syncNow } from './person.ts'
import { expectNotes } from './server.ts'
import { setStage } from './stage.ts'
import { currentWeek, personOf, weekOfPerson } from './weeks.ts'

const stage = setStage()

const tramway = 'Tramway line 7, signalling'
// Last week: what people submit on Mondays.
const week = addWeeks(currentWeek(), -1)
const number = weekNumber(week)
const [monday = '', tuesday = '', wednesday = '', thursday = '', friday = '', saturday = '', sunday = ''] =
  daysOf(week)
// What a careless writer of CSV files breaks on.
const note = 'Pier 4, "wet" side;\n=checked'

/** The region of Ada's week that says where it stands. */
const standing = (page: Page) => page.getByRole('region', { name: 'Where the week stands' })
const hours = (page: Page, words: string) => page.getByRole('list').getByRole('button', { name: words })

it(
  'goes from the first hour to the approval and through the late lane, and both sides count the same',
  {
    timeout: 180_000,
  },
  async () => {
    const ada = await personOf('ada')
    const phone = await stage.phone()
    const desk = await stage.phone({ viewport: { width: 1280, height: 800 } })
    // An older phone of Ada's, with an hour on it, lies in the cellar while all of this happens.
    const cellar = await stage.phone()
    const inCellar = await signedIn(cellar, 'ada')
    await cellar.setOffline(true)
    await log(inCellar, { date: saturday, duration: '2:00', note: 'pumped out the cellar' })

    const onPhone = await signedIn(phone, 'ada')
    await log(onPhone, { date: monday, duration: '8:00', note })
    await log(onPhone, { date: tuesday, duration: '7,5', note: 'signals', project: tramway })
    await expectNotes('ada', tuesday).toEqual(['signals'])
    await phone.setOffline(true)
    await log(onPhone, { date: wednesday, duration: '8:00', note: 'no signal here' })
    await log(onPhone, { date: thursday, duration: '8:00', note: 'nor here' })

    await onPhone.goto(`/week/${week}`)
    await onPhone.getByRole('button', { name: 'Submit week' }).click()
    const review = onPhone.getByRole('dialog', { name: `Submit week ${number}` })
    await review.getByText('31:30', { exact: true }).waitFor()
    await review.getByText('7:00 below the target').waitFor()
    await review.getByText('1 weekday without hours').waitFor()
    expect(await review.getByRole('listitem').getByRole('listitem').allTextContents()).toEqual([
      written(friday, 'long'),
    ])
    await review.getByText('2 entries are still on this device and will be delivered first.').waitFor()
    await review.getByRole('button', { name: 'Submit' }).click()
    await standing(onPhone).getByText('Submitted on this device, not delivered yet.').waitFor()
    expect((await weekOfPerson('ada', 'me', week)).status).toBe('open')
    await phone.setOffline(false)
    await eventually(async () => (await weekOfPerson('ada', 'me', week)).status).toBe('submitted')

    const onDesk = await signedIn(desk, 'grace')
    await go(onDesk, 'Approvals')
    const waiting = onDesk.getByRole('region', { name: 'Waiting for you' })
    await waiting.getByRole('link', { name: 'Ada Brandt' }).filter({ hasText: '31:30' }).click()
    await onDesk.getByRole('heading', { level: 1, name: 'Ada Brandt' }).waitFor()
    await onDesk.getByRole('row', { name: 'Total 31:30' }).waitFor()
    await onDesk.getByRole('button', { name: 'Return' }).click()
    const reason = 'Thursday was the half day.'
    const returning = onDesk.getByRole('dialog', { name: `Return week ${number} to Ada Brandt` })
    await returning.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await returning.getByRole('button', { name: 'Return' }).click()
    await eventually(async () => (await weekOfPerson('ada', 'me', week)).status).toBe('returned')

    await syncNow(onPhone)
    await onPhone.getByRole('link', { name: '1 new notice' }).click()
    const notice = onPhone.getByRole('listitem').filter({ hasText: `Grace Moreau returned week ${number}` })
    await notice.getByText(reason).waitFor()
    await notice.getByRole('link', { name: `Open week ${number}` }).click()
    await standing(onPhone).getByText(reason).waitFor()
    await edit(onPhone, hours(onPhone, 'nor here'), { duration: '4:00' })
    await standing(onPhone)
      .getByRole('link', { name: `Fill in ${written(friday, 'long')}` })
      .click()
    await log(onPhone, { date: friday, duration: '5:30', note: 'reports' })
    await onPhone.goto(`/week/${week}`)
    await onPhone.getByRole('button', { name: 'Submit week' }).click()
    await review.getByText('No weekday is missing.').waitFor()
    await review.getByRole('button', { name: 'Submit' }).click()
    await eventually(async () => (await weekOfPerson('ada', 'me', week)).status).toBe('submitted')

    await syncNow(onDesk)
    await onDesk.goto(`/approvals/${ada}/${week}`)
    const changed = onDesk.getByRole('heading', { name: 'Changed since the last decision' }).locator('..')
    await changed.getByRole('listitem').first().waitFor()
    expect(await linesOf(changed)).toEqual([
      `Changed ${bridge} ${written(thursday, 'short')} Hours 8:00 → 4:00`,
      `Added ${bridge} ${written(friday, 'short')} 5:30 · reports`,
    ])
    await onDesk.getByRole('row', { name: 'Total 33:00' }).waitFor()
    await onDesk.getByRole('button', { name: 'Approve' }).click()
    await eventually(async () => (await weekOfPerson('ada', 'me', week)).status).toBe('approved')

    await syncNow(onPhone)
    await onPhone.goto(`/week/${week}`)
    await standing(onPhone).getByText('Approved', { exact: true }).waitFor()
    await standing(onPhone).getByText('Its hours are locked.').waitFor()
    expect(await onPhone.getByText(`locked: Week ${number} is approved`).count()).toBe(7)
    expect(await onPhone.getByRole('button', { name: /Submit|Withdraw/ }).count()).toBe(0)

    // Now the hour from the cellar arrives: kept, shown to both, and counted nowhere.
    await cellar.setOffline(false)
    await eventually(async () => (await weekOfPerson('ada', 'me', week)).late.length).toBe(1)
    await inCellar.goto(`/week/${week}`)
    const lateOnPhone = inCellar.getByRole('region', { name: 'Late hours' })
    await lateOnPhone.getByText('waits for your approver').waitFor()
    await expectTotals(onPhone, onDesk, ada, '33:00')

    await go(onDesk, 'Approvals')
    const lateHours = onDesk.getByRole('region', { name: 'Late hours' }).getByRole('listitem')
    const late = lateHours.filter({ hasText: 'pumped out the cellar' })
    for (const time of ['Saved, device time', 'Arrived, server time']) {
      await late.getByText(new RegExp(`^${time}.+, \\d+:\\d\\d$`)).waitFor()
    }
    await late.getByRole('button', { name: `Accept 2:00 on ${bridge} of Ada Brandt` }).click()
    await eventually(async () => (await weekOfPerson('ada', 'me', week)).late[0]?.status).toBe('accepted')

    await syncNow(inCellar)
    await inCellar.goto(`/week/${week}`)
    await lateOnPhone.getByText('Decided: 1').click()
    await lateOnPhone.getByText('accepted by Grace Moreau').waitFor()
    await expectTotals(inCellar, onDesk, ada, '35:00')
  },
)

/** Ada's week, Grace's sheet, the API, and the files of both come to this total (`h:mm`). */
async function expectTotals(onPhone: Page, onDesk: Page, ada: string, total: string): Promise<void> {
  await syncNow(onPhone)
  await onPhone.goto(`/week/${week}`)
  await onPhone.getByText(`Total${total}`).waitFor()
  await syncNow(onDesk)
  await onDesk.goto(`/approvals/${ada}/${week}`)
  await onDesk.getByRole('row', { name: `Total ${total}` }).waitFor()
  const minutes = minutesIn(total)
  for (const reader of ['ada', 'grace'] as const) {
    const told = await weekOfPerson(reader, ada, week)
    expect([reader, told.minutes, sum(told.entries)]).toEqual([reader, minutes, minutes])
  }
  await onPhone.goto(`/reports?from=${monday}&to=${sunday}`)
  await onDesk.goto(`/reports?from=${monday}&to=${sunday}&person=${ada}`)
  for (const [page, separator] of [
    [onPhone, ','],
    [onDesk, ';'],
  ] as const) {
    await page.getByRole('row', { name: `Total ${total} ${total}` }).waitFor()
    const lines = await downloaded(page, separator)
    expect(sum(lines)).toBe(minutes)
    expect(new Set(lines.map(({ status }) => status))).toEqual(new Set(['approved']))
    expect(lines.find(({ date }) => date === monday)?.['note']).toBe(note)
    expect(lines.find(({ date }) => date === tuesday)?.['hours']).toBe(separator === ',' ? '7.50' : '7,50')
  }
}

const manners = { ',': 'Commas and decimal point', ';': 'Semicolons and decimal comma' }

/** The hours of the report on the screen, as the file has them that a person downloads. */
async function downloaded(page: Page, separator: ',' | ';'): Promise<Record<string, string>[]> {
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  await page.getByRole('radio', { name: manners[separator] }).check()
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  const [titles = [], ...rows] = cellsOf(readFileSync(await (await file).path(), 'utf8'), separator)
  expect(titles[0]).toBe('\uFEFFperson')
  return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])))
}

/** Reads CSV as RFC 4180 has it: a quoted cell may hold separators, ends of lines and doubled quotes. */
function cellsOf(text: string, separator: string): string[][] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n"]*))(${separator}|\\r\\n)`, 'gy')
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const sum = (lines: readonly { minutes?: number | string }[]) =>
  lines.reduce((all, { minutes }) => all + Number(minutes), 0)

/** `33:00` are 1980. */
const minutesIn = (total: string) => {
  const [hour, minute] = total.split(':').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}

/** What the lines of a list say, each in one line. */
const linesOf = async (list: Locator) =>
  (await list.getByRole('listitem').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())

const written = (date: string, length: 'long' | 'short') =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: length,
    day: 'numeric',
    month: length,
    timeZone: 'UTC',
  }).format(millisecondsOf(`${date}T12:00:00.000Z`))
