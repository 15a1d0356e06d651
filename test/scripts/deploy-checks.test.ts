// What the deploy refuses before it has touched anything.
import { afterEach, expect, it, vi } from 'vitest'
import { checkSettings } from './deploy-checks.ts'

const good = { ISSUER: 'https://abc.eu.auth0.com/', AUDIENCE: 'https://abc.example/api', CLIENT_ID: 'app' }
const file = 'no-such.vars'
afterEach(() => vi.unstubAllEnvs())

it('lets good settings pass', () => {
  expect(checkSettings(good, file)).toEqual([])
})

it.each([
  [{ ...good, ISSUER: 'http://abc.eu.auth0.com/' }, 'https'],
  [{ ...good, ISSUER: 'https://localhost:9000' }, 'not on this machine'],
  [{ ...good, ISSUER: 'https://127.0.0.1' }, 'not on this machine'],
  [{ ...good, ISSUER: 'not an address' }, 'https'],
  [{ ...good, ORIGINS: 'https://a.example http://b.example' }, 'http://b.example'],
  [{ ...good, CLIENT_ID: '' }, 'CLIENT_ID is missing'],
])('refuses %j', (settings, why) => {
  expect(checkSettings(settings, file).join('\n')).toContain(why)
})

it('refuses a clock that somebody has bound', () => {
  vi.stubEnv('CLOCK', '2026-11-21')
  expect(checkSettings(good, file).join('\n')).toContain('CLOCK')
})
