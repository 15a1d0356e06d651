// The addresses a person may bookmark, share or mistype, and what stands there.
import { describe, expect, it } from 'vitest'
import { isPage, placeOf } from '#domain/address.ts'

describe('Ada opens an address', () => {
  it.each([
    ['/', { screen: 'log' }],
    ['/week', { screen: 'week', week: null }],
    ['/week/2026-W47', { screen: 'week', week: '2026-W47' }],
    ['/week/2026-W53', { screen: 'week', week: '2026-W53' }],
    ['/outbox', { screen: 'outbox' }],
    ['/account', { screen: 'account' }],
    ['/callback', { screen: 'callback' }],
  ])('%s is a screen', (path, place) => {
    expect(placeOf(path)).toEqual(place)
  })

  it.each([
    '/week/2025-W53',
    '/week/47',
    '/week/',
    '/week/2026-W47/x',
    '/outbox/1',
    '/log',
    '/%2e%2e',
    '/Week',
  ])('%s says that there is nothing', (path) => {
    expect(placeOf(path)).toEqual({ screen: 'lost' })
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
