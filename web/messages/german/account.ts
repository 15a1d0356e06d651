// What is said about whoever uses the device, and about the device, in German.
import type { Messages } from '../english.ts'
import { changes, entries, form } from './counted.ts'

export const account = {
  account: {
    title: 'Konto',
    nameless: 'Angemeldet',
    target: (hours: string) => `${hours} Std. pro Woche vereinbart`,
    approver: (name: string) => `${name} genehmigt deine Wochen`,
    places: 'Weitere Orte',
    signOut: 'Abmelden',
    signOutNothing:
      'Alles ist übertragen. Das Abmelden entfernt deine Stunden von diesem Gerät, nicht vom Server.',
    signOutWaiting: (count: number) =>
      form(
        count,
        `${entries(count)} ist noch nicht übertragen. Er bleibt für dich auf diesem Gerät und wird sonst niemandem gezeigt.`,
        `${entries(count)} sind noch nicht übertragen. Sie bleiben für dich auf diesem Gerät und werden sonst niemandem gezeigt.`,
      ),
    signOutChanges: (count: number) =>
      form(
        count,
        `${changes(count)} ist noch nicht übertragen. Sie bleibt für dich auf diesem Gerät und wird sonst niemandem gezeigt.`,
        `${changes(count)} sind noch nicht übertragen. Sie bleiben für dich auf diesem Gerät und werden sonst niemandem gezeigt.`,
      ),
    signOutTitle: 'Ohne Netz abmelden?',
    signOutEarly: 'Jetzt abmelden?',
    signOutTimer: 'Der Timer läuft auf diesem Gerät für dich weiter.',
    signOutStay: 'Angemeldet bleiben',
    signOutOffline:
      'Gerade gibt es kein Netz. Bis es wieder da ist, kann sich nach dem Abmelden hier niemand anmelden oder Stunden eintragen.',
    safe: 'Dieses Gerät bewahrt deine Stunden sicher auf',
    evictable: 'Der Browser darf die Kopie auf diesem Gerät löschen',
    safeMore: 'Der Browser hat zugesagt, sie nicht zu löschen.',
    evictableMore:
      'Nicht übertragene Stunden könnten verloren gehen, wenn der Platz knapp wird. Die App zu installieren verhindert das.',
    unsealed:
      'Dieser Browser kann keinen Schlüssel aufbewahren, darum ist deine Anmeldung unverschlüsselt gespeichert.',
    app: 'App',
    version: (version: string) => `Version ${version}`,
    newest: 'Auf dem neuesten Stand',
    language: 'Sprache',
    languageOfDevice: 'Wie auf diesem Gerät',
    languageUnkept: 'Der Browser lässt diese Wahl nicht speichern.',
    iphoneTitle: 'Auf iPhones und in Firefox',
    iphone:
      'Stunden werden sofort gespeichert, auch ohne Netz. Übertragen werden sie, wenn die App das nächste Mal mit Netz offen ist, denn diese Browser lassen eine geschlossene App nicht arbeiten.',
    forget: 'Dieses Gerät vergessen',
    forgetText: 'Entfernt alles von allen von diesem Gerät.',
    forgetTitle: 'Dieses Gerät vergessen?',
    forgetNothing: 'Alles ist übertragen, es geht also nichts verloren. Du wirst abgemeldet.',
    forgetLoses: 'Das wurde nie übertragen und geht verloren:',
    forgetSomebody: 'Jemand anderes',
    forgetChanges: changes,
    forgetHours: (hours: string) => `${hours} Std.`,
    forgetTimer: 'ein laufender Timer',
    forgetFile: 'Meine Stunden als Datei speichern',
    forgetConfirm: 'Alles vergessen',
  },
} satisfies Pick<Messages, 'account'>
