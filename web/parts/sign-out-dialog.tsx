// Asks once more before somebody leaves what waits or runs here, or leaves without a network: nobody can sign in again
// before there is one.
import { text } from '../messages.ts'
import { isCutOff } from '../state/delivery.ts'
import { leave, leaving } from '../state/sign-in.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  /** What stays on this device, and what to know of the way back in. */
  behind: readonly string[]
  onClose: () => void
}

export const SignOutDialog = ({ behind, onClose }: Props) => (
  <Dialog title={isCutOff.value ? text.account.signOutTitle : text.account.signOutEarly} onClose={onClose}>
    {behind.map((each) => (
      <p key={each}>{each}</p>
    ))}
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
