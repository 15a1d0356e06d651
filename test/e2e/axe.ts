// What is wrong with a screen, in words: what axe finds, and what does not fit.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { phoneSize } from './stage.ts'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

export const desktopSize = { width: 1440, height: 900 }

/** How a screen is looked at. */
export interface View {
  size: { width: number; height: number }
  colorScheme: 'light' | 'dark'
}

/** Two views that show both sizes and both themes, and the two that are missing. */
export const oneWay: View[] = [
  { size: desktopSize, colorScheme: 'dark' },
  { size: phoneSize, colorScheme: 'light' },
]
export const otherWay: View[] = [
  { size: desktopSize, colorScheme: 'light' },
  { size: phoneSize, colorScheme: 'dark' },
]

/** What axe finds wrong with the screen as it stands, light and dark, on a phone and on a desktop. */
export async function faultsOf(
  page: Page,
  views: readonly View[] = [...oneWay, ...otherWay],
): Promise<string[]> {
  const faults: string[] = []
  for (const { size, colorScheme } of views) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await faultsHere(page)
    faults.push(...found.map((fault) => `${colorScheme}, ${size.width} px: ${fault}`))
  }
  return faults
}

/** What axe finds wrong with the screen in the size and the theme that it has. */
export async function faultsHere(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind; once is enough until the page loads anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(
    (wish) => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(wish),
    rules as object,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary}`),
  )
}

/** What sticks out of a phone's screen when its owner reads text at 200 %. */
export async function overflowOf(page: Page): Promise<string[]> {
  await page.setViewportSize(phoneSize)
  return page.evaluate(() => {
    const { style } = document.documentElement
    style.fontSize = '200%'
    const isMoved = (element: Element): boolean => {
      const parent = element.parentElement
      if (!parent) return false
      return getComputedStyle(parent).overflowX !== 'visible' || isMoved(parent)
    }
    const width = document.documentElement.clientWidth
    const tooWide = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect()
      return own > 1 && (right > width + 1 || left < -1) && element.checkVisibility() && !isMoved(element)
    })
    const scrolls = document.documentElement.scrollWidth > width
    style.fontSize = ''
    const names = tooWide.map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`.trim())
    return scrolls || names.length > 0
      ? [`200 %: wider than the screen: ${names.slice(0, 5).join(', ')}`]
      : []
  })
}
