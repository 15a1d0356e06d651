// Every screen for everybody: axe finds nothing, light and dark, on a phone and on a desktop, and nothing sticks out of a
// phone's screen at 200 % text.
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysOf, weekNumber } from '../../worker/domain/calendar.ts'
import { english, type Messages } from '../../web/messages/english.ts'
import { german } from '../../web/messages/german.ts'
import { desktopSize, faultsHere, faultsOf, oneWay, otherWay, overflowOf, type View } from './axe.ts'
import { type Company, furnish } from './furnished.ts'
import { bridge, fill, go, log, pick, signedIn } from './person.ts'
import { makeProject } from './projects.ts'
import { phoneSize, setStage } from './stage.ts'

const stage = setStage()

it('sees what is wrong: a picture without words, and what is too wide', async () => {
  const page = await (await stage.phone()).newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await page.evaluate(() => {
    const wide = document.createElement('p')
    wide.style.width = '12rem'
    document.querySelector('main')?.append(document.createElement('img'), wide)
  })
  expect(String(await faultsOf(page))).toContain('image-alt')
  expect(String(await overflowOf(page))).toContain('wider than the screen')
})

it.each([
  ['en-GB', english],
  ['de-DE', german],
])(
  'finds nothing for somebody who is not signed in, or may not be, in %s',
  async (locale, { welcome, signIn }) => {
    const page = await (await stage.phone({ locale })).newPage()
    const { look, faults } = looks(page)
    await page.goto('/')
    const button = page.getByRole('button', { name: welcome.signIn })
    await button.waitFor()
    await look('welcome')
    await button.click()
    await pick(page, 'mallory')
    await page.getByText(signIn.refused).waitFor()
    await look('refused')
    expect(faults).toEqual({})
  },
)

it('finds nothing on the screens of somebody who logs hours', { timeout: 180_000 }, async () => {
  const phone = await stage.phone()
  const cellar = await makeProject('Cellar')
  const page = await signedIn(phone, 'lin')
  const { look, faults } = looks(page)

  await look('log, empty')
  await go(page, 'Outbox')
  await page.getByText('Everything is delivered').waitFor()
  await look('outbox, empty')

  await go(page, 'Log')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Say how long').waitFor()
  await look('log, with problems')
  await log(page, { note: 'delivered' })
  await page
    .getByRole('button', { name: /delivered/ })
    .first()
    .waitFor()
  await phone.setOffline(true)
  await cellar.archive()
  await log(page, { note: 'to be refused', project: cellar.name })
  await fill(page, { project: bridge, duration: '0:30', note: 'typed' })
  await look('log, offline')
  await go(page, 'Outbox')
  await page.getByRole('heading', { name: 'Waiting for delivery' }).waitFor()
  await look('outbox, waiting')
  await phone.setOffline(false)
  await page.getByRole('heading', { name: 'Needs attention' }).waitFor()
  await look('outbox, refused')
  await go(page, 'Week')
  await page.getByRole('button', { name: /to be refused/ }).waitFor()
  await look('week, something refused')
  await page.getByRole('button', { name: /to be refused/ }).click()
  await page.getByRole('dialog', { name: 'Edit entry' }).waitFor()
  await look('edit')

  expect(faults).toEqual({})
})

it('leaves a page its height on a phone that lies on its side, and above a keyboard', async () => {
  const page = await signedIn(await stage.phone(), 'lin')
  const place = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })
  const save = page.getByRole('button', { name: 'Save' })
  expect(await isInSight(place('Week'))).toBe(true)

  await page.setViewportSize({ width: 740, height: 360 })
  for (const name of ['Log', 'Account']) expect(await isInSight(place(name))).toBe(true)
  const [bar, field] = [await page.getByRole('navigation').boundingBox(), await save.boundingBox()]
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThan(field?.x ?? 0)

  await page.setViewportSize({ width: 360, height: 360 })
  expect(await isInSight(place('Week'))).toBe(false)
  await place('Week').click()
  await page.getByRole('heading', { level: 1, name: /^Week/ }).waitFor()
})

describe('with weeks that wait, come back and are approved', () => {
  let company: Company
  beforeAll(async () => {
    company = await furnish()
  })

  it('keeps the decision in sight of whoever reads a whole week, on any screen', async () => {
    const page = await signedIn(await stage.phone(), 'root')
    await page.goto(`/approvals/${company.grace}/${company.waiting}`)
    const approve = page.getByRole('button', { name: 'Approve', exact: true })
    await approve.waitFor()
    for (const size of [phoneSize, { width: 1280, height: 800 }, desktopSize]) {
      await page.setViewportSize(size)
      expect(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true)
      expect(await isInSight(approve)).toBe(true)
    }
  })

  it('finds nothing on any screen of somebody who does everything', { timeout: 300_000 }, async () => {
    const phone = await stage.phone()
    const page = await signedIn(phone, 'root')
    expect(await walk(phone, page, english, company, oneWay)).toEqual({})
  })

  it('finds nothing on any of them in German', { timeout: 300_000 }, async () => {
    const phone = await stage.phone({ locale: 'de-DE' })
    const page = await phone.newPage()
    await page.goto('/')
    await page.getByRole('button', { name: german.welcome.signIn }).click()
    await pick(page, 'root')
    await page.getByRole('heading', { level: 1, name: german.log.title }).waitFor()
    expect(await walk(phone, page, german, company, otherWay)).toEqual({})
  })
})

