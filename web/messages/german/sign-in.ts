// What is said before and while somebody signs in, in German.
import type { Messages } from '../english.ts'
import { entries, form } from './counted.ts'

export const signIn = {
  welcome: {
    title: 'Stunden, die jedes Funkloch überstehen',
    lead: 'Trag deine Zeit im Zug, im Keller oder auf dem Dach ein. Sie ist sofort auf deinem Handy gespeichert und wird übertragen, sobald es Netz gibt.',
    signIn: 'Anmelden',
    going: 'Anmeldeseite wird geöffnet',
    points: [
      {
        title: 'Sofort gespeichert',
        text: 'Jede Stunde wird zuerst auf dein Gerät geschrieben. Kein Netz, kein Problem.',
      },
      {
        title: 'Einmal übertragen',
        text: 'Sie kommt genau einmal an, unter deinem Namen. Die meisten Handys übertragen auch bei geschlossener App.',
      },
      {
        title: 'Nichts geht verloren',
        text: 'Was nicht übertragen werden kann, bleibt da, mit dem Grund in klaren Worten.',
      },
    ],
    othersWait: (count: number) =>
      form(
        count,
        `${entries(count)} auf diesem Gerät wartet, bis sich anmeldet, wem er gehört.`,
        `${entries(count)} auf diesem Gerät warten, bis sich anmeldet, wem sie gehören.`,
      ),
  },

  signIn: {
    title: 'Anmeldung',
    titleRefused: 'Du kannst Timesheets nicht benutzen',
    working: 'Einen Moment, du wirst angemeldet.',
    offline:
      'Keine Verbindung zur Anmeldeseite. Versuch es wieder, wenn es Netz gibt; deine Stunden sind sicher.',
    denied: 'Die Anmeldung wurde abgebrochen oder nicht erlaubt.',
    deniedBecause: (reason: string) => `Die Anmeldung wurde nicht erlaubt: ${reason}`,
    unknown: 'Dieser Anmeldelink wurde schon benutzt oder ist zu alt. Bitte fang von vorn an.',
    untrusted:
      'Die Antwort kam nicht von der Anmeldung deiner Firma. Nichts davon wurde übernommen. Bitte fang von vorn an.',
    refused: 'Dieses Konto darf Timesheets nicht benutzen. Wende dich an die Verwaltung deiner Firma.',
    again: 'Noch einmal versuchen',
    back: 'Zurück zur App',
  },
} satisfies Pick<Messages, 'welcome' | 'signIn'>
