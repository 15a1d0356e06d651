// A new version of the app: noticed, offered, and taken over only when the person says so.
import { signal } from '@preact/signals'
import { Workbox } from 'workbox-window'
import { isSigningIn } from './sign-in.ts'

/** What this build is called: the name of its script, which is made from its contents. */
export const version = import.meta.url.replace(/^.*-([\w-]+)\.js$/, '$1').slice(-8)

/** A new version waits, or has been taken over by another window. */
export const updateReady = signal(false)

declare global {
  interface Window {
    /** Where the browser has Trusted Types; TypeScript's own library does not know them yet. */
    trustedTypes?: { createPolicy: (name: string, rules: ScriptRules) => ScriptPolicy }
  }
}
interface ScriptRules {
  createScriptURL: (address: string) => string
}
interface ScriptPolicy {
  createScriptURL: (address: string) => ConstructorParameters<typeof Workbox>[0]
}

// The only script address this page ever makes. The policy in _headers (vite.config.ts) allows this name alone.
const policy = window.trustedTypes?.createPolicy('timesheets', {
  createScriptURL: (address) => {
    if (address === '/sw.js') return address
    throw new TypeError(`not a script of this app: ${address}`)
  },
})

let workbox: Workbox | undefined
let taking = false

/** Registers the service worker and listens for the next one. */
export async function followUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  workbox = new Workbox(policy?.createScriptURL('/sw.js') ?? '/sw.js')
  workbox.addEventListener('waiting', () => {
    updateReady.value = true
  })
  workbox.addEventListener('controlling', (event) => {
    if (taking && !isSigningIn()) location.reload()
    else if (event.isUpdate) updateReady.value = true
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForUpdate()
  })
  await workbox.register()
  await askToBeHeld(navigator.serviceWorker)
}

/**
 * A page that was still loading when the first installation claimed the open pages was passed over
 * (https://w3c.github.io/ServiceWorker/#clients-claim), and the next version would not wait for it: it asks for itself.
 */
async function askToBeHeld(workers: ServiceWorkerContainer): Promise<void> {
  const { active } = await workers.ready
  if (!workers.controller) active?.postMessage({ type: 'CLAIM' })
}

const lookForUpdate = () =>
  // Offline there is nothing to find; the browser looks again by itself.
  workbox?.update().catch(() => undefined)

/**
 * Takes the new version over; not while somebody is signing in, whose answer serves once. What is in a form is stored,
 * and there again after the page has come back.
 */
export async function takeUpdate(): Promise<void> {
  if (isSigningIn()) return
  taking = true
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration?.waiting) workbox?.messageSkipWaiting()
  else location.reload()
}
