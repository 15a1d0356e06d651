// Where an hour stands, in words and by a sign.
import { text } from '../messages.ts'
import type { Standing } from '../state/entries.ts'
import { Icon } from './icon.tsx'

export const StandingMark = ({ standing, counted = true }: { standing: Standing; counted?: boolean }) => (
  <span class={`standing standing-${standing}`}>
    <Icon name={standing} />
    {text.standing[standing]}
    {!counted && `, ${text.standing.uncounted}`}
  </span>
)
