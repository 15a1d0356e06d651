// The words around who did what to an entry or a week, and when, in German.
import type { Messages } from '../english.ts'

export const history = {
  history: {
    title: 'Verlauf',
    fetching: 'Der Server wird gefragt.',
    offline:
      'Es gibt keine Verbindung, und der Verlauf liegt auf dem Server. Öffne ihn noch einmal, wo es Netz gibt.',
    failed: 'Der Server konnte nicht antworten. Versuch es später noch einmal.',
    retry: 'Noch einmal versuchen',
    empty: 'Der Server kennt davon noch keinen Schritt.',
    waiting: 'Auf diesem Gerät, noch nicht übertragen',
    steps: 'Auf dem Server, das Neueste zuerst',
    somebody: 'Jemand',
    hours: (hours: string, project: string, day: string) => `${hours} auf ${project}, ${day}`,
    times: (from: string, to: string) => `${from} bis ${to}`,
    logged: (who: string, what: string) => `${who} hat ${what} eingetragen`,
    changed: (who: string, before: string, now: string) => `${who} hat ${before} geändert in ${now}`,
    changedNote: (who: string, what: string) => `${who} hat die Notiz geändert: ${what}`,
    changedTimes: (who: string, what: string) => `${who} hat die Zeiten geändert: ${what}`,
    savedAgain: (who: string, what: string) => `${who} hat ${what} noch einmal gespeichert`,
    setTo: (who: string, what: string) => `${who} hat einen Eintrag geändert in ${what}`,
    deleted: (who: string, what: string) => `${who} hat ${what} gelöscht`,
    restored: (who: string, what: string) => `${who} hat ${what} wiederhergestellt`,
    deletedSomething: (who: string) => `${who} hat einen Eintrag gelöscht`,
    wroteEntry: (who: string) => `${who} hat einen Eintrag geändert`,
    late: {
      put: (who: string, what: string) =>
        `${who} hat ${what} gespeichert; das kam nach der Genehmigung der Woche an und brauchte eine Entscheidung`,
      delete: (who: string, what: string) =>
        `${who} hat ${what} gelöscht; das kam nach der Genehmigung der Woche an und brauchte eine Entscheidung`,
      dropped: (who: string, what: string) => `${who} hat Nachgereichtes zurückgezogen: ${what}`,
    },
    accepted: (who: string, what: string) => `${who} hat Nachgereichtes angenommen: ${what}`,
    declined: (who: string, what: string) => `${who} hat Nachgereichtes abgelehnt: ${what}`,
    someLateHour: 'Stunden',
    submitted: (who: string) => `${who} hat die Woche eingereicht`,
    withdrawn: (who: string) => `${who} hat die Woche zurückgezogen`,
    approved: (who: string) => `${who} hat die Woche genehmigt`,
    returned: (who: string) => `${who} hat die Woche zurückgegeben`,
    reopened: (who: string) => `${who} hat die Freigabe zurückgenommen`,
    commented: (who: string, words: string) => `${who} hat kommentiert: ${words}`,
    other: (who: string) => `${who} hat etwas getan, das diese Version der App nicht kennt`,
    because: (sentence: string, reason: string) => `${sentence}; Grund: ${reason}`,
    refused: {
      entry: (who: string) => `${who} wollte einen Eintrag ändern; das wurde nicht angenommen`,
      submit: (who: string) => `${who} wollte die Woche einreichen; das wurde nicht angenommen`,
      withdraw: (who: string) => `${who} wollte die Woche zurückziehen; das wurde nicht angenommen`,
      approve: (who: string) => `${who} wollte die Woche genehmigen; das wurde nicht angenommen`,
      return: (who: string) => `${who} wollte die Woche zurückgeben; das wurde nicht angenommen`,
      reopen: (who: string) => `${who} wollte die Freigabe zurücknehmen; das wurde nicht angenommen`,
      late: (who: string) => `${who} wollte über Nachgereichtes entscheiden; das wurde nicht angenommen`,
      other: (who: string) => `${who} wollte etwas, das nicht angenommen wurde`,
    },
    savedAndArrived: (saved: string, arrived: string) => `gespeichert ${saved}, angekommen ${arrived}`,
    by: (client: string) => `über ${client}`,
  },
} satisfies Pick<Messages, 'history'>
