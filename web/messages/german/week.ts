// The words around a week of one's own, in German.
import type { Messages } from '../english.ts'
import { entries, form } from './counted.ts'

export const week = {
  week: {
    name: (week: number) => `Woche ${week}`,
    previous: 'Vorige Woche',
    next: 'Nächste Woche',
    current: 'Diese Woche',
    total: 'Summe',
    target: 'Soll',
    difference: 'Differenz',
    empty: 'In dieser Woche gibt es noch keine Stunden.',
    emptyMore: 'Was du einträgst, steht hier, auch bevor es übertragen ist.',
    fetching: 'Deine Stunden werden geladen.',
    add: (day: string) => `Stunden eintragen: ${day}`,
    locked: 'gesperrt',
    copyLast: 'Vorwoche kopieren',
    print: 'Drucken',
    deleted: (count: number) => `In dieser Woche gelöscht: ${count}`,
    restore: 'Wiederherstellen',
  },

  weekState: {
    label: 'Stand der Woche',
    status: {
      open: 'Offen',
      submitted: 'Eingereicht',
      approved: 'Genehmigt',
      returned: 'Zurückgegeben',
      reopened: 'Wieder geöffnet',
    },
    submitted: (when: string, approver: string) =>
      `Abgeschickt: ${when}. Die Stunden sind gesperrt, bis ${approver ? `${approver} darüber entschieden hat` : 'darüber entschieden ist'}.`,
    submittedHere: 'Auf diesem Gerät eingereicht, noch nicht übertragen.',
    withdrawnHere: 'Auf diesem Gerät zurückgezogen, noch nicht übertragen.',
    changed: 'Seit dem Einreichen geändert: Stunden, die du vorher gespeichert hattest, sind angekommen.',
    approved: (name: string, when: string) => `${name}, ${when}. Die Stunden sind gesperrt.`,
    returned: (name: string, when: string) => `${name}, ${when}. Korrigiere sie und reich sie wieder ein.`,
    reopened: (name: string, when: string) => `${name}, ${when}. Korrigiere sie und reich sie wieder ein.`,
    fillIn: (day: string) => `${day} nachtragen`,
    somebody: 'Wer genehmigt',
    notSubmitted: 'Das Einreichen wurde nicht angenommen.',
    notWithdrawn: 'Das Zurückziehen wurde nicht angenommen.',
    dismiss: 'Gesehen',
    submit: 'Einreichen',
    withdraw: 'Zurückziehen',
    withdrawTitle: (week: number) => `Woche ${week} zurückziehen?`,
    withdrawText:
      'Sie kommt zu dir zurück und lässt sich ändern. Bis du sie wieder einreichst, kann niemand sie genehmigen.',
    withdrawTextLater:
      'Hier lässt sie sich sofort ändern. Für andere gilt das, sobald es übertragen ist: Bis dahin kann sie noch genehmigt werden.',
    withdrawn: 'Auf diesem Gerät zurückgezogen',
  },

  lateHours: {
    title: 'Nachgereichte Stunden',
    explained: 'Vor der Genehmigung gespeichert, danach angekommen. Sie zählen, sobald sie angenommen sind.',
    status: { proposed: 'wartet auf Entscheidung', accepted: 'angenommen', declined: 'abgelehnt' },
    deletes: 'soll gelöscht werden',
    instead: (hours: string) => `statt ${hours}`,
    decided: (count: number) => `Entschieden: ${count}`,
    decidedBy: (name: string, what: string) => `${what} von ${name}`,
  },

  review: {
    title: (week: number) => `Woche ${week} einreichen`,
    below: (hours: string) => `${hours} unter dem Soll`,
    above: (hours: string) => `${hours} über dem Soll`,
    met: 'wie vereinbart',
    gaps: (count: number) => `${count} ${form(count, 'Werktag', 'Werktage')} ohne Stunden`,
    noGaps: 'Kein Werktag fehlt.',
    waiting: (count: number) =>
      `${entries(count)} ${form(count, 'ist', 'sind')} noch auf diesem Gerät und ${form(count, 'wird', 'werden')} zuerst übertragen.`,
    refused: (count: number) =>
      `${entries(count)} ${form(count, 'braucht', 'brauchen')} dich. Berichtige oder verwirf das zuerst: Vorher lässt sich die Woche nicht einreichen.`,
    look: 'Ansehen',
    timer: 'Dein Timer läuft. Was er misst, zählt erst, wenn du ihn anhältst.',
    stop: 'Anhalten und mitzählen',
    ahead: 'Diese Woche hat noch nicht begonnen.',
    lock: 'Danach sind die Stunden gesperrt, bis die Woche zurückkommt oder du sie zurückziehst.',
    empty: 'In dieser Woche gibt es keine Stunden. Eingereicht heißt das: Du hast nicht gearbeitet.',
    submit: 'Einreichen',
    submitEmpty: 'Ich habe nicht gearbeitet',
    submitted: 'Eingereicht',
    submittedHere: 'Auf diesem Gerät eingereicht',
  },

  copyWeek: {
    title: 'Vorwoche kopieren',
    nothing: 'Die Vorwoche hat nichts, was diese Woche nicht schon hat.',
    copy: 'Kopieren',
    rows: 'Nur die Projekte',
    rowsMore: 'Als leere Zeilen zum Ausfüllen.',
    hours: 'Projekte und Stunden',
    hoursMore: (count: number, hours: string) =>
      `${entries(count)}, zusammen ${hours}, ohne Notizen. Tage, die das Projekt schon haben, bleiben wie sie sind.`,
    copied: (count: number) => `${entries(count)} kopiert`,
    copiedSome: (count: number, refused: number) => `${entries(count)} kopiert, ${refused} passten nicht`,
    rowsCopied: (count: number) => `${count} ${form(count, 'Zeile', 'Zeilen')} hinzugefügt`,
    undone: 'Rückgängig gemacht',
  },

  thread: {
    title: 'Kommentare',
    empty: 'Zu dieser Woche wurde noch nichts gesagt.',
    you: 'Du',
    undelivered: 'noch nicht übertragen',
    refused: 'nicht angenommen',
    write: 'Kommentar schreiben',
    send: 'Senden',
    blank: 'Schreib zuerst etwas.',
    ask: (day: string) => `Bitte öffne diese Woche wieder: Ich muss meine Stunden berichtigen (${day}).`,
  },

  grid: {
    name: (week: number) => `Stunden der Woche ${week}`,
    keys: 'Tippe Stunden in eine Zelle. Enter geht nach unten, Tab nach rechts, Escape verwirft das Getippte. Alt und Pfeil nach unten öffnet eine Zelle. Aus der Tabelle kommst du mit Escape, dann Tab.',
    project: 'Projekt',
    none: 'keine Stunden',
    several: (count: number) => `${count} Einträge`,
    note: 'mit Notiz',
    timed: 'mit Beginn und Ende',
    standing: { device: 'auf diesem Gerät', attention: 'braucht dich' },
    details: 'Notiz und mehr',
    unchanged: 'Nichts geändert: Das Gerät konnte es nicht ablegen.',
    add: 'Projekt hinzufügen',
    noProjects: 'Füge ein Projekt hinzu, oder kopiere die Vorwoche.',
    another: 'Noch einen Eintrag',
    addHours: 'Stunden eintragen',
  },
} satisfies Pick<Messages, 'week' | 'weekState' | 'lateHours' | 'review' | 'copyWeek' | 'thread' | 'grid'>
