// Where one can go that has no room in the bar of a phone.
import { text } from '../messages.ts'
import { placesOf } from '../state/places.ts'
import { may } from '../state/rights.ts'
import { Icon } from './icon.tsx'
import { countAt, countInWords } from './navigation.tsx'

export function FurtherPlaces() {
  const places = placesOf(may).filter(({ inBar }) => !inBar)
  return (
    <section class="further" aria-label={text.account.places}>
      <ul class="rows">
        {places.map(({ screen, href }) => {
          const count = countAt(screen)
          return (
            <li key={screen}>
              <a class="row row-link" href={href}>
                <Icon name={screen} />
                <strong class="row-words">{text.navigation[screen]}</strong>
                {count > 0 && <span class="quiet">{countInWords(screen, count)}</span>}
                <Icon name="forward" />
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
