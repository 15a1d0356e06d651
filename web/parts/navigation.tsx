// The four places of the app: a bar under the thumb on phones, a column at the side where there is room.
import { text } from '../messages.ts'
import { place } from '../state/address.ts'
import { attentionCount, waitingCount } from '../state/delivery.ts'
import { Brand } from './brand.tsx'
import { Icon } from './icon.tsx'

const places = [
  { screen: 'log', href: '/' },
  { screen: 'week', href: '/week' },
  { screen: 'outbox', href: '/outbox' },
  { screen: 'account', href: '/account' },
] as const

export function Navigation() {
  const count = waitingCount.value + attentionCount.value
  return (
    <nav class="navigation" aria-label={text.navigation.label}>
      <Brand />
      <ul class="places">
        {places.map(({ screen, href }) => (
          <li key={screen}>
            <a
              class="place"
              href={href}
              {...(place.value.screen === screen ? { 'aria-current': 'page' } : {})}
            >
              <Icon name={screen} />
              <span>{text.navigation[screen]}</span>
              {screen === 'outbox' && count > 0 && (
                <span class={attentionCount.value > 0 ? 'badge badge-alarm' : 'badge'} aria-hidden="true">
                  {count > 99 ? '99+' : count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
