// Signing in and out, as the screens ask for it.
import { batch, signal } from '@preact/signals'
import { beginSignIn, completeSignIn, type FailedSignIn } from '../account/redirect.ts'
import { forgetDevice, signOut } from '../account/session.ts'
import { isOutdated } from '../data/database.ts'
import { thisDevice } from '../data/device.ts'
import { forgetRemembered } from '../remembered.ts'
import { go, path, route } from './address.ts'
import { refresh } from './copy.ts'
import { deliverSoon } from './delivery.ts'

/** On the way to the sign-in page, or away from here: nothing else should be pressed. */
export const leaving = signal(false)
/** What the tenant or the API said, or that this device could not keep what a sign-in needs. */
export type FailureToSignIn = FailedSignIn | { kind: 'broken' | 'outdated'; wanted?: string }

/** Why the last sign-in failed; null while there is no reason to say so. */
export const signInProblem = signal<FailureToSignIn | null>(null)

/** Whether somebody is on the way to the tenant or back: what would load the page anew has to wait. */
export const isSigningIn = () => leaving.peek() || route.peek().screen === 'callback'

/** Where the sign-in that failed was to lead. */
let wanted = '/'

/** Goes to the tenant's page in this window; afterwards we are back where we are now. */
export async function signIn(returnTo = path.peek()): Promise<void> {
  if (leaving.peek()) return
  // The tenant's page is elsewhere: without network the browser would leave the app for an error of its own.
  if (!navigator.onLine) {
    signInProblem.value = { kind: 'offline' }
    return
  }
  batch(() => {
    leaving.value = true
    signInProblem.value = null
  })
  const begun = await beginSignIn(thisDevice(), { returnTo }).catch(asBroken)
  if ('url' in begun) {
    location.assign(begun.url)
    return
  }
  batch(() => {
    leaving.value = false
    signInProblem.value = begun
  })
}

/** Takes what the tenant answered and goes back to where the sign-in began. */
export async function finishSignIn(): Promise<void> {
  signInProblem.value = null
  const done = await completeSignIn(thisDevice(), new URL(location.href)).catch(asBroken)
  await refresh()
  if ('returnTo' in done) {
    go(done.returnTo, 'replace')
    void deliverSoon()
  } else {
    wanted = done.wanted ?? '/'
    signInProblem.value = done
  }
}

/** Signs in once more for what the failed one was begun for. */
export const signInAgain = () => signIn(wanted)

/** Without a network nothing rejects: it is the device that cannot read or store. */
function asBroken(error: unknown): FailureToSignIn {
  reportError(error)
  return { kind: isOutdated(error) ? 'outdated' : 'broken' }
}

/** Signs out, and goes to where the tenant ends its own session. */
export async function leave(): Promise<void> {
  await awayBy(() => signOut(thisDevice()))
}

/** Removes everything of everybody from this device, the small choices too, and leaves. */
export async function forget(): Promise<void> {
  await awayBy(async () => {
    const address = await forgetDevice(thisDevice())
    forgetRemembered()
    return address
  })
}

async function awayBy(how: () => Promise<URL | null>): Promise<void> {
  leaving.value = true
  try {
    const tenant = await how()
    // A full load, so that nothing of the person stays in this page's memory.
    location.replace(tenant ?? new URL('/', location.href))
  } catch (error) {
    leaving.value = false
    reportError(error)
    await refresh()
  }
}

// A page that comes back from the browser's memory is not leaving any more.
addEventListener('pageshow', () => {
  leaving.value = false
})
