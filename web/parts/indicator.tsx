// How the delivery stands, everywhere: a sign, a few words, and the way to the outbox.
import { since } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { attentionCount, online, waitingCount, waitingSince, waitsTooLong } from '../state/delivery.ts'
import { Icon, type IconName } from './icon.tsx'

interface State {
  look: 'calm' | 'waiting' | 'alarm'
  icon: IconName
  words: string
}

function state(): State {
  const words = text.indicator
  if (attentionCount.value > 0) {
    return { look: 'alarm', icon: 'attention', words: words.attention(attentionCount.value) }
  }
  const count = waitingCount.value
  if (count > 0 && waitsTooLong.value && waitingSince.value) {
    const when = since(waitingSince.value, now.value, zone.value)
    return { look: 'alarm', icon: 'attention', words: words.overdue(count, when) }
  }
  const icon = online.value ? 'device' : 'offline'
  if (count > 0) return { look: 'waiting', icon, words: words.waiting(count) }
  if (!online.value) return { look: 'calm', icon, words: words.offline }
  return { look: 'calm', icon: 'delivered', words: words.delivered }
}

export function Indicator() {
  const { look, icon, words } = state()
  return (
    <a class={`indicator indicator-${look}`} href="/outbox">
      <Icon name={icon} />
      <span>{words}</span>
    </a>
  )
}
