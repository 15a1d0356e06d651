// What every end-to-end test stands on: the tenant, a line to the Worker, and a real browser with a phone's window.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { findBrowser } from '../scripts/browser.ts'
import { root } from '../scripts/settings.ts'
import { tenantAt } from '../tenant/remote.ts'
import { type Line, openLine } from './line.ts'

export const { issuer } = inject('tenant')
export const { origin, worker } = inject('app')
export const tenant = tenantAt(issuer)

/** The tenant as it is unless a test wishes otherwise. */
export const usual = { accessTokenSeconds: 300, rotation: 'rotate' } as const

export const phoneSize = { width: 360, height: 740 }

/** How every browser is started: headless, and impatient where Background Sync waits minutes before it tries again. */
export const launching = {
  executablePath: findBrowser() ?? 'chromium',
  args: [
    '--force-fieldtrials=BackgroundSync/Impatient',
    '--force-fieldtrial-params=BackgroundSync.Impatient:initial_retry_delay_sec/1/retry_delay_factor/1/max_sync_attempts/20',
  ],
}

/** How every device is, a phone in Berlin unless a test wishes otherwise. */
export const device = {
  baseURL: origin,
  viewport: phoneSize,
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
}

/** Sets the stage for the tests of one file. */
export function setStage() {
  const stage = {} as { line: Line; browser: Browser; phone: typeof phone }
  const contexts: BrowserContext[] = []

  /** A new device that nobody has used. */
  async function phone(wishes: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await stage.browser.newContext({ ...device, ...wishes })
    context.setDefaultTimeout(15_000)
    contexts.push(context)
    return context
  }

  beforeAll(async () => {
    stage.line = await openLine(origin, worker)
    stage.browser = await chromium.launch(launching)
    stage.phone = phone
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(contexts, task.name)
    stage.line.mend()
    await tenant.change(usual)
    await Promise.all(contexts.splice(0).map((context) => context.close()))
  })
  afterAll(async () => {
    await stage.browser?.close()
    await stage.line?.close()
  })
  return stage
}

/** What was on the screens when a test failed, in test/output. */
async function picture(contexts: readonly BrowserContext[], name: string): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const file = join(root, 'test', 'output', `${name.replaceAll(/\W+/g, '-').slice(0, 60)}-${index}`)
    await page.screenshot({ path: `${file}.png` })
    writeFileSync(`${file}.txt`, `${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`)
  }
}
