// The last look before everything on this device is removed: whose hours would be lost, and a file to save one's own.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { writeDuration } from '#domain/duration.ts'
import { text } from '../messages.ts'
import { copy, elsewhere, everybody, refresh, who } from '../state/copy.ts'
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
              <li key={each.person}>{each.isTiming ? text.account.forgetTimer(what(each)) : what(each)}</li>
            ))}
          </ul>
          {lost.length > elsewhere.value.length && copy.value && (
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

/** What somebody has on this device only; of others no name is told. */
const what = ({ person, name, entries, minutes }: (typeof everybody.value)[number]) =>
  person === who.value?.person
    ? text.account.forgetPerson(name ?? text.account.nameless, entries, writeDuration(minutes))
    : text.account.forgetOther(entries)
