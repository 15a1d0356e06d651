// The app itself, without network and through its versions: it starts from the device, and a new one never interrupts.
import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { bridge, fill, log, signedIn } from './person.ts'
import { setStage } from './stage.ts'

const stage = setStage()

it('starts without network when it was opened once, in a new window and after a reload', async () => {
  const phone = await stage.phone()
  const page = await phone.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))

  await phone.setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  const another = await phone.newPage()
  await another.goto('/week/2026-W17')
  await another.getByRole('button', { name: 'Sign in' }).waitFor()

  // It looks as it should, too: its style and its font came from the device.
  const looks = await another.evaluate(async () => {
    const fonts = await document.fonts.ready
    return { rules: document.styleSheets[0]?.cssRules.length, fonts: [...fonts].map(({ status }) => status) }
  })
  expect(looks.rules).toBeGreaterThan(0)
  expect(looks.fonts).toContain('loaded')
})

it('holds also the page that was still loading when the first installation ended', async () => {
  const phone = await stage.phone()
  const page = await phone.newPage()
  const installation = stage.line.hold('GET /index.html')
  await page.goto('/')
  await installation.arrived
  const loading = stage.line.hold('GET /week/2026-W17')
  const loaded = page.goto('/week/2026-W17')
  await loading.arrived

  await installation.release()
  const [worker] = phone.serviceWorkers()
  await eventually(() => worker?.evaluate('registration.active?.state')).toBe('activated')
  await loading.release()
  await loaded

  await page.waitForFunction(() => navigator.serviceWorker.controller)
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
    `${stage.line.origin}/sw.js`,
  )
})

describe('a new version', () => {
  let page: Page
  beforeEach(async () => {
    page = await signedIn(await stage.phone(), 'grace')
    // The first version must hold the page before the second is published, or the second need not wait for anybody.
    await eventually(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  })

  /** From now on the server has another build; the app looks for it as when it is opened again. */
  async function publish(build: string) {
    for (const path of ['/', '/index.html']) {
      stage.line.change(path, (html) => html.replace('<html', `<html data-build="${build}"`))
    }
    stage.line.change('/sw.js', (script) =>
      script.replace(/"revision":"[^"]+","url":"index.html"/, `"revision":"${build}","url":"index.html"`),
    )
    await eventually(() => page.evaluate(isWaiting)).toBe(true)
  }

  // Asked more than once: the browser may answer with a look that it began before.
  const isWaiting = async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
    return registration.waiting !== null
  }

  const buildOf = (tab: Page) => tab.evaluate(() => document.documentElement.dataset['build'])
  const note = (tab: Page) => tab.getByLabel('Note').inputValue()
  const offer = (tab: Page) => tab.getByText('A new version is ready')

  it('is offered, waits, and keeps what stands in the form when it is taken', async () => {
    await fill(page, { project: bridge, duration: '2:15', note: 'half a sentence' })
    await publish('second')
    await offer(page).waitFor()
    expect(await buildOf(page)).toBeUndefined()
    expect(await note(page)).toBe('half a sentence')

    await page.getByRole('button', { name: 'Update' }).click()

    await eventually(() => buildOf(page).catch(() => undefined)).toBe('second')
    await eventually(() => note(page)).toBe('half a sentence')
    expect(await page.getByLabel('Duration', { exact: true }).inputValue()).toBe('2:15')
    expect(await page.getByRole('combobox', { name: 'Project' }).inputValue()).toBe(bridge)
    expect(await offer(page).count()).toBe(0)
  })

  it('taken in another tab does not touch the form that is open in this one', async () => {
    await log(page, { date: '2026-04-28', note: 'to be edited' })
    const other = await page.context().newPage()
    await other.goto('/outbox')
    await page.goto('/week/2026-W18')
    await page.getByRole('button', { name: 'to be edited' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit entry' })
    await fill(dialog, { note: 'half edited' })
    await page.evaluate(() => (document.documentElement.dataset['kept'] = 'yes'))
    await publish('third')
    // No offer while the form is open; the other tab may take it.
    await other.getByRole('button', { name: 'Update' }).click()
    await eventually(() => buildOf(other).catch(() => undefined)).toBe('third')

    expect(await page.evaluate(() => document.documentElement.dataset['kept'])).toBe('yes')
    expect(await dialog.getByLabel('Note').inputValue()).toBe('half edited')
    expect(await offer(page).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await offer(page).waitFor()
    await page.getByRole('button', { name: 'half edited' }).waitFor()
  })
})
