// Two devices of one person come to the same state, whatever happened on either without network.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { edit, go, log, signedIn, syncNow } from './person.ts'
import { entriesOn, expectNotes } from './server.ts'
import { setStage } from './stage.ts'

const push = 'POST /api/changes'
const stage = setStage()

/** Ada's phone and her laptop. */
async function twoDevices() {
  const phone = await stage.phone()
  // Narrow enough for the list by day; the grid has tests of its own.
  const laptop = await stage.phone({ viewport: { width: 1024, height: 768 } })
  return { phone, laptop, onPhone: await signedIn(phone, 'ada'), onLaptop: await signedIn(laptop, 'ada') }
}

/** The entries of a week as the screen shows them, by their notes. */
const entry = (page: Page, note: string) => page.getByRole('list').getByRole('button', { name: note })

describe('two devices of one person', () => {
  it('show the same after each has logged and edited', async () => {
    const date = '2026-03-23'
    const { onPhone, onLaptop } = await twoDevices()
    await log(onPhone, { date, note: 'by phone' })
    await log(onLaptop, { date, note: 'by laptop', duration: '2:00' })
    await expectNotes('ada', date).toEqual(['by laptop', 'by phone'])

    await syncNow(onLaptop)
    await onLaptop.goto('/week/2026-W13')
    await edit(onLaptop, entry(onLaptop, 'by phone'), { duration: '4:30' })
    await entry(onLaptop, 'by phone').filter({ hasText: 'delivered' }).waitFor()
    await syncNow(onPhone)
    await onPhone.goto('/week/2026-W13')

    for (const page of [onPhone, onLaptop]) {
      await entry(page, 'by phone').filter({ hasText: '4:30' }).waitFor()
      await entry(page, 'by laptop').filter({ hasText: '2:00' }).waitFor()
      await page.getByText('Total6:30').waitFor()
    }
  })

  it('do not overwrite each other: the later edit is refused and shown beside what the server has', async () => {
    const date = '2026-03-30'
    const { phone, onPhone, onLaptop } = await twoDevices()
    await log(onPhone, { date, note: 'both edit' })
    await expectNotes('ada', date).toEqual(['both edit'])
    await syncNow(onLaptop)
    await phone.setOffline(true)
    await onPhone.goto('/week/2026-W14')
    await edit(onPhone, entry(onPhone, 'both edit'), { duration: '2:00' })
    await onLaptop.goto('/week/2026-W14')
    await edit(onLaptop, entry(onLaptop, 'both edit'), { duration: '3:00' })
    await entry(onLaptop, 'both edit').filter({ hasText: 'delivered' }).waitFor()

    await phone.setOffline(false)

    await go(onPhone, 'Outbox')
    await onPhone.getByRole('row', { name: 'Field Yours On the server' }).waitFor()
    await onPhone.getByRole('row', { name: 'Duration 2:00 3:00' }).waitFor()
    expect(await minutesOn(date)).toEqual([180])

    await onPhone.getByRole('button', { name: 'Retry' }).click()
    await eventually(() => minutesOn(date)).toEqual([120])
    await onPhone.getByText('Everything is delivered').waitFor()
  })
})

const minutesOn = async (date: string) => (await entriesOn('ada', date)).map(({ minutes }) => minutes)

it('delivers creating, two edits and the deletion of one entry in one push', async () => {
  const date = '2026-04-06'
  const phone = await stage.phone()
  const page = await signedIn(phone, 'ada')
  await phone.setOffline(true)
  await log(page, { date, note: 'in vain' })
  await log(page, { date, note: 'stays' })
  await page.goto('/week/2026-W15')
  await edit(page, entry(page, 'in vain'), { duration: '2:00' })
  await edit(page, entry(page, 'in vain'), { duration: '3:00' })
  await entry(page, 'in vain').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await entry(page, 'in vain').waitFor({ state: 'detached' })
  const since = stage.line.passed.length

  await phone.setOffline(false)

  await expectNotes('ada', date).toEqual(['stays'])
  await go(page, 'Outbox')
  await page.getByText('Everything is delivered').waitFor()
  const pushes = stage.line.passed.slice(since).filter(({ what }) => what === push)
  expect(pushes.map(({ body }) => JSON.parse(body).changes.length)).toEqual([5])
})

it('undoes a deletion that was delivered, on the other device as well', async () => {
  const date = '2026-04-13'
  const { onPhone, onLaptop } = await twoDevices()
  await log(onPhone, { date, note: 'deleted by mistake' })
  await expectNotes('ada', date).toEqual(['deleted by mistake'])
  await onPhone.goto('/week/2026-W16')
  await entry(onPhone, 'deleted by mistake').click()
  await onPhone.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expectNotes('ada', date).toEqual([])
  await syncNow(onLaptop)
  await onLaptop.goto('/week/2026-W16')
  await onLaptop.getByText('Deleted in this week: 1').waitFor()
  expect(await entry(onLaptop, 'deleted by mistake').count()).toBe(0)

  await onPhone.getByRole('button', { name: 'Undo' }).click()

  await expectNotes('ada', date).toEqual(['deleted by mistake'])
  await entry(onPhone, 'deleted by mistake').filter({ hasText: 'delivered' }).waitFor()
  await syncNow(onLaptop)
  await onLaptop.goto('/week/2026-W16')
  await entry(onLaptop, 'deleted by mistake').waitFor()
})
