// Choosing a project's colour by its name; the dots only illustrate.
import { text } from '../messages.ts'
import { palette } from './colours.ts'
import { Dot } from './dot.tsx'

interface Props {
  /** Tells the groups of two forms apart. */
  name: string
  value: string
  onValue: (value: string) => void
}

interface Choice {
  colour: string
  label: string
}

export function ColourField({ name, value, onValue }: Props) {
  const known: Choice[] = palette.map(({ name: called, colour }) => ({
    colour,
    label: text.projects.colours[called],
  }))
  const isKnown = known.some(({ colour }) => colour === value)
  // Projects that came by another road may have a colour of their own.
  const choices = isKnown ? known : [{ colour: value, label: text.projects.ownColour }, ...known]
  return (
    <fieldset class="field">
      <legend class="field-head">
        <span>{text.projects.colour}</span>
        <span class="field-aside">{choices.find(({ colour }) => colour === value)?.label}</span>
      </legend>
      <div class="colours">
        {choices.map(({ colour, label }) => (
          <label key={colour} class="colour">
            <input
              class="hidden-word"
              type="radio"
              name={name}
              value={colour}
              checked={colour === value}
              onChange={() => onValue(colour)}
            />
            <Dot project={{ colour }} />
            <span class="hidden-word">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
