// What is said about hours on their way to the server, in German.
import type { Messages } from '../english.ts'
import { changes, entries, form } from './counted.ts'

export const delivery = {
  indicator: {
    delivered: 'Alles übertragen',
    waiting: (count: number) => `${count} im Ausgang`,
    attention: (count: number) => `${count} ${form(count, 'braucht', 'brauchen')} dich`,
    offline: 'Offline',
    overdue: (count: number, since: string) => `${count} ${form(count, 'wartet', 'warten')} seit ${since}`,
  },

  banner: {
    session: 'Zum Übertragen anmelden',
    waiting: (count: number, hours: string) =>
      `${entries(count)} (${hours} Std.) ${form(count, 'wartet', 'warten')} sicher auf diesem Gerät.`,
    waitingChanges: (count: number) =>
      `${changes(count)} ${form(count, 'wartet', 'warten')} sicher auf diesem Gerät.`,
    nothing:
      'Deine Anmeldung ist abgelaufen. Du kannst weiter eintragen; die Stunden warten auf diesem Gerät.',
    unaccepted:
      'Der Server hat deine Anmeldung nicht angenommen. Es wird erneut versucht; neu anmelden hilft vielleicht schneller.',
    mismatch:
      'Die Anmeldung gehört jemand anderem oder wurde auf eine andere Person übertragen. Nichts wurde gesendet. Melde dich als du selbst an; hilft das nicht, wende dich an eure Verwaltung.',
    deactivated: 'Dein Konto ist deaktiviert. Wende dich an eure Verwaltung.',
    broken: 'Dieses Gerät kann gerade nichts speichern',
    brokenMore:
      'Stunden wären hier nicht sicher. Schaff Platz oder verlass den privaten Modus, dann öffne die App neu.',
    outdated: 'Eine neuere Version von Timesheets ist offen',
    outdatedMore: 'Diese Seite ist zu alt dafür. Lade sie neu; was du gespeichert hast, ist sicher.',
  },

  asOf: {
    time: (time: string) => `Stand: ${time}`,
    never: 'Noch nicht geladen',
    refresh: 'Aktualisieren',
  },

  outbox: {
    title: 'Ausgang',
    syncNow: 'Jetzt abgleichen',
    lastSync: 'Letzter Abgleich',
    never: 'Noch keiner',
    lastTry: (when: string, why: string) => `Letzter Versuch, ${when}: ${why}`,
    sending: 'Was wartet, wird gerade gesendet.',
    waiting: 'Wartet auf Übertragung',
    attention: 'Braucht dich',
    emptyTitle: 'Alles ist übertragen',
    emptyText: 'Was du ohne Netz einträgst, wartet hier, bis es angekommen ist.',
    since: (when: string) => `gespeichert ${when}`,
    changes,
    tooLong: 'Das wartet schon lange. Öffne die App, wo es Netz gibt, und tippe auf „Jetzt abgleichen“.',
    kinds: {
      new: 'Neu',
      change: 'Geändert',
      delete: 'Gelöscht',
      'week.submit': 'Woche einreichen',
      'week.withdraw': 'Woche zurückziehen',
      'week.approve': 'Woche genehmigen',
      'week.return': 'Woche zurückgeben',
      'week.reopen': 'Freigabe zurücknehmen',
      'late.accept': 'Nachgereichtes annehmen',
      'late.decline': 'Nachgereichtes ablehnen',
      'comment.add': 'Kommentar',
      newProject: 'Neues Projekt',
      changedProject: 'Geändertes Projekt',
      newPerson: 'Neue Person',
      changedPerson: 'Geänderte Person',
      'identity.move': 'Anmeldung übertragen',
    },
    weekOf: (person: string, week: number) => `${person}, Woche ${week}`,
    signIn: (from: string, to: string) => `${from} an ${to}`,
    edit: 'Ändern',
    look: 'Woche ansehen',
    retry: 'Noch einmal senden',
    discard: 'Verwerfen',
    file: 'Als Datei speichern',
    fileAll: 'Alles als Datei speichern',
    field: 'Feld',
    yours: 'Deins',
    server: 'Auf dem Server',
    removed: 'gelöscht',
    folded: (count: number) =>
      form(
        count,
        `Enthält ${count} spätere Änderung dieses Eintrags.`,
        `Enthält ${count} spätere Änderungen dieses Eintrags.`,
      ),
    foldedOther: (count: number) =>
      `Enthält ${count} ${form(count, 'spätere Änderung', 'spätere Änderungen')}.`,
    discardTitle: 'Diese Änderung verwerfen?',
    discardText:
      'Sie wurde nie übertragen und ist dann von diesem Gerät verschwunden. Was der Server hat, bleibt, wie es ist.',
    keepIt: 'Behalten',
    retried: 'Auf diesem Gerät gespeichert. Es wird noch einmal gesendet.',
    discarded: 'Verworfen',
    withheld: (count: number) =>
      `${changes(count)} ${form(count, 'kann', 'können')} nicht gesendet werden, weil dein Konto das nicht darf. Wende dich an eure Verwaltung.`,
  },

  stranded: {
    title: 'Gespeichert, bevor deine Anmeldung übertragen wurde',
    why: (count: number, name: string | null) =>
      `${changes(count)} ${form(count, 'wartet', 'warten')} unter der Person, die du vorher warst${name ? ` (${name})` : ''}, und ${form(count, 'kann', 'können')} unter diesem Namen nicht mehr gesendet werden.`,
    mayTake:
      'Übernimm die neuen Stunden, dann werden sie als deine gespeichert und gesendet. Vorher kannst du alles als Datei sichern.',
    unsure: (changes) =>
      `${changes === 1 ? 'Eine Änderung wurde' : `${changes} Änderungen wurden`} ohne Antwort gesendet und zählen vielleicht schon unter dem alten Namen. Frag nach, wer die Personen verwaltet, bevor du es noch einmal einträgst.`,
    mayNot: 'Was hier liegt, lässt sich gerade nicht übernehmen. Sichere es als Datei oder verwirf es.',
    take: 'Übernehmen',
    taken: (count: number) => `${entries(count)} ${form(count, 'gehört', 'gehören')} jetzt dir`,
    notTaken: (reason: string) => `Etwas bleibt hier: ${reason}`,
  },

  outcome: {
    done: 'Alles andere ist übertragen.',
    doneWith: (delivered: number, refused: number) =>
      [
        delivered ? `${changes(delivered)} übertragen.` : '',
        refused ? `${changes(refused)} nicht angenommen.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    offline: 'Keine Verbindung. Alles wartet hier und wird noch einmal gesendet.',
    later: 'Der Server ist ausgelastet und bittet um etwas Geduld.',
    'sign-in': 'Die Anmeldung wurde nicht angenommen, darum konnte nichts gesendet werden.',
    busy: 'Ein anderes Fenster war gerade dabei; es wird noch einmal versucht.',
    mismatch:
      'Die Anmeldung gehört jemand anderem oder wurde auf eine andere Person übertragen. Nichts wurde gesendet.',
    deactivated: 'Dein Konto ist deaktiviert.',
    failed: 'Der Server konnte nicht antworten. Es wird noch einmal versucht.',
    nobody: 'Niemand war angemeldet.',
  },
} satisfies Pick<Messages, 'indicator' | 'banner' | 'asOf' | 'outbox' | 'stranded' | 'outcome'>
