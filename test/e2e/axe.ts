// What axe finds on a screen, in words.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

const sizes = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
]

/** What axe finds wrong with the screen as it stands, light and dark, on a phone and on a desktop. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(source)
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of sizes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      const found = await run(page)
      const where = `${colorScheme}, ${size.width} px`
      faults.push(
        ...found.violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${where}: ${id} at ${String(target)}: ${failureSummary}`,
          ),
        ),
      )
    }
  }
  return faults
}

const run = (page: Page) =>
  page.evaluate(
    (wish) => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(wish),
    rules as object,
  )
