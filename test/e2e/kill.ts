// Ends what runs, without a word of warning, as phones do.
import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'

/** Kills every service worker of a browser, whatever it is doing. */
export async function killServiceWorkers(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets')
  const workers = targetInfos.filter(({ type }) => type === 'service_worker')
  if (workers.length === 0) throw new Error('no service worker is running')
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId })
  await session.detach()
}

/** Kills the browser that runs on a profile; resolves when it is gone. */
export async function killBrowserOf(profile: string, context: BrowserContext): Promise<void> {
  // Chromium's mark on the profile it uses: <host>-<process id>.
  const id = Number(/-(\d+)$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[1])
  const gone = new Promise((resolve) => context.once('close', resolve))
  process.kill(id, 'SIGKILL')
  await gone
}
