// Finds a Chromium for the end-to-end tests, or gets one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const macs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of an installed browser (`BROWSER_PATH` decides), or null. */
export function findBrowser(): string | null {
  const wish = process.env['BROWSER_PATH']
  if (wish) return wish
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...macs]
  return [...places, chromium.executablePath()].find(isExecutable) ?? null
}

/** Installs a browser when there is none: Debian's when we may, else Playwright's own. Throws when neither works. */
export function browserOrInstall(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No browser found, installing one ...')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const apt = (words: string[]) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'] })
    apt(['update', '-qq'])
    apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  }
  if (!findBrowser()) {
    const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
    spawnSync(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
  }
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'The end-to-end tests need a browser and none could be installed. Install Chromium or Chrome, or name one in BROWSER_PATH.',
  )
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
