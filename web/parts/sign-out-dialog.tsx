// Asks once more before somebody leaves without a network what waits here: nobody can sign in again before there is one.
import { text } from '../messages.ts'
import { leave, leaving } from '../state/sign-in.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  /** What stays on this device. */
  behind: string
  onClose: () => void
}

export const SignOutDialog = ({ behind, onClose }: Props) => (
  <Dialog title={text.account.signOutTitle} onClose={onClose}>
    <p>{behind}</p>
    <p>{text.account.signOutOffline}</p>
    <div class="dialog-actions">
      <button class="button" type="button" onClick={onClose}>
        {text.account.signOutStay}
      </button>
      <button class="button button-danger" type="button" disabled={leaving.value} onClick={() => leave()}>
        {text.account.signOut}
      </button>
    </div>
  </Dialog>
)
