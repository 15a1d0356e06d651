// What the outbox says while a round is under way.
import { expect, it } from 'vitest'
import { go, log, signedIn } from './person.ts'
import { setStage } from './stage.ts'

const stage = setStage()

it('says that it is sending what waits for as long as the server has not answered, and no more then', async () => {
  const page = await signedIn(await stage.phone(), 'ada')
  const held = stage.line.hold('POST /api/changes')
  await log(page, { date: '2026-02-16', note: 'on its way' })
  await held.arrived
  await go(page, 'Outbox')
  await page.getByText('Sending what waits.').waitFor()
  expect(await page.getByText('Everything else is delivered.').count()).toBe(0)
  await held.release()
  await page.getByText('Everything is delivered').waitFor()
  expect(await page.getByText('Sending what waits.').count()).toBe(0)
})
