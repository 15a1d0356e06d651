// The history of a week is at the server: without network it says so, and comes by itself when the network does.
import { expect, it } from 'vitest'
import { signedIn } from './person.ts'
import { setStage } from './stage.ts'
import { fillWeek } from './weeks.ts'

const stage = setStage()

it('a history opened without network is there as soon as the network is, with nothing pressed', async () => {
  await fillWeek('lin', [{ date: '2026-02-09', minutes: 60 }])
  const phone = await stage.phone()
  const page = await signedIn(phone, 'lin')
  await page.goto('/week/2026-W07')
  await phone.setOffline(true)
  await page.getByRole('button', { name: 'History' }).click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  await dialog.getByText('There is no connection').waitFor()

  await phone.setOffline(false)

  await dialog.getByRole('list', { name: 'At the server, newest first' }).waitFor()
  expect(await dialog.getByText('There is no connection').count()).toBe(0)
})
