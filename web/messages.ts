// Every text a person reads, in one typed object. Another language is one more object beside english.ts that is
// `satisfies Messages`: a missing key does not compile. What varies is a function of plain values; the functions know
// their language's plurals.
import { english } from './messages/english.ts'

export type Messages = typeof english

/** The texts in the language of this device. */
export const text: Messages = english
