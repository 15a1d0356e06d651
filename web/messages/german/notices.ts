// The words around what a person is told in the app, in German.
import type { Messages } from '../english.ts'
import { form } from './counted.ts'

export const notices = {
  notices: {
    title: 'Mitteilungen',
    none: 'Nichts Neues',
    noneMore: 'Kommt eine Woche zurück oder schreibt dir jemand, steht es hier.',
    unread: (count: number) => (count === 1 ? '1 neue Mitteilung' : `${count} neue Mitteilungen`),
    goodToKnow: 'Gut zu wissen',
    earlier: 'Gelesen',
    markRead: 'Gelesen',
    markAllRead: 'Alle gelesen',
    markOf: (notice: string) => `Als gelesen markieren: ${notice}`,
    returned: (week: number, by: string) =>
      by ? `${by} hat Woche ${week} zurückgegeben` : `Woche ${week} wurde zurückgegeben`,
    reopened: (week: number, by: string) =>
      by
        ? `${by} hat die Freigabe von Woche ${week} zurückgenommen`
        : `Die Freigabe von Woche ${week} wurde zurückgenommen`,
    reopenedMore: 'Du kannst sie jetzt ändern. Reich sie wieder ein, wenn sie stimmt.',
    open: (week: number) => `Woche ${week} ist noch nicht eingereicht`,
    openMore: 'Die letzte Woche ist vorbei. Sieh sie durch und reich sie ein.',
    approved: (week: number) => `Woche ${week} wurde genehmigt`,
    accepted: (duration: string, day: string, project: string) =>
      `Deine nachgereichten Stunden vom ${day}, ${duration} auf ${project}, sind angenommen und zählen jetzt.`,
    declined: (duration: string, day: string, project: string) =>
      `Deine nachgereichten Stunden vom ${day}, ${duration} auf ${project}, wurden abgelehnt und zählen nicht.`,
    acceptedRemoval: (duration: string, day: string, project: string) =>
      `Deine Zeit vom ${day}, ${duration} auf ${project}, wurde wie gewünscht gelöscht.`,
    declinedRemoval: (duration: string, day: string, project: string) =>
      `Deine Zeit vom ${day}, ${duration} auf ${project}, bleibt: Das Löschen wurde abgelehnt.`,
    instead: (duration: string) => `Vorher waren es ${duration}.`,
    stays: (duration: string) => `Es bleibt bei ${duration}.`,
    comment: (author: string, week: number) =>
      author
        ? `${author} hat zu deiner Woche ${week} geschrieben`
        : `Zu deiner Woche ${week} gibt es einen Kommentar`,
    commentOfOwner: (author: string, week: number) =>
      author
        ? `${author} hat zur eigenen Woche ${week} geschrieben`
        : `Zu einer Woche ${week}, die du genehmigst, gibt es einen Kommentar`,
    waiting: (weeks: number, lates: number) =>
      [
        weeks ? `${weeks} ${form(weeks, 'Woche', 'Wochen')}` : '',
        lates ? `${lates}-mal nachgereichte Stunden` : '',
      ]
        .filter(Boolean)
        .join(' und ')
        .concat(lates === 0 && weeks === 1 ? ' wartet auf dich' : ' warten auf dich'),
    waitingMore: 'Was wartet, steht unter Freigaben.',
    said: (words: string) => `„${words}“`,
    toWeek: (week: number) => `Woche ${week} öffnen`,
    toApprovals: 'Freigaben öffnen',
  },
} satisfies Pick<Messages, 'notices'>
