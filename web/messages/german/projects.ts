// The words around the projects that hours are booked on, in German.
import type { Messages } from '../english.ts'
import { form } from './counted.ts'

export const projects = {
  projects: {
    title: 'Projekte',
    search: 'Suche nach Name, Kunde oder Kürzel',
    new: 'Neues Projekt',
    edit: 'Projekt ändern',
    archived: (count: number) => `Archiviert: ${count}`,
    found: (count: number) => `${count} ${form(count, 'Projekt', 'Projekte')}`,
    none: 'Es gibt noch keine Projekte',
    noneMore: 'Stunden lassen sich eintragen, sobald es ein Projekt dafür gibt.',
    noneMatch: 'Kein Projekt passt dazu.',
    forbidden: 'Um Projekte kümmert sich, wer sie verwaltet. Frag dort nach, wenn dir eines fehlt.',

    name: 'Bezeichnung',
    client: 'Kunde',
    clientHint: 'bei internen Arbeiten: eure Firma',
    code: 'Kürzel',
    codeHint: 'Kurz und eindeutig, wie auf Rechnungen',
    codeTaken: (name: string) =>
      `Dieses Kürzel hat schon ${name}. Speichere noch einmal, wenn es trotzdem gelten soll.`,
    colour: 'Farbe',
    ownColour: 'Eine andere',
    colours: {
      red: 'Rot',
      rust: 'Rost',
      ochre: 'Ocker',
      olive: 'Oliv',
      green: 'Grün',
      teal: 'Petrol',
      sea: 'Seeblau',
      blue: 'Blau',
      violet: 'Violett',
      magenta: 'Pink',
      brown: 'Braun',
      grey: 'Grau',
    },
    who: 'Wer darauf buchen darf',
    everybody: 'Alle',
    membersOnly: 'Nur Mitglieder',
    members: (count: number) => `${count} ${form(count, 'Mitglied', 'Mitglieder')}`,
    searchMembers: 'Personen suchen',
    noPeople:
      'Du siehst die Personen der Firma nicht. Wer Personen verwaltet, kann die Mitglieder eines Projekts auswählen.',
    unseen: (count: number) =>
      `${count} ${form(count, 'Mitglied, das du nicht siehst, bleibt', 'Mitglieder, die du nicht siehst, bleiben')} dabei.`,

    archive: 'Archivieren',
    bringBack: 'Zurückholen',
    isArchived: 'Archiviert: nimmt keine Stunden mehr an. Was schon gebucht ist, bleibt.',
    archivedDone: (name: string) => `${name} ist archiviert`,
    broughtBack: (name: string) => `${name} nimmt wieder Stunden an`,
    saved: (name: string) => `${name} ist auf diesem Gerät gespeichert`,
    stale: (now: string) =>
      `Das wurde inzwischen anderswo geändert und ist jetzt: ${now}. Speichere noch einmal, damit deins gilt.`,
    emptyField: 'Das darf nicht leer bleiben.',
    tooLong: (most: number) => `Höchstens ${most} Zeichen.`,
    noMembers: 'Wähle jemanden aus, oder lass alle darauf buchen.',
    state: 'Zustand',
    stateArchived: 'archiviert',
    stateOpen: 'nimmt Stunden an',

    nothingToBook: 'Noch gibt es kein Projekt zum Buchen.',
    toProjects: 'Zu den Projekten',
    askForOne: 'Wende dich an die Projektverwaltung.',
  },
} satisfies Pick<Messages, 'projects'>
