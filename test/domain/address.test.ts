// The addresses a person may bookmark, share or mistype, and what stands there.
import { describe, expect, it } from 'vitest'
import { isPage, routeOf } from '#domain/address.ts'

const person = '0b5e8f6a-0c1d-4f2e-9a3b-4c5d6e7f8091'

describe('Ada opens an address', () => {
  it.each([
    ['/', { screen: 'log' }],
    ['/week', { screen: 'week', week: null }],
    ['/week/2026-W47', { screen: 'week', week: '2026-W47' }],
    ['/week/2026-W53', { screen: 'week', week: '2026-W53' }],
    ['/approvals', { screen: 'approvals', week: null }],
    ['/approvals/2026-W47', { screen: 'approvals', week: '2026-W47' }],
    [`/approvals/${person}/2026-W47`, { screen: 'sheet', person, week: '2026-W47' }],
    ['/outbox', { screen: 'outbox' }],
    ['/account', { screen: 'account' }],
    ['/callback', { screen: 'callback' }],
    ['/reports', { screen: 'reports' }],
    ['/notices', { screen: 'notices' }],
    ['/projects', { screen: 'projects' }],
    ['/people', { screen: 'people' }],
  ])('%s is a screen', (path, route) => {
    expect(routeOf(path)).toEqual(route)
    expect(isPage(path)).toBe(true)
  })

  it.each([
    '/week/2025-W53',
    '/week/47',
    '/week/',
    '/week/2026-W47/x',
    '/outbox/1',
    '/people/',
    `/people/${person}`,
    '/log',
    '/%2e%2e',
    '/Week',
    '/approvals/',
    '/approvals/2025-W53',
    `/approvals/${person}`,
    '/approvals/ada/2026-W47',
    `/approvals/${person.toUpperCase()}/2026-W47`,
    `/approvals/${person}/2025-W53`,
    `/approvals/2026-W47/${person}`,
    `/approvals/${person}/2026-W47/x`,
    '/approvals/2026-W47/',
  ])('%s says that there is nothing', (path) => {
    expect(routeOf(path)).toEqual({ screen: 'lost' })
  })
})

describe('the page of the app', () => {
  it.each(['/', '/week/2026-W47', '/nowhere', '/week/x'])('answers %s', (path) =>
    expect(isPage(path)).toBe(true),
  )
  it.each(['/api', '/api/me', '/assets/index-0ld4a5h.js', '/sw.js', '/manifest.webmanifest'])(
    'does not answer %s',
    (path) => expect(isPage(path)).toBe(false),
  )
})
