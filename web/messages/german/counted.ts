// Numbers with their nouns and verbs, in German.
export const entries = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`)
export const changes = (count: number) => (count === 1 ? '1 Änderung' : `${count} Änderungen`)
/** The word that goes with a number. */
export const form = (count: number, one: string, many: string) => (count === 1 ? one : many)
