// Numbers with their nouns and verbs, in English.
export const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
export const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)
/** The word that goes with a number. */
export const form = (count: number, one: string, many: string) => (count === 1 ? one : many)
