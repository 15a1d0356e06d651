// How many notices are new, everywhere, and the way to them.
import { text } from '../messages.ts'
import { unreadCount } from '../state/notices.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'

export function Bell() {
  const count = unreadCount.value
  return (
    <a class="bell" href="/notices">
      <Icon name="notices" />
      <span class="hidden-word">{count > 0 ? text.notices.unread(count) : text.notices.title}</span>
      {count > 0 && <Badge count={count} />}
    </a>
  )
}
