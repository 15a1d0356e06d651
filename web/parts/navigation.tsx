// The places of the app: five in a bar under the thumb on phones, all of them in a column where there is room.
import { text } from '../messages.ts'
import { route as here } from '../state/address.ts'
import { undecidedCount } from '../state/decisions.ts'
import { attentionCount, waitingCount } from '../state/delivery.ts'
import { unreadCount } from '../state/notices.ts'
import { type Place, placesOf } from '../state/places.ts'
import { may } from '../state/rights.ts'
import { Badge } from './badge.tsx'
import { Brand } from './brand.tsx'
import { Icon } from './icon.tsx'

export const Navigation = () => (
  <nav class="navigation" aria-label={text.navigation.label}>
    <Brand />
    <ul class="places">
      {placesOf(may).map((place) => (
        <li key={place.screen} class={place.inBar ? '' : 'place-beside'}>
          <PlaceLink place={place} />
        </li>
      ))}
    </ul>
  </nav>
)

function PlaceLink({ place: { screen, href } }: { place: Place }) {
  const count = countAt(screen)
  const id = `count-${screen}`
  const isAlarm = screen === 'outbox' && attentionCount.value > 0
  return (
    <a
      class="place"
      href={href}
      {...(isHere(screen) ? { 'aria-current': 'page' } : {})}
      {...(count > 0 ? { 'aria-describedby': id } : {})}
    >
      <Icon name={screen} />
      <span>{text.navigation[screen]}</span>
      {count > 0 && (
        <>
          <Badge count={count} isAlarm={isAlarm} />
          <span id={id} hidden>
            {countInWords(screen, count)}
          </span>
        </>
      )}
    </a>
  )
}

/** The same in words, for whoever does not see the figure. */
export const countInWords = (screen: Place['screen'], count: number) =>
  screen === 'notices' ? text.navigation.unread(count) : text.navigation.waiting(count)

/** Somebody else's week is one of the approvals. */
const isHere = (screen: Place['screen']) =>
  here.value.screen === screen || (screen === 'approvals' && here.value.screen === 'sheet')

/** How much waits for the person at a place. */
export function countAt(screen: Place['screen']): number {
  switch (screen) {
    case 'outbox':
      return waitingCount.value + attentionCount.value
    case 'approvals':
      return undecidedCount.value
    case 'notices':
      return unreadCount.value
    default:
      return 0
  }
}
