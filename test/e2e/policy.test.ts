// What the browser is told about this origin: its policy holds during everything a person does, and nothing breaks it.
import type { BrowserContext } from 'playwright-core'
import { expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { go, log, signedIn, signOut } from './person.ts'
import { issuer, origin, setStage } from './stage.ts'

const stage = setStage()

/** Collects what breaks the policy on any page of a device, and every other error that the pages report. */
function complaintsOf(phone: BrowserContext): string[] {
  const complaints: string[] = []
  phone.on('console', (message) => {
    const { url } = message.location()
    // What the tenant's own page lacks is not ours: an icon.
    if (url.startsWith(issuer)) return
    if (message.type() === 'error' || /content security policy|trusted/i.test(message.text())) {
      complaints.push(`${url}: ${message.text()}`)
    }
  })
  phone.on('weberror', (error) => complaints.push(String(error.error())))
  return complaints
}

it('is not broken by signing in, saving, syncing and signing out', async () => {
  const phone = await stage.phone()
  const complaints = complaintsOf(phone)
  const page = await signedIn(phone, 'grace')
  await log(page, { date: '2026-05-04', note: 'by the rules' })
  await go(page, 'Outbox')
  await page.getByRole('button', { name: 'Sync now' }).click()
  await page.getByText('Everything is delivered').waitFor()
  await signOut(page)
  expect(complaints).toEqual([])
})

it('stops a script that was smuggled in, and what it would send elsewhere', async () => {
  const phone = await stage.phone()
  const complaints = complaintsOf(phone)
  const page = await phone.newPage()
  const smuggled = '<script>window.smuggled = true</script>'
  stage.line.change('/', (html) => html.replace('</body>', `${smuggled}</body>`))
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()

  const stopped = await page.evaluate(async () => {
    const tries = {
      markup: () => (document.body.innerHTML = '<img src=x onerror="window.smuggled = true">'),
      elsewhere: () => fetch('https://elsewhere.example/'),
    }
    const outcomes: Record<string, string> = {}
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt()
        outcomes[name] = 'done'
      } catch (error) {
        outcomes[name] = (error as Error).name
      }
    }
    return { ...outcomes, ran: 'smuggled' in window, came: document.scripts.length }
  })

  expect(stopped).toEqual({ markup: 'TypeError', elsewhere: 'TypeError', ran: false, came: 2 })
  await eventually(() => complaints.length).toBeGreaterThanOrEqual(3)
})

it('answers an old script with 404, its own addresses with the app, and unknown ones of the API with a problem', async () => {
  const type = (answer: Response) => answer.headers.get('content-type')
  const old = await fetch(`${origin}/assets/index-0ldHash.js`)
  expect(old.status).toBe(404)
  expect(type(old)).not.toContain('text/html')

  for (const path of ['/', '/week/2026-W47', '/outbox', '/account', '/callback']) {
    const answer = await fetch(`${origin}${path}`)
    expect([path, answer.status, type(answer)]).toEqual([path, 200, expect.stringContaining('text/html')])
    expect(answer.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
    expect(await answer.text()).toContain('<title>Timesheets</title>')
  }

  const unknown = await fetch(`${origin}/api/nothing`)
  expect([unknown.status, type(unknown)]).toEqual([404, expect.stringContaining('application/problem+json')])
  expect(await unknown.json()).toMatchObject({ code: 'route.unknown' })
})
