// Whether the app can be installed, and the hint that says so once.
import { computed, signal } from '@preact/signals'
import { recall, remember } from '../remembered.ts'
import { book } from './copy.ts'

interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>
}
const isPrompt = (event: Event): event is InstallPrompt => 'prompt' in event

const promptEvent = signal<InstallPrompt | null>(null)
const dismissed = signal(recall('install-hint') === 'dismissed')

/** Whether this page runs as an installed app. */
export const installed = signal(matchMedia('(display-mode: standalone)').matches || isStandaloneOnApple())

// Only Safari on iPhone and iPad has navigator.standalone; it never asks by itself.
const isApple = 'standalone' in navigator
function isStandaloneOnApple(): boolean {
  return 'standalone' in navigator && navigator.standalone === true
}

/** How this device can install the app: by our button, by Apple's menu, or not that we know. */
export const installBy = computed(() => {
  if (installed.value) return null
  if (promptEvent.value) return 'prompt'
  return isApple ? 'apple' : null
})

// A refused hour is in no book: the hint comes with the first one that was kept.
const hasHours = computed(() => [...book.value.entries.values()].some(({ deleted }) => !deleted))
/** Whether to say how to install: once there are hours, until it was dismissed. */
export const showInstallHint = computed(() => installBy.value !== null && !dismissed.value && hasHours.value)

/** Puts the hint away on this device, for good. */
export function dismissInstallHint(): void {
  dismissed.value = true
  remember('install-hint', 'dismissed')
}

/** Asks the browser to install the app, where it can be asked. */
export async function install(): Promise<void> {
  const event = promptEvent.value
  promptEvent.value = null
  dismissInstallHint()
  await event?.prompt()
}

/** Keeps the browser's offer for our own button, and notices when it was taken. */
export function followInstallation(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    if (isPrompt(event)) promptEvent.value = event
  })
  addEventListener('appinstalled', () => {
    installed.value = true
    promptEvent.value = null
  })
}
