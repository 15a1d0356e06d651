// The language of the texts in the manner of the device: how dates are written, and in which order names are looked up.
import { text } from './messages.ts'

/** The device's own manner of the texts' language, en-US or en-GB; the texts' default where the device speaks another. */
export const locale = navigator.languages.find((each) => each.split('-')[0] === text.language) ?? text.locale

const collator = new Intl.Collator(locale)

/** The order of two names in the language of the texts, whatever the browser itself speaks; who has none comes first. */
export const compareNames = (one: string | null, other: string | null): number =>
  collator.compare(one ?? '', other ?? '')
