// Why the server refused a change, in German.
import { weekNumber } from '#domain/calendar.ts'
import { dateIn, timeIn } from '#domain/moment.ts'
import type { Refusal, Status } from '#domain/problem.ts'
import type { Messages } from '../english.ts'

const status: Record<Status, string> = {
  open: 'offen',
  submitted: 'eingereicht',
  approved: 'genehmigt',
  returned: 'zurückgegeben',
}

export const refusals = {
  refused(problem: Refusal, hours: (minutes: number) => string, day: (date: string) => string): string {
    switch (problem.code) {
      case 'entry.unknown':
        return 'Dieser Eintrag wurde inzwischen gelöscht.'
      case 'entry.exists':
        return 'Diesen Eintrag gibt es schon.'
      case 'entry.stale':
        return 'Dieser Eintrag wurde inzwischen anderswo geändert, vielleicht auf einem anderen Gerät.'
      case 'entry.overlaps':
        return `Diese Zeiten überschneiden sich mit einem anderen Eintrag: ${day(dateIn(problem.start))}, von ${timeIn(problem.start)} bis ${timeIn(problem.end)}.`
      case 'project.unknown':
        return 'Dieses Projekt gibt es nicht mehr. Wähle ein anderes.'
      case 'project.archived':
        return `Das Projekt „${problem.name}“ ist archiviert und nimmt keine Stunden mehr an. Wähle ein anderes.`
      case 'project.not-yours':
        return 'Dieses Projekt nimmt nur Stunden seiner Mitglieder an. Wähle ein anderes.'
      case 'project.exists':
        return 'Dieses Projekt gibt es schon.'
      case 'project.stale':
        return 'Dieses Projekt wurde inzwischen anderswo geändert.'
      case 'day.full':
        return `Ein Tag hat 24 Stunden, und ohne diese ${hours(problem.minutes)} sind es schon ${hours(problem.others)} (${day(problem.date)}).`
      case 'day.crowded':
        return `Ein Tag fasst höchstens ${problem.most} Einträge. Fasse einige zusammen (${day(problem.date)}).`
      case 'week.crowded':
        return problem.by === 'late'
          ? `In Woche ${weekNumber(problem.week)} warten schon ${problem.most} nachgereichte Einträge auf eine Entscheidung; erst danach nimmt sie weitere an.`
          : `Woche ${weekNumber(problem.week)} hat schon ${problem.most} Kommentare und nimmt keine weiteren an.`
      case 'person.own':
        return 'Die eigene Anmeldung überträgt niemand selbst. Bitte eine zweite Person mit diesem Recht.'
      case 'week.submitted':
        return `Woche ${weekNumber(problem.week)} ist eingereicht. Zieh sie zurück, um ihre Stunden zu ändern.`
      case 'week.approved':
        return `Woche ${weekNumber(problem.week)} ist genehmigt und nimmt keine Änderungen mehr an.`
      case 'week.not-submitted':
        return `Woche ${weekNumber(problem.week)} ist ${status[problem.status]}, darum geht dieser Schritt nicht.`
      case 'week.stale':
        return `Woche ${weekNumber(problem.week)} hat sich seit dem letzten Blick geändert und ist jetzt ${status[problem.status]}. Sieh sie noch einmal an.`
      case 'week.own':
        return 'Die eigene Woche genehmigt niemand selbst.'
      case 'week.not-yours':
        return 'Für diese Person genehmigst du nicht.'
      case 'late.unknown':
        return 'Diese nachgereichten Stunden gibt es nicht mehr.'
      case 'late.exists':
        return 'Diese nachgereichten Stunden gibt es schon.'
      case 'late.stale':
        return 'Diese nachgereichten Stunden wurden inzwischen geändert.'
      case 'late.settled':
        return 'Über diese nachgereichten Stunden wurde schon entschieden.'
      case 'person.unknown':
        return 'Diese Person gibt es nicht.'
      case 'person.exists':
        return 'Diese Person gibt es schon.'
      case 'person.stale':
        return 'Diese Person wurde inzwischen anderswo geändert.'
      case 'person.email-taken':
        return `Die Adresse ${problem.email} gehört jemand anderem.`
      case 'input.invalid':
        return `Der Server konnte das nicht lesen: ${problem.issues.map((issue) => issue.reason).join('; ')}.`
      case 'change.reused':
        return 'Diese Änderung wurde schon mit anderen Werten gesendet. Tippe auf „Noch einmal senden“, um sie als neue zu senden.'
    }
  },

  lookAgain: (week: number) =>
    `Woche ${week} wurde nicht eingereicht, weil Stunden daraus nicht angenommen wurden. Ändere oder verwirf sie, sieh die Woche an und reich sie noch einmal ein.`,

  refusedOtherwise: (code: string) =>
    `Der Server hat das nicht angenommen (${code}). Eine neuere Version der App weiß vielleicht mehr.`,
} satisfies Pick<Messages, 'refused' | 'lookAgain' | 'refusedOtherwise'>
