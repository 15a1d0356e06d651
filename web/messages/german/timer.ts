// The words around the timer, in German.
import type { Messages } from '../english.ts'

export const timer = {
  timer: {
    title: 'Timer',
    start: 'Starten',
    startOn: (project: string) => `Timer auf ${project} starten`,
    startOther: 'Starten …',
    startTitle: 'Timer starten',
    switchTitle: 'Timer wechseln',
    switch: 'Wechseln',
    switchTo: 'Wechseln zu',
    switchOn: (project: string) => `Anhalten und Timer auf ${project} starten`,
    other: 'Anderes …',
    stop: 'Stopp',
    since: (time: string) => `seit ${time}`,
    sinceDay: (time: string, day: string) => `seit ${time}, ${day}`,
    over: (duration: string) => `über ${duration}`,
    overText: 'Das ist lang am Stück.',
    resolve: 'Sagen, was gemeint war',
    elsewhere: 'Andere Geräte sehen es nach dem Stopp.',
    again: (project: string) => `Timer heute wieder mit ${project} starten`,
    changeStart: 'Beginn ändern',
    begin: 'Begonnen heute um',
    beginProblem: {
      'time.empty': 'Gib an, wann, etwa 9:00.',
      'time.unreadable': 'Schreib es wie 9:00, 905 oder 17 Uhr.',
      'time.missing': 'An diesem Tag überspringen die Uhren diese Zeit. Wähle eine andere.',
      'time.future': 'Das kommt erst noch. Wähle eine frühere Zeit.',
    },
    started: (project: string) => `Der Timer läuft auf ${project}`,
    saved: (duration: string, project: string) => `Auf diesem Gerät gespeichert: ${duration} auf ${project}`,
    withdrawnAndSaved: (duration: string, project: string) =>
      `Zurückgezogen und gespeichert: ${duration} auf ${project}`,
    notStored: 'Nichts hat sich geändert: Dieses Gerät kann gerade nichts ablegen.',
    ask: {
      short: {
        title: 'Weniger als eine Minute',
        text: (project: string) =>
          `Nichts wurde gespeichert: Der Timer auf ${project} läuft noch keine Minute.`,
      },
      long: {
        title: 'Was war gemeint?',
        text: (duration: string, project: string) =>
          `Der Timer auf ${project} lief ${duration}. Noch ist nichts gespeichert: Sag, wann du aufgehört hast.`,
      },
      backwards: {
        title: 'Wann war Schluss?',
        text: (start: string, end: string) =>
          `Der Timer begann um ${start}, aber die Uhr dieses Geräts zeigt ${end}. Sie wurde wohl verstellt. Noch ist nichts gespeichert.`,
      },
      refused: {
        title: 'Noch nicht gespeichert',
        text: 'Der Timer ist nicht verloren. Berichtige ihn hier, oder lass ihn weiterlaufen.',
      },
      typed: {
        title: 'Zeiten eintippen',
        text: 'Der Timer läuft, bis das gespeichert ist.',
      },
    },
    keep: (duration: string) => `Alle ${duration} behalten`,
    type: 'Zeiten eintippen',
    runOn: 'Laufen lassen',
    goOn: 'Weiter messen',
    discard: 'Verwerfen',
    discarded: 'Timer verworfen',
  },
} satisfies Pick<Messages, 'timer'>
