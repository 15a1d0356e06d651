// The words around logging, reading and changing hours, in German.
import type { Messages } from '../english.ts'

export const hours = {
  standing: {
    device: 'auf diesem Gerät',
    delivered: 'übertragen',
    attention: 'braucht dich',
    late: 'wartet auf die Freigabe',
    uncounted: 'nicht gezählt',
  },

  form: {
    project: 'Projekt',
    date: 'Datum',
    duration: 'Dauer',
    note: 'Notiz',
    optional: 'freiwillig',
    save: 'Speichern',
    recent: 'Zuletzt',
    matches: 'Treffer',
    noMatches: 'Nichts gefunden',
    noProjects: 'Projekte erscheinen nach der ersten Verbindung.',
    search: 'Suche nach Name, Kunde oder Kürzel',
    today: 'Heute',
    yesterday: 'Gestern',
    quick: 'Schnellauswahl',
    reading: (text: string) => `= ${text}`,
    howTo: '7:30, 7,5 oder 90m',
    colon: 'Doppelpunkt',
    ambiguous: 'Stunden oder Minuten?',
    ambiguousHours: (typed: string) =>
      `„${typed}“ sind zu viele Stunden für einen Tag. Als Minuten wären es:`,
    ambiguousMinutes: (typed: string) => `„${typed}“ kann zweierlei heißen. Wähle:`,
    by: 'Wie die Stunden angegeben werden',
    byDuration: 'Dauer',
    byTimes: 'Von – bis',
    from: 'Von',
    to: 'Bis',
    fromHint: '9 Uhr',
    toHint: '17:30 Uhr',
    now: 'Jetzt',
    endsOn: (day: string) => `endet am ${day}`,
    endsAtMidnight: 'bis Mitternacht',
    zone: (city: string) => `Ortszeit ${city}`,
    which: (time: string) =>
      `Die Uhren werden zurückgestellt und zeigen ${time} zweimal. Welches Mal ist gemeint?`,
    before: (time: string, offset: string) => `${time} vor der Umstellung (${offset})`,
    after: (time: string, offset: string) => `${time} nach der Umstellung (${offset})`,
    onDay: (time: string, day: string) => `${time} am ${day}`,
    overlaps: (project: string, from: string, to: string) =>
      `Diese Zeiten überschneiden sich mit ${project}, ${from} bis ${to}.`,
    overlapsTimer: (project: string, from: string) =>
      `Diese Zeiten überschneiden sich mit dem Timer, der seit ${from} auf ${project} läuft.`,
    startAt: (time: string) => `Um ${time} beginnen`,
    endAt: (time: string) => `Um ${time} enden`,
    noteLeft: (count: number) => (count < 0 ? `${-count} Zeichen zu viel` : `Noch ${count} Zeichen`),
  },

  fieldProblem: {
    project: {
      empty: 'Wähle ein Projekt.',
      unknown: 'Wähle eines aus der Liste.',
    },
    date: 'Wähle einen Tag.',
    note: 'Höchstens 1.000 Zeichen.',
    time: {
      'time.empty': 'Gib an, wann, etwa 9:00.',
      'time.unreadable': 'Schreib es wie 9:00, 905 oder 17 Uhr.',
      'time.missing': 'An diesem Tag überspringen die Uhren diese Zeit. Wähle eine andere.',
      'time.twice': 'Die Uhren zeigen diese Zeit zweimal. Wähle, welche gemeint ist.',
      'time.zero': 'Anfang und Ende sind gleich.',
      'time.too-long': 'Höchstens 24 Stunden.',
    },
    duration: {
      'duration.empty': 'Gib an, wie lange, etwa 7:30.',
      'duration.unreadable': 'Schreib es wie 7:30, 7,5 oder 90m.',
      'duration.ambiguous':
        'Das kann zweierlei heißen. Schreib 25 Minuten als 0:25 und eine Stunde und fünf als 1:05.',
      'duration.minutes': 'Eine Stunde hat 60 Minuten: höchstens :59.',
      'duration.zero': 'Mindestens eine Minute.',
      'duration.too-long': 'Ein Tag hat 24 Stunden.',
    },
  },

  lock: {
    submitted: (week: number) =>
      `Woche ${week} ist eingereicht und nimmt erst wieder Änderungen an, wenn du sie zurückziehst.`,
    withdraw: (week: number) => `Woche ${week} zurückziehen`,
    withdrawn: (week: number) => `Woche ${week} ist wieder offen. Reich sie ein, wenn du fertig bist.`,
    approved: (week: number, by: string) =>
      `Woche ${week} ist genehmigt. Wieder öffnen kann sie nur, wer sie genehmigt hat${by && ` (${by})`}.`,
    ask: 'Mit Kommentar bitten',
  },

  log: {
    title: 'Eintragen',
    forbidden:
      'Mit deinem Konto werden keine Stunden eingetragen. Falls doch, wende dich an eure Verwaltung.',
    saved: 'Auf diesem Gerät gespeichert',
    savedWhat: (duration: string, project: string, day: string) => `${duration} auf ${project}, ${day}`,
    notSaved: 'Nicht gespeichert. Das Gerät konnte es nicht ablegen; was du getippt hast, steht noch hier.',
    outdated:
      'Nicht gespeichert. Eine neuere Version ist offen: Notiere, was du getippt hast, lade diese Seite neu und speichere noch einmal.',
    empty: 'An diesem Tag gibt es noch keine Stunden.',
    wholeWeek: (week: number, hours: string) => `Woche ${week}: ${hours}`,
  },

  edit: {
    title: 'Eintrag ändern',
    delete: 'Löschen',
    unsaved:
      'Du hast diese Änderungen verlassen, ohne zu speichern. Speichere sie, oder brich ab, um sie zu verwerfen.',
    stale: (now: string) =>
      `Das wurde inzwischen anderswo geändert und ist jetzt: ${now}. Speichere noch einmal, damit deins gilt.`,
    gone: 'Diesen Eintrag gibt es auf diesem Gerät nicht mehr.',
    deleted: (duration: string, project: string) => `${duration} auf ${project} gelöscht`,
    undo: 'Rückgängig',
    restored: 'Wiederhergestellt',
    saved: 'Auf diesem Gerät gespeichert',
  },
} satisfies Pick<Messages, 'standing' | 'form' | 'fieldProblem' | 'lock' | 'log' | 'edit'>
