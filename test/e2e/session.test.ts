// What becomes of waiting hours when the session ends, when somebody else signs in, and when everybody wakes at once.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { go, log, pick, signedIn, signedInBriefly, signIn, signOut } from './person.ts'
import { expectNotes, notesOn, renewals } from './server.ts'
import { setStage, tenant } from './stage.ts'

const push = 'POST /api/changes'
const stage = setStage()

const banner = (page: Page) => page.getByRole('region', { name: 'Sign in to deliver' })

/** Ada has saved an hour without network; meanwhile the tenant has ended her session. Now the network is back. */
async function sessionEnded(date: string): Promise<Page> {
  const phone = await stage.phone()
  const { page, expired } = await signedInBriefly(phone, 'ada')
  await phone.setOffline(true)
  await log(page, { date, note: 'before the end' })
  await tenant.endSessions('ada')
  await expired()
  await phone.setOffline(false)
  await banner(page).waitFor()
  return page
}

it('keeps an hour when the session has ended, says so, and delivers it after the sign-in', async () => {
  const page = await sessionEnded('2026-03-09')
  await go(page, 'Outbox')
  await page.getByRole('listitem').filter({ hasText: 'before the end' }).waitFor()
  expect(await notesOn('ada', '2026-03-09')).toEqual([])

  await banner(page).getByRole('button', { name: 'Sign in' }).click()
  await pick(page, 'ada')

  await expectNotes('ada', '2026-03-09').toEqual(['before the end'])
  await page.getByText('Everything is delivered').waitFor()
  expect(await banner(page).count()).toBe(0)
  // Back where the sign-in began.
  expect(new URL(page.url()).pathname).toBe('/outbox')
})

it('neither shows nor sends the hours of Ada when Lin signs in, and sends them when Ada is back', async () => {
  const page = await sessionEnded('2026-03-10')
  const since = stage.line.passed.length

  await banner(page).getByRole('button', { name: 'Sign in' }).click()
  await pick(page, 'lin')
  await go(page, 'Account')
  await page.getByRole('main').getByText('Lin Okafor').waitFor()
  await go(page, 'Outbox')
  await page.getByText('Everything is delivered').waitFor()
  await page.getByRole('button', { name: 'Sync now' }).click()
  await page.getByText('Last sync: just now').waitFor()
  await page.goto('/week/2026-W11')
  await page.getByText('No hours in this week yet.').waitFor()
  expect(await page.getByText('before the end').count()).toBe(0)
  expect(stage.line.answersTo(push, since)).toEqual([])

  await signOut(page)
  await page.getByText('1 entry on this device waits for its owner to sign in.').waitFor()
  await signIn(page, 'ada')

  await expectNotes('ada', '2026-03-10').toEqual(['before the end'])
  expect(await notesOn('lin', '2026-03-10')).toEqual([])
})

it('asks who it is after Ada has signed out without network, when her session at the tenant goes on', async () => {
  const phone = await stage.phone()
  const page = await signedIn(phone, 'ada')
  await phone.setOffline(true)
  await go(page, 'Account')
  await page.getByText('There is no signal now.').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const asked = page.getByRole('dialog', { name: 'Sign out without a network?' })
  await asked.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('No connection to the sign-in page.').waitFor()
  await phone.setOffline(false)

  await signIn(page, 'lin')
  await go(page, 'Account')
  await page.getByRole('main').getByText('Lin Okafor').waitFor()
  expect(await page.getByText('Ada Brandt').count()).toBe(0)
})

it('asks Ada before she signs out where the phone has a network that leads nowhere, and keeps her signed in', async () => {
  const page = await signedIn(await stage.phone(), 'ada')
  stage.line.cut()
  await log(page, { date: '2026-03-12', note: 'in the lift' })
  await go(page, 'Account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const asked = page.getByRole('dialog', { name: 'Sign out without a network?' })
  await asked.getByText('1 entry is not delivered yet.').waitFor()
  await asked.getByText('There is no signal now.').waitFor()
  await asked.getByRole('button', { name: 'Stay signed in' }).click()
  stage.line.mend()
  await expectNotes('ada', '2026-03-12').toEqual(['in the lift'])
})

it('renews once and signs nobody out when two tabs and the service worker wake with an expired token', async () => {
  const phone = await stage.phone()
  const { page, expired } = await signedInBriefly(phone, 'ada')
  const other = await phone.newPage()
  await other.goto('/outbox')
  await other.getByRole('button', { name: 'Sync now' }).waitFor()
  await phone.setOffline(true)
  await log(page, { date: '2026-03-11', note: 'everybody wakes' })
  await expired()
  const before = await renewals()
  const held = stage.line.hold(push)

  await phone.setOffline(false)
  await held.arrived
  // Whoever came first is with the server; the two others stand in line.
  await eventually(() => inLine(page)).toEqual({ held: 1, pending: 2 })
  await held.release()

  await expectNotes('ada', '2026-03-11').toEqual(['everybody wakes'])
  await eventually(() => inLine(page)).toEqual({ held: 0, pending: 0 })
  expect(await renewals()).toEqual({ ...before, renewed: before.renewed + 1 })
  for (const tab of [page, other]) {
    await go(tab, 'Outbox')
    await tab.getByText('Everything is delivered').waitFor()
    expect(await banner(tab).count()).toBe(0)
  }
})

/** How many of the page, the other tab and the service worker hold the lock of a sync, and wait for it. */
const inLine = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    const ofSync = (locks: LockInfo[]) =>
      locks.filter(({ name }) => name?.startsWith('timesheets:sync')).length
    return { held: ofSync(held), pending: ofSync(pending) }
  })
