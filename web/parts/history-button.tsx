// Opens the history of an entry or a week over whatever is shown.
import { text } from '../messages.ts'
import { openHistory, type Subject } from '../state/history.ts'
import { Icon } from './icon.tsx'

export const HistoryButton = ({ subject }: { subject: Subject }) => (
  <button class="button button-plain history-button" type="button" onClick={() => openHistory(subject)}>
    <Icon name="history" />
    {text.history.title}
  </button>
)
