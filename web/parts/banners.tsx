// What stands above a screen when delivery needs the person, when the device fails, or when a new version is there.
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { editing } from '../state/address.ts'
import { broken } from '../state/copy.ts'
import { blocked, isOnlyEntries, waitingCount, waitingMinutes } from '../state/delivery.ts'
import { dismissInstallHint, install, installBy, showInstallHint } from '../state/install.ts'
import { leaving, signIn, signInProblem } from '../state/sign-in.ts'
import { takeUpdate, updateReady } from '../state/update.ts'
import { Icon } from './icon.tsx'
import { signInWords } from './sign-in-words.ts'

export const Banners = () => (
  <>
    <BrokenBanner />
    <SessionBanner />
    <UpdateBanner />
  </>
)

function BrokenBanner() {
  if (broken.value === null) return null
  if (broken.value === 'outdated') return <OutdatedBanner />
  return (
    <section class="banner banner-alarm" role="alert">
      <div class="banner-words">
        <strong>{text.banner.broken}</strong>
        <p>{text.banner.brokenMore}</p>
      </div>
    </section>
  )
}

const OutdatedBanner = () => (
  <section class="banner banner-alarm" role="alert">
    <div class="banner-words">
      <strong>{text.banner.outdated}</strong>
      <p>{text.banner.outdatedMore}</p>
    </div>
    <button class="button button-primary" type="button" onClick={() => location.reload()}>
      {text.fault.reload}
    </button>
  </section>
)

function SessionBanner() {
  const why = blocked.value
  if (why === null) return null
  if (why === 'deactivated') return <DeactivatedBanner />
  return <SignInBanner why={why} />
}

function DeactivatedBanner() {
  const waits = waitingCount.value > 0 ? waitsInWords(waitingCount.value) : ''
  return (
    <p class="banner banner-alarm">
      {text.banner.deactivated} {waits}
    </p>
  )
}

function SignInBanner({ why }: { why: 'session' | 'sign-in' | 'mismatch' }) {
  const count = waitingCount.value
  const waits = count > 0 ? waitsInWords(count) : ''
  return (
    <section class="banner banner-waiting" aria-label={text.banner.session}>
      <div class="banner-words">
        <strong>{text.banner.session}</strong>
        {why === 'session' && <p>{waits || text.banner.nothing}</p>}
        {why === 'mismatch' && <p>{text.banner.mismatch}</p>}
        {why === 'sign-in' && (
          <p>
            {text.banner.unaccepted} {waits}
          </p>
        )}
        {signInProblem.value && <p role="alert">{signInWords(signInProblem.value)}</p>}
      </div>
      <button class="button button-primary" type="button" disabled={leaving.value} onClick={() => signIn()}>
        {text.welcome.signIn}
      </button>
    </section>
  )
}

const waitsInWords = (count: number) =>
  isOnlyEntries.value
    ? text.banner.waiting(count, writeDuration(waitingMinutes.value))
    : text.banner.waitingChanges(count)

function UpdateBanner() {
  // An open form is not to be interrupted; the offer comes back when it is closed.
  if (!updateReady.value || editing.value) return null
  return (
    <section class="banner" aria-live="polite">
      <div class="banner-words">
        <strong>{text.update.ready}</strong>
        <p>{text.update.kept}</p>
      </div>
      <button class="button" type="button" onClick={() => takeUpdate()}>
        {text.update.take}
      </button>
    </section>
  )
}

/** After the first hours, until it is dismissed: how to have the app at hand. */
export function InstallHint() {
  if (!showInstallHint.value) return null
  return (
    <section class="hint" aria-label={text.install.title}>
      <Icon name={installBy.value === 'apple' ? 'share' : 'device'} />
      <div class="banner-words">
        <strong>{text.install.title}</strong>
        <p>{installBy.value === 'apple' ? text.install.ios : text.install.prompt}</p>
        <div class="actions">
          {installBy.value === 'prompt' && (
            <button class="button" type="button" onClick={() => install()}>
              {text.install.action}
            </button>
          )}
          <button class="button button-plain" type="button" onClick={dismissInstallHint}>
            {text.dismiss}
          </button>
        </div>
      </div>
    </section>
  )
}