/** Whether something can be pressed without scrolling: it is inside the window, and nothing stands in front of it. */
const isInSight = (there: Locator) =>
  there.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })

/** Looks at screens one by one; what is wrong stands in `faults`, by the screen. */
function looks(page: Page, views?: readonly View[]) {
  const faults: Record<string, string[]> = {}
  /** Afterwards the page has the size of a phone. */
  const look = async (screen: string) => {
    const found = [...(await faultsOf(page, views)), ...(await overflowOf(page))]
    if (found.length > 0) faults[screen] = found
  }
  return { look, faults }
}

/** Goes through all screens and dialogs, with a timer running, and at the end without network; answers what is wrong. */
async function walk(
  phone: BrowserContext,
  page: Page,
  text: Messages,
  { root, grace, waiting, approved, returned }: Company,
  views: readonly View[],
): Promise<Record<string, string[]>> {
  const { look, faults } = looks(page, views)
  const see = async (screen: string, address: string, ready: string | RegExp) => {
    await page.goto(address)
    await page.getByText(ready, { exact: true }).filter({ visible: true }).first().waitFor()
    await look(screen)
  }
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')

  await page.goto('/')
  await press(text.timer.startOther)
  await dialog.getByRole('combobox').fill(bridge)
  await dialog.getByRole('combobox').press('Tab')
  await look('timer, start')
  await dialog.getByRole('button', { name: text.timer.start, exact: true }).click()
  await page.getByText(text.timer.elsewhere).waitFor()
  await press(text.form.byTimes)
  await page.getByLabel(text.form.from, { exact: true }).fill('9:00')
  await page.getByLabel(text.form.to, { exact: true }).fill('17:30')
  await look('log, timer running, from and to')
  await press(text.timer.stop)
  await dialog.getByRole('heading', { name: text.timer.ask.short.title }).waitFor()
  await look('timer, stopped too soon')

  await see('week, open', '/week', text.weekState.status.open)
  await see('week, returned', `/week/${returned}`, text.weekState.status.returned)
  await see('week, submit', `/week/${returned}?submit=${returned}`, text.review.title(weekNumber(returned)))
  const own = `/week/${returned}?history=${root}/${returned}`
  await see('week, history', own, new RegExp(`^${text.history.returned('Grace Moreau')}`))
  // On a phone there is no grid, and what is open over it goes.
  await page.setViewportSize(desktopSize)
  await page.goto(`/week/${returned}`)
  await page.getByRole('gridcell').filter({ hasText: '7:30' }).first().press('Enter')
  await dialog.getByText(text.grid.another).waitFor()
  const ofCell = await faultsHere(page)
  if (ofCell.length > 0) faults['grid, a cell opened'] = ofCell

  await see('approvals', '/approvals', text.approvals.missing)
  await see('sheet, waiting', `/approvals/${grace}/${waiting}`, text.sheet.difference)
  await press(text.decision.return)
  await dialog.getByText(text.decision.returnText('Grace Moreau')).waitFor()
  await look('sheet, return')
  await see('sheet, approved, late hour', `/approvals/${grace}/${approved}`, text.sheet.late)
  const [monday = ''] = daysOf(approved)
  const [sunday = ''] = daysOf(waiting).slice(-1)
  const others = `/reports?from=${monday}&to=${sunday}&person=all&by=`
  for (const by of ['project', 'day', 'person']) {
    await see(`reports, by ${by}`, `${others}${by}`, text.reports.download)
  }
  await press(text.reports.download)
  await dialog.getByText(text.reports.downloadText).waitFor()
  await look('reports, download')
  await see('print, one', `/reports?print=${grace}/${waiting}`, text.printed.back)
  await see('print, all', `/reports?print=all&week=${waiting}`, text.printed.print)
  await see('notices', '/notices', text.notices.markRead)
  await see('people', '/people', text.people.signedIn)
  await see('person', `/people?person=${grace}`, text.people.daysHint)
  await see('person, new', '/people?person=new', text.people.daysHint)
  await see('projects', '/projects', text.projects.new)
  await see('project', '/projects?project=new', text.projects.codeHint)
  await see('account', '/account', text.account.language)
  await see('nowhere', '/nowhere', text.lost.text)

  await phone.setOffline(true)
  await page.goto(`/approvals/${grace}/${waiting}`)
  await press(text.decision.approve)
  await page.getByText(text.standing.device).first().waitFor()
  await look('sheet, approved on this device')
  await page.goto(`/week/${returned}?submit=${returned}`)
  await dialog.getByRole('button', { name: text.review.submit, exact: true }).click()
  await page.getByText(text.weekState.submittedHere).waitFor()
  await look('week, submitted on this device')
  await see('outbox, steps', '/outbox', new RegExp(text.outbox.kinds['week.approve']))

  return faults
}
