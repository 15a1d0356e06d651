// Leads to the part of a screen that a link was about (`?see=comments`): into view, and with the focus. What is not on
// this screen, say a single day where there is room for a table, is not looked for twice.
import { useEffect } from 'preact/hooks'
import { leaveOut, openAs } from '../state/address.ts'

const parameter = 'see'

/** An address that leads to a part of the screen at `path` by its id. */
export const addressOfPart = (path: string, id: string) => `${path}?${parameter}=${id}`

/** The id of a day in the list of a week. */
export const idOfDay = (date: string) => `day-${date}`
/** The id of what is said about a week. */
export const idOfComments = 'comments'

/** Used by a screen whose parts links lead to; they take the focus, being headings with `tabIndex={-1}`. */
export function useLedTo(): void {
  const asked = openAs(parameter)
  useEffect(() => {
    if (asked === null) return
    const part = document.getElementById(asked)
    part?.scrollIntoView({ block: 'start' })
    part?.focus({ preventScroll: true })
    leaveOut(parameter)
  }, [asked])
}
