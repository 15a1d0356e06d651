// The service worker: the app's shell offline, and delivery when the network is back, with no page open.
// It never decides about updates (the page asks first) and never answers for the API.
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { isPage } from '#domain/address.ts'
import { badgeOf, showBadge } from '../data/badge.ts'
import { thisDevice } from '../data/device.ts'
import { isWorthTrying } from '../data/rhythm.ts'
import { sync, syncTag } from '../data/sync.ts'

/** https://wicg.github.io/background-sync/spec/ */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
  readonly lastChance: boolean
}

declare const self: ServiceWorkerGlobalScope & {
  /** The files of the shell with their revisions, put in by the build. */
  __WB_MANIFEST: (PrecacheEntry | string)[]
  addEventListener(type: 'sync', listener: (event: SyncEvent) => void): void
}

// oxlint-disable-next-line no-underscore-dangle -- the name that workbox looks for
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// Addresses for people get the shell; all others, /api above all, go to the network as if we were not here.
const isNavigation = ({ request, url }: { request: Request; url: URL }) =>
  request.mode === 'navigate' && isPage(url.pathname)
registerRoute(isNavigation, createHandlerBoundToURL('/index.html'))

// The first installation serves the page that brought it, so that this very page already works offline.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// Somebody has pressed Update in a page that was not signing in. That page loads anew, its forms are drafts on the device;
// other pages go on as they are and offer the update themselves.
self.addEventListener('message', (event) => {
  const { data } = event as ExtendableMessageEvent
  if (data?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  // A page that no worker holds asks to be held.
  if (data?.type === 'CLAIM') event.waitUntil(self.clients.claim())
})

self.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(deliver())
})

/**
 * Rejects while something is left that another try can deliver: the browser then fires the event again, later and later.
 * (Registering anew from here is refused without a window and loops with one. After the last chance the next opening of
 * the app delivers.) Resolves when all is done, and when only a person can help: the page says so.
 */
async function deliver(): Promise<void> {
  const device = thisDevice()
  const report = await sync(device)
  await showBadge(await badgeOf(device))
  if (isWorthTrying(report)) throw new Error(`not delivered: ${report.outcome}`)
}
