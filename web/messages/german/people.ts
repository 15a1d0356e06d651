// The words around the people of the company, in German.
import type { Messages } from '../english.ts'
import { form } from './counted.ts'

export const people = {
  people: {
    title: 'Personen',
    search: 'Suche nach Name oder E-Mail',
    new: 'Neue Person',
    edit: 'Person ändern',
    found: (count: number) => `${count} ${form(count, 'Person', 'Personen')}`,
    noneMatch: 'Niemand passt dazu.',
    forbidden: 'Die Personen der Firma sieht, wer sie verwaltet.',
    inactive: (count: number) => `Deaktiviert: ${count}`,

    signedIn: 'Anmeldung verknüpft',
    notYet: 'noch nie angemeldet',
    noSignIn: 'niemand meldet sich so an',
    target: (hours: string) => `${hours} Std. pro Woche`,
    approver: (name: string) => `genehmigt von ${name}`,
    anyApprover: 'genehmigt, wer genehmigen darf',
    deputised: (name: string) => `Vertretung ${name}`,
    unconfirmed: 'E-Mail von der Anmeldung nicht bestätigt',
    unconfirmedTwice: (other: string) =>
      `E-Mail von der Anmeldung nicht bestätigt; gleicher Name wie ${other}: Anmeldung übertragen?`,
    unconfirmedMore: (others: string) =>
      `Diese Anmeldung kam ohne bestätigte E-Mail-Adresse und führte darum zu niemandem, der schon angelegt war. ${others ? `Gehört sie zu ${others}, übertrag sie dorthin.` : 'Gehört sie zu so jemandem, übertrag sie dorthin.'}`,
    from: (day: string) => `ab ${day}`,
    until: (day: string) => `bis ${day}`,
    unexpected: 'keine Wochen erwartet',

    name: 'Vor- und Nachname',
    email: 'E-Mail-Adresse',
    nameHint:
      'Kommt aus der Anmeldung und wird bei der nächsten wieder ersetzt, ebenso eine bestätigte E-Mail.',
    emailHint: 'Wer sich als Erstes mit dieser Adresse anmeldet, wird diese Person.',
    firstDay: 'Erster Tag',
    lastDay: 'Letzter Tag',
    daysHint:
      'Wochen werden ab dem ersten Tag erwartet, bis zum letzten, wenn es einen gibt. Ohne ersten Tag keine.',
    weekly: 'Stunden pro Woche',
    weeklyHint: '38:30 oder 38,5',
    reading: (hours: string) => `= ${hours} Std.`,
    manager: 'Genehmigt von',
    deputy: 'Vertretung dafür',
    nobody: 'Niemand',
    anybody: 'Alle, die genehmigen',
    approving: 'Genehmigen schon',
    others: 'Weitere',
    active: 'Darf Timesheets benutzen',
    activeHint: 'Ohne diesen Haken lässt sich nichts mehr senden oder lesen. Alle Stunden bleiben.',

    dependents: (names: string) =>
      `Genehmigt für ${names}: Deren Wochen kann dann niemand entscheiden. Gib ihnen zuerst jemand anderen.`,

    yes: 'ja',
    no: 'nein',
    saved: (name: string) => `${name} ist auf diesem Gerät gespeichert`,
    stale: (now: string) =>
      `Das wurde inzwischen anderswo geändert und ist jetzt: ${now}. Speichere noch einmal, damit deins gilt.`,
    problems: {
      name: 'Gib einen Namen mit höchstens 200 Zeichen an.',
      email: 'Schreib sie wie name@firma.de.',
      date: 'Diesen Tag gibt es nicht.',
      order: 'Der letzte Tag liegt vor dem ersten.',
      deputy: 'Die Vertretung muss jemand anderes sein.',
      unreadable: 'Schreib es wie 38:30, 38,5 oder 40.',
      tooLong: 'Eine Woche hat 168 Stunden.',
    },

    move: 'Anmeldung übertragen',
    moveTitle: (name: string) => `Anmeldung von ${name} übertragen`,
    moveWhat:
      'Für den Fall, dass jemand doppelt vorkommt oder mit einer neuen Anmeldung kommt und die alten Stunden behalten soll.',
    movePoints: [
      'Wer sich heute als diese Person anmeldet, arbeitet danach als die andere.',
      'Stunden wandern nicht: Jede Person behält ihre Wochen.',
      'Was auf einem Telefon dieser Person wartet, bleibt dort und lässt sich nach der nächsten Anmeldung übernehmen.',
    ],
    moveTo: 'Wer die Anmeldung bekommt',
    moveChoose: 'Wähle eine Person',
    moveThen: (from: string, to: string) =>
      `Danach öffnet die Anmeldung von ${from} die Stundenzettel von ${to}.`,
    moveDo: 'Übertragen',
    moved: (from: string, to: string) => `Die Anmeldung von ${from} geht an ${to}`,
    emptiedTitle: 'Übrige Person deaktivieren?',
    emptied: (name: string) =>
      `Als diese Person (${name}) meldet sich niemand mehr an, es können aber noch Wochen erwartet werden. Wird sie deaktiviert, bleiben alle Stunden erhalten, und es wird nichts mehr erwartet.`,
    emptiedKeep: 'So lassen',
    deactivate: 'Deaktivieren',
    moveNone: 'Es gibt niemanden sonst, der sie bekommen könnte.',
  },
} satisfies Pick<Messages, 'people'>
