// The button that saves a form.
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { text } from '../messages.ts'

/** Whether nothing may be saved here: then there is no button for it. */
export const Locked = createContext(false)

/** The second tap of a double tap is not meant. */
export const SaveButton = () =>
  useContext(Locked) ? null : (
    <button
      class="button button-primary button-save"
      type="submit"
      onClick={(event) => {
        if (event.detail > 1) event.preventDefault()
      }}
    >
      {text.form.save}
    </button>
  )
