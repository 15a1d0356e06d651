// German, whole: the words that belong to no section, and the sections. It says du, as the tools of a team do among
// themselves; where it speaks of people it prefers words that fit everybody.
import type { Messages } from './english.ts'
import { account } from './german/account.ts'
import { approvals } from './german/approvals.ts'
import { form } from './german/counted.ts'
import { delivery } from './german/delivery.ts'
import { history } from './german/history.ts'
import { hours } from './german/hours.ts'
import { notices } from './german/notices.ts'
import { people } from './german/people.ts'
import { projects } from './german/projects.ts'
import { refusals } from './german/refusals.ts'
import { reports } from './german/reports.ts'
import { signIn } from './german/sign-in.ts'
import { timer } from './german/timer.ts'
import { week } from './german/week.ts'

export const german = {
  ...account,
  ...approvals,
  ...delivery,
  ...history,
  ...hours,
  ...notices,
  ...people,
  ...projects,
  ...refusals,
  ...reports,
  ...signIn,
  ...timer,
  ...week,

  language: 'de',
  locale: 'de-DE',
  languageName: 'Deutsch',
  product: 'Timesheets',
  skip: 'Zum Inhalt springen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  dismiss: 'Ausblenden',
  pageTitle: (page: string) => `${page} · Timesheets`,

  navigation: {
    label: 'Hauptmenü',
    log: 'Eintragen',
    week: 'Woche',
    approvals: 'Freigaben',
    reports: 'Berichte',
    notices: 'Mitteilungen',
    outbox: 'Ausgang',
    projects: 'Projekte',
    people: 'Personen',
    account: 'Konto',
    waiting: (count: number) => `${count} offen`,
    unread: (count: number) => `${count} neu`,
  },

  update: {
    ready: 'Eine neue Version ist bereit',
    take: 'Aktualisieren',
    kept: 'Was du getippt hast, bleibt erhalten.',
  },

  install: {
    title: 'Timesheets immer zur Hand',
    prompt: 'Installiert öffnet es sich auch ohne Netz und überträgt Stunden, wenn die App geschlossen ist.',
    ios: 'Tippe auf „Teilen“, dann auf „Zum Home-Bildschirm“. Installiert sind deine Stunden sicher aufgehoben und auch ohne Netz da.',
    action: 'Installieren',
    installed: 'Auf diesem Gerät installiert',
    available: 'Lässt sich auf diesem Gerät installieren',
    byMenu: 'Über das Menü des Browsers installieren',
  },

  time: {
    now: 'gerade eben',
    at: (day: string, time: string) => `${day} um ${time}`,
    today: 'heute',
    length: (days: number, hours: number, minutes: number) =>
      [days && `${days} ${form(days, 'Tag', 'Tage')}`, hours && `${hours} Std.`, minutes && `${minutes} Min.`]
        .filter(Boolean)
        .join(' '),
  },

  unknownProject: 'Unbekanntes Projekt',

  lost: { title: 'Nicht gefunden', text: 'Unter dieser Adresse gibt es nichts.', back: 'Zum Eintragen' },
  fault: {
    title: 'Etwas ist schiefgegangen',
    text: 'Deine gespeicherten Stunden sind auf diesem Gerät sicher.',
    reload: 'Neu laden',
  },
} satisfies Messages
