// A page without a screen: what the state of the app asks of its window, over a phone of its own.
import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { Phone } from './platform.ts'
import type { World } from './world.ts'

/**
 * The state's modules as a page that was just loaded has them; the page before is gone. The window stays until the next
 * one: a page goes on delivering after its test has seen enough.
 */
export async function openPage(world: World, path = '/') {
  const phone = new Phone(world)
  // Where the page was sent and how often it was loaded anew, instead of going there.
  const visit = { left: [] as string[], reloads: 0, persistAsked: 0 }
  // The number on the app's icon, null before anything was said of it.
  const icon = { badge: null as number | null }
  const listeners = new EventTarget()
  const address = Object.assign(new URL(path, world.origin), {
    assign: (to: URL) => visit.left.push(String(to)),
    reload: () => (visit.reloads += 1),
  })
  const show = (_: unknown, __: string, to: URL) => {
    address.href = to.href
  }
  const stored = new Map<string, string>()
  const storage = {
    persisted: () => Promise.resolve(false),
    persist: () => Promise.resolve((visit.persistAsked += 1) > 0),
  }
  const serviceWorker = { getRegistration: () => Promise.resolve(undefined) }
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('location', address)
  vi.stubGlobal('history', { state: null, pushState: show, replaceState: show })
  vi.stubGlobal('scrollTo', () => undefined)
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('navigator', {
    locks: navigator.locks,
    onLine: true,
    languages: ['en'],
    storage,
    serviceWorker,
    setAppBadge: async (count: number) => (icon.badge = count),
    clearAppBadge: async () => (icon.badge = 0),
  })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
  const ofTab = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => ofTab.get(key) ?? null,
    setItem: (key: string, value: string) => ofTab.set(key, value),
    removeItem: (key: string) => ofTab.delete(key),
  })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners))
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined })
  vi.stubGlobal('fetch', (to: string, init?: RequestInit) => world.fetch(phone, to, init))
  vi.stubGlobal('reportError', () => undefined)
  vi.resetModules()
  const { thisDevice } = await import('../../web/data/device.ts')
  return {
    phone,
    visit,
    icon,
    /** What the browser tells the window. */
    happens: (event: Event) => listeners.dispatchEvent(event),
    device: thisDevice(),
    address: await import('../../web/state/address.ts'),
    badge: await import('../../web/state/badge.ts'),
    clock: await import('../../web/state/clock.ts'),
    copy: await import('../../web/state/copy.ts'),
    delivery: await import('../../web/state/delivery.ts'),
    entries: await import('../../web/state/entries.ts'),
    install: await import('../../web/state/install.ts'),
    notice: await import('../../web/state/notice.ts'),
    notices: await import('../../web/state/notices.ts'),
    ownWeek: await import('../../web/state/own-week.ts'),
    save: await import('../../web/state/save.ts'),
    ask: await import('../../web/state/ask.ts'),
    signIn: await import('../../web/state/sign-in.ts'),
    update: await import('../../web/state/update.ts'),
  }
}
