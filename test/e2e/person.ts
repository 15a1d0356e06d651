// What a person does with the app, by what stands on the screen.
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { cast, type Who } from '../tenant/cast.ts'
import { eventually } from './eventually.ts'
import type { Policy } from '../tenant/provider.ts'
import { tenant, usual } from './stage.ts'

export const bridge = 'Harbour bridge inspection'

/** Opens the app on a device and signs in. The app can then work without network. */
export async function signedIn(context: BrowserContext, who: Who): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, who)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return page
}

/** Presses "Sign in", picks a name at the tenant, and waits until the app knows the projects. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click()
  await pick(page, who)
  await page.getByRole('navigation').waitFor()
  await go(page, 'Log')
  await page.getByRole('combobox', { name: 'Project' }).click()
  await page.getByRole('option', { name: bridge }).waitFor()
  await page.keyboard.press('Escape')
}

export const pick = (page: Page, who: Who) => page.getByRole('button', { name: cast[who].name }).click()

export async function signOut(page: Page): Promise<void> {
  await go(page, 'Account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  // The tenant asks too, whenever it still knows the browser.
  await page.getByRole('heading', { name: 'Sign out here too?' }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
}

export type PlaceName = 'Log' | 'Week' | 'Approvals' | 'Reports' | 'Notices' | 'Outbox' | 'Account'

export const go = (page: Page, place: PlaceName) =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click()

/** Asks the server for news and delivers what waits, now; returns when all of it is done. */
export async function syncNow(page: Page): Promise<void> {
  await go(page, 'Outbox')
  const button = page.getByRole('button', { name: 'Sync now' })
  await button.click()
  await eventually(() => button.getAttribute('aria-disabled')).toBe('false')
  await page.getByText('Everything is delivered').waitFor()
}

export interface Hour {
  /** Default today. */
  date?: string
  note: string
  /** Default `1:00`. */
  duration?: string
  /** Default the harbour bridge. */
  project?: string
}

/** Logs an hour, and returns when the app says that it is saved. */
export async function log(page: Page, hour: Hour): Promise<void> {
  await fill(page, { project: bridge, duration: '1:00', ...hour })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('status').filter({ hasText: 'Saved on this device' }).waitFor()
  await eventually(() => page.getByLabel('Note').inputValue()).toBe('')
}

/** Opens the form of an entry by the button given, and saves other values. What is not named stays. */
export async function edit(page: Page, opener: Locator, hour: Partial<Hour>): Promise<void> {
  await opener.click()
  const dialog = page.getByRole('dialog', { name: 'Edit entry' })
  await fill(dialog, hour)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Types into a form; what is not named stays as it is. */
export async function fill(
  place: Pick<Page, 'getByRole' | 'getByLabel'>,
  hour: Partial<Hour>,
): Promise<void> {
  const { project, date, duration, note } = hour
  if (project !== undefined) {
    const field = place.getByRole('combobox', { name: 'Project' })
    await field.fill(project)
    await field.press('Tab')
  }
  if (date !== undefined) await place.getByLabel('Date', { exact: true }).fill(date)
  if (duration !== undefined) await place.getByLabel('Duration', { exact: true }).fill(duration)
  if (note !== undefined) await place.getByLabel('Note').fill(note)
}

/** Leaves no page of the app open; the device itself stays on. */
export async function closeAllPages(context: BrowserContext): Promise<void> {
  await Promise.all(context.pages().map((page) => page.close()))
}

/** Signs in with an access token that lives for seconds; later ones live as usual. `expired` resolves when it is over. */
export async function signedInBriefly(
  context: BrowserContext,
  who: Who,
  rotation: Policy['rotation'] = usual.rotation,
) {
  await tenant.change({ accessTokenSeconds: 3, rotation })
  const page = await signedIn(context, who)
  const over = Date.now() + 3000
  await tenant.change({ ...usual, rotation })
  const expired = () => eventually(() => Date.now() > over).toBe(true)
  return { page, expired }
}
