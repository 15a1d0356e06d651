// When this page delivers: after a save, at the start, when the network or the person comes back, and by the clock.
import { computed, effect, signal, untracked } from '@preact/signals'
import { millisecondsOf } from '#domain/calendar.ts'
import { minutesWanted, thingsIn } from '../data/cards.ts'
import { thisDevice } from '../data/device.ts'
import { isOldOnOpening, isStale, nextSync } from '../data/rhythm.ts'
import { sync, syncTag } from '../data/sync.ts'
import { route } from './address.ts'
import { now } from './clock.ts'
import { cards, copy, refresh, report, stranded, waiting, who } from './copy.ts'

/** From here on the indicator says that something waits too long. */
const tooLong = 24 * 60 * 60_000

/** Whether a round is on its way. */
export const syncing = signal(false)
/** Whether the screen shows what others do. */
const isWatched = computed(() => route.value.screen === 'approvals' || route.value.screen === 'sheet')
/** Whether there is a network, as far as the browser knows. */
export const online = signal(navigator.onLine)
/** Whether nothing gets through: the browser says so, or it claims a network that leads nowhere. */
export const isCutOff = computed(() => !online.value || report.value?.outcome === 'offline')
/** Entries, weeks and whatever else waits for delivery. */
export const waitingCount = computed(() => thingsIn(waiting.value).size)
/** What the entries among them come to. */
export const waitingMinutes = computed(() => minutesWanted(waiting.value))
/** What stands refused, or under somebody as whom nobody can sign in here any more. */
export const attentionCount = computed(() => cards.value.length + stranded.value.length)
/** Whether all that is on this device only are entries; else they are counted as changes. */
export const isOnlyEntries = computed(() =>
  (copy.value?.outbox ?? []).every(({ change }) => 'entry' in change),
)
/** When the oldest waiting change was saved, or null. */
export const waitingSince = computed(() => waiting.value[0]?.kept ?? null)
/** Whether the oldest has waited for more than a day. */
export const waitsTooLong = computed(() => {
  const since = waitingSince.value
  return since !== null && now.value - millisecondsOf(since) > tooLong
})
/** Why nothing can be delivered before the person does something, or null. */
export const blocked = computed(() => {
  const outcome = report.value?.outcome
  if (who.value && who.value.session !== 'active') return 'session'
  if (outcome === 'sign-in' || outcome === 'mismatch' || outcome === 'deactivated') return outcome
  return null
})

let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let rounds = 0

/** One round with the server now; rounds that are asked for while one is on its way share the next. */
export async function deliver(): Promise<void> {
  if (who.peek() === null) return
  clearTimeout(timer)
  rounds += 1
  syncing.value = true
  try {
    const { waiting: left, withheld } = await sync(thisDevice())
    failures = left > withheld ? failures + 1 : 0
  } catch (error) {
    failures += 1
    reportError(error)
  } finally {
    // A round is over when what it brought is on the screen.
    await refresh()
    rounds -= 1
    syncing.value = rounds > 0
    schedule()
  }
}

/** The same, and the service worker is asked to do it should this page be closed first. */
export async function deliverSoon(): Promise<void> {
  const asked = askServiceWorker()
  await deliver()
  await asked
}

interface Syncing {
  sync: { register: (name: string) => Promise<void> }
}
const canSync = (
  registration: ServiceWorkerRegistration,
): registration is ServiceWorkerRegistration & Syncing => 'sync' in registration

async function askServiceWorker(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.getRegistration()
    if (registration?.active && canSync(registration)) await registration.sync.register(syncTag)
  } catch {
    // Background Sync is switched off or not allowed here: the page's own triggers are the road then.
  }
}

function schedule(): void {
  clearTimeout(timer)
  const wait = nextSync({
    report: report.peek(),
    failures,
    visible: document.visibilityState === 'visible',
    isWatched: isWatched.peek(),
    random: Math.random(),
  })
  if (wait !== null) timer = setTimeout(() => void deliver(), wait)
}

function onVisible(): void {
  const isOld = isStale(copy.peek()?.complete ?? 0, thisDevice().now())
  if (document.visibilityState === 'visible' && (isOld || waiting.peek().length > 0)) void deliver()
  else schedule()
}

/** Whoever opens a screen wants to see what is true now. */
function onRoute(): void {
  const isOld = isOldOnOpening(copy.peek()?.complete ?? 0, report.peek(), thisDevice().now())
  if (online.peek() && !syncing.peek() && isOld) void deliver()
  else schedule()
}

/** Starts the page's triggers. */
export function followDelivery(): void {
  // It may have gone since this module was read, and nobody listened.
  online.value = navigator.onLine
  addEventListener('online', () => {
    online.value = true
    failures = 0
    void deliver()
  })
  addEventListener('offline', () => {
    online.value = false
  })
  document.addEventListener('visibilitychange', onVisible)
  let isFirst = true
  effect(() => {
    // At the start there is a round anyway.
    if (route.value && !isFirst) untracked(onRoute)
    isFirst = false
  })
  void deliverSoon()
}
