// Hours that were saved without network arrive with the app closed: by the service worker alone, once.
import type { BrowserContext } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../tenant/provider.ts'
import { eventually } from './eventually.ts'
import { killServiceWorkers } from './kill.ts'
import { closeAllPages, log, signedInBriefly } from './person.ts'
import { expectNotes, renewals } from './server.ts'
import { setStage } from './stage.ts'

const push = 'POST /api/changes'
const stage = setStage()

/** Ada has saved three hours on her phone without network and closed the app; her access token has run out. */
async function threeHoursOffline(date: string, rotation?: Policy['rotation']) {
  const phone = await stage.phone()
  const { page, expired } = await signedInBriefly(phone, 'ada', rotation)
  await phone.setOffline(true)
  for (const note of ['one', 'two', 'three']) await log(page, { date, note })
  await closeAllPages(phone)
  await expired()
  return { phone, before: await renewals(), since: stage.line.passed.length }
}

/** No page has been open, and the app, opened without network, has nothing to deliver any more. */
async function expectNothingLeft(phone: BrowserContext) {
  expect(phone.pages()).toEqual([])
  await phone.setOffline(true)
  const page = await phone.newPage()
  await page.goto('/outbox')
  await page.getByText('Everything is delivered').waitFor()
}

const three = ['one', 'three', 'two']

describe('with no page open', () => {
  it('delivers three hours once, with one renewed token, when the network is back', async () => {
    const { phone, before, since } = await threeHoursOffline('2026-03-02')

    await phone.setOffline(false)

    await expectNotes('ada', '2026-03-02').toEqual(three)
    expect(stage.line.answersTo(push, since)).toEqual([200])
    expect(await renewals()).toEqual({ ...before, renewed: before.renewed + 1 })
    await expectNothingLeft(phone)
  })

  it('does the same with tokens that are bound to a key of the device', async () => {
    const { phone, before, since } = await threeHoursOffline('2026-03-05', 'dpop')

    await phone.setOffline(false)

    await expectNotes('ada', '2026-03-05').toEqual(three)
    expect(stage.line.answersTo(push, since)).toEqual([200])
    expect(await renewals()).toEqual({ ...before, renewed: before.renewed + 1 })
  })

  it('delivers them once when the service worker is killed in the middle of the push', async () => {
    const { phone, since } = await threeHoursOffline('2026-03-03')
    const held = stage.line.hold(push)
    await phone.setOffline(false)
    await held.arrived

    await killServiceWorkers(stage.browser)
    await eventually(() => stage.line.answersTo(push, since)).toEqual([null, 200])
    // What the killed worker had sent arrives after all, long after it was sent again.
    expect(await held.release()).toBe(200)

    await expectNotes('ada', '2026-03-03').toEqual(three)
    await expectNothingLeft(phone)
  })

  it('delivers them once when the answer is lost after the server has committed', async () => {
    const { phone, since } = await threeHoursOffline('2026-03-04')
    const lost = stage.line.loseAnswer(push)

    await phone.setOffline(false)
    expect(await lost).toBe(200)

    await eventually(() => stage.line.answersTo(push, since)).toEqual([null, 200])
    await expectNotes('ada', '2026-03-04').toEqual(three)
    await expectNothingLeft(phone)
  })
})
