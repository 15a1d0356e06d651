// The last look before everything on this device is removed: whose hours would be lost, and a file to save one's own.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { copy, everybody, refresh, who } from '../state/copy.ts'
import { offerFile } from '../state/file.ts'
import { forget, leaving } from '../state/sign-in.ts'
import { Dialog } from './dialog.tsx'
import { inWords } from './in-words.ts'

export function ForgetDialog({ onClose }: { onClose: () => void }) {
  const looked = useSignal(false)
  // What is removed is named from the device as it is now, not as it was when the page last looked.
  useEffect(() => {
    void refresh().then(() => (looked.value = true))
  }, [looked])
  const lost = everybody.value
  return (
    <Dialog title={text.account.forgetTitle} onClose={onClose}>
      {lost.length === 0 ? (
        <p>{text.account.forgetNothing}</p>
      ) : (
        <>
          <p>{text.account.forgetLoses}</p>
          <ul class="lost">
            {lost.map((each) => (
              <li key={each.person}>{inLine(each)}</li>
            ))}
          </ul>
          {copy.value && copy.value.outbox.length > 0 && (
            <button class="button" type="button" onClick={() => offerFile(inWords)}>
              {text.account.forgetFile}
            </button>
          )}
        </>
      )}
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onClose}>
          {text.cancel}
        </button>
        <button
          class="button button-danger"
          type="button"
          disabled={!looked.value || leaving.value}
          onClick={() => forget()}
        >
          {text.account.forgetConfirm}
        </button>
      </div>
    </Dialog>
  )
}

/** What somebody has on this device only; of others neither name nor hours are told. */
function inLine({ person, name, entries, minutes, isTiming }: (typeof everybody.value)[number]): string {
  const { nameless, forgetSomebody, forgetChanges, forgetHours, forgetTimer } = text.account
  const isMine = person === who.value?.person
  const lost = [
    entries > 0 && forgetChanges(entries),
    isMine && minutes > 0 && forgetHours(writeDuration(minutes)),
    isTiming && forgetTimer,
  ]
  return `${isMine ? (name ?? nameless) : forgetSomebody}: ${lost.filter(Boolean).join(', ')}`
}
