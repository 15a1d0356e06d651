// Who is signed in, what this device keeps, and how to leave it.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { FurtherPlaces } from '../parts/further-places.tsx'
import { ForgetDialog } from '../parts/forget-dialog.tsx'
import { Heading } from '../parts/heading.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { LanguageChoice } from '../parts/language-choice.tsx'
import { SignOutDialog } from '../parts/sign-out-dialog.tsx'
import { who } from '../state/copy.ts'
import { attentionCount, isCutOff, isOnlyEntries, waitingCount } from '../state/delivery.ts'
import { install, installBy, installed } from '../state/install.ts'
import { nameOf, self } from '../state/people.ts'
import { leave, leaving } from '../state/sign-in.ts'
import { lookAtStorage, persisted } from '../state/storage.ts'
import { timer } from '../state/timer.ts'
import { takeUpdate, updateReady, version } from '../state/update.ts'

export function Account() {
  const forgetting = useSignal(false)
  useEffect(() => void lookAtStorage(), [])
  return (
    <>
      <Heading title={text.account.title} />
      <div class="account">
        <Person />
        <FurtherPlaces />
        <SignOut />
        <section class="panel" aria-labelledby="app-title">
          <h2 id="app-title">{text.account.app}</h2>
          <ul class="facts">
            <StorageFact />
            <InstallFact />
            <UpdateFact />
          </ul>
        </section>
        <LanguageChoice />
        <section class="panel" aria-labelledby="iphone-title">
          <h2 id="iphone-title">{text.account.iphoneTitle}</h2>
          <p>{text.account.iphone}</p>
        </section>
        <section class="panel" aria-labelledby="forget-title">
          <h2 id="forget-title">{text.account.forget}</h2>
          <p>{text.account.forgetText}</p>
          <button class="button button-danger" type="button" onClick={() => (forgetting.value = true)}>
            {text.account.forget}
          </button>
        </section>
      </div>
      {forgetting.value && <ForgetDialog onClose={() => (forgetting.value = false)} />}
    </>
  )
}

function SignOut() {
  const asking = useSignal(false)
  const count = waitingCount.value + attentionCount.value
  const behind = leavesBehind(count)
  const signOut = () => {
    if (count > 0 || timer.value || isCutOff.value) asking.value = true
    else void leave()
  }
  return (
    <section class="panel" aria-label={text.account.signOut}>
      {behind.map((each) => (
        <p key={each}>{each}</p>
      ))}
      <button class="button" type="button" disabled={leaving.value} onClick={signOut}>
        {text.account.signOut}
      </button>
      {asking.value && <SignOutDialog behind={behind} onClose={() => (asking.value = false)} />}
    </section>
  )
}

/** What signing out leaves on this device, and whether there is a way back in. */
function leavesBehind(count: number): string[] {
  const { signOutNothing, signOutWaiting, signOutChanges, signOutTimer, signOutOffline } = text.account
  const waits = isOnlyEntries.value ? signOutWaiting : signOutChanges
  return [
    count === 0 ? signOutNothing : waits(count),
    ...(timer.value ? [signOutTimer] : []),
    ...(isCutOff.value ? [signOutOffline] : []),
  ]
}

function Person() {
  const name = who.value?.name ?? text.account.nameless
  const target = self.value?.target ?? null
  const approver = nameOf(self.value?.manager ?? null)
  const initials = name.split(/\s+/).flatMap((word) => [...word].slice(0, 1))
  const shown = initials.length > 1 ? `${initials[0] ?? ''}${initials.at(-1) ?? ''}` : initials.join('')
  return (
    <section class="person" aria-label={name}>
      <span class="avatar" aria-hidden="true">
        {shown.toUpperCase()}
      </span>
      <span class="person-words">
        <strong>{name}</strong>
        {who.value?.email && <span class="quiet">{who.value.email}</span>}
        {target !== null && <span class="quiet">{text.account.target(writeDuration(target))}</span>}
        {approver && <span class="quiet">{text.account.approver(approver)}</span>}
      </span>
    </section>
  )
}

function Fact({ icon, title, more }: { icon: IconName; title: string; more?: string | undefined }) {
  return (
    <>
      <Icon name={icon} />
      <span class="row-words">
        <strong>{title}</strong>
        {more && <span class="quiet">{more}</span>}
      </span>
    </>
  )
}

function StorageFact() {
  const { safe, safeMore, evictable, evictableMore, unsealed } = text.account
  const isSafe = persisted.value === true
  return (
    <>
      <li class="row">
        <Fact
          icon={isSafe ? 'delivered' : 'attention'}
          title={isSafe ? safe : evictable}
          more={isSafe ? safeMore : evictableMore}
        />
      </li>
      {who.value?.sealed === false && (
        <li class="row">
          <Fact icon="attention" title={unsealed} />
        </li>
      )}
    </>
  )
}

function InstallFact() {
  const { installed: done, available, byMenu, ios, action } = text.install
  if (installed.value) {
    return (
      <li class="row">
        <Fact icon="delivered" title={done} />
      </li>
    )
  }
  const by = installBy.value
  return (
    <li class="row">
      <Fact icon="device" title={by === null ? byMenu : available} more={by === 'apple' ? ios : undefined} />
      {by === 'prompt' && (
        <button class="button" type="button" onClick={() => install()}>
          {action}
        </button>
      )}
    </li>
  )
}

const UpdateFact = () => (
  <li class="row">
    <Fact
      icon={updateReady.value ? 'sync' : 'delivered'}
      title={text.account.version(version)}
      more={updateReady.value ? text.update.ready : text.account.newest}
    />
    {updateReady.value && (
      <button class="button" type="button" onClick={() => takeUpdate()}>
        {text.update.take}
      </button>
    )}
  </li>
)
