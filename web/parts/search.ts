// Finding things by pieces of what people remember of them, accents and case aside.

/** Words without accents and case. */
export const folded = (words: string) => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** Whether each typed word occurs in what is known of a thing. */
export function isMeant(known: readonly (string | null)[], typed: string): boolean {
  const words = folded(known.filter(Boolean).join(' '))
  return folded(typed)
    .split(/\s+/)
    .every((word) => words.includes(word))
}
