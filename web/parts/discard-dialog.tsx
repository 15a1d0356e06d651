// Asked before something is given up that is on this device only.
import { text } from '../messages.ts'
import { notify } from '../state/notice.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  discard: () => Promise<void>
  onClose: () => void
}

export function DiscardDialog({ discard, onClose }: Props) {
  const drop = async () => {
    onClose()
    await discard()
    notify({ text: text.outbox.discarded })
  }
  return (
    <Dialog title={text.outbox.discardTitle} onClose={onClose}>
      <p>{text.outbox.discardText}</p>
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onClose}>
          {text.outbox.keepIt}
        </button>
        <button class="button button-danger" type="button" onClick={drop}>
          {text.outbox.discard}
        </button>
      </div>
    </Dialog>
  )
}
