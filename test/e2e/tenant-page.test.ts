// The stand-in's own page, in a real browser: what a person meets between the app and the app.
import { expect, it } from 'vitest'
import { app, cast } from '../tenant/cast.ts'
import { issuer, origin, phoneSize, setStage } from './stage.ts'

const stage = setStage()

it('lets Grace pick herself with one tap on a small phone, and sends her back', async () => {
  const page = await (await stage.phone()).newPage()
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app,
    redirect_uri: `${origin}/callback`,
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })
  // The app itself did not ask, and would say so.
  await page.route(`${origin}/callback*`, (route) => route.fulfill({ body: 'back' }))
  await page.goto(`${issuer}/auth?${query}`)
  for (const { name } of Object.values(cast)) {
    const place = await page.getByRole('button', { name }).boundingBox()
    expect(place!.height).toBeGreaterThanOrEqual(48)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phoneSize.width)
  await page.getByRole('button', { name: cast.grace.name }).click()
  await page.waitForURL(`${origin}/callback?*`)
  expect(new URL(page.url()).searchParams.get('code')).toBeTruthy()
})
