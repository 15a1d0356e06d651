// Every text a person reads: one object per language, chosen once when the page starts.
// A screen's words are a section in messages/english/<area>.ts and, mirrored, in messages/german/<area>.ts; english.ts and
// german.ts put the sections together. What English says, all must say: a missing key does not compile.
// Another language is one more such file (with its sections) that `satisfies Messages`, and one line in the list below; what
// people type in it beside figures, `2 Std`, stands in worker/domain/unit-words.ts.
import { chosenLanguage } from './language.ts'
import { english, type Messages } from './messages/english.ts'
import { german } from './messages/german.ts'

/** The languages there are. */
export const languages: readonly Messages[] = [english, german]

/** The texts in the language that was chosen here, else in the first of the device's that is here, else in English. */
export function inLanguage(chosen: string | null, ofDevice: readonly string[]): Messages {
  const wanted = chosen === null ? ofDevice : [chosen, ...ofDevice]
  const known = wanted.flatMap((tag) => languages.filter(({ language }) => language === tag.split('-')[0]))
  return known[0] ?? english
}

/** The texts in the language of this person on this device. */
export const text = inLanguage(chosenLanguage(), navigator.languages)
