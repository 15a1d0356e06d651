// English, whole: the words that belong to no section, and the sections. What it says, every language must say.
import { account } from './english/account.ts'
import { approvals } from './english/approvals.ts'
import { form } from './english/counted.ts'
import { delivery } from './english/delivery.ts'
import { history } from './english/history.ts'
import { hours } from './english/hours.ts'
import { notices } from './english/notices.ts'
import { people } from './english/people.ts'
import { projects } from './english/projects.ts'
import { refusals } from './english/refusals.ts'
import { reports } from './english/reports.ts'
import { signIn } from './english/sign-in.ts'
import { timer } from './english/timer.ts'
import { week } from './english/week.ts'

export const english = {
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

  /** The language of these texts (BCP 47) and the region to assume where the device's own language is another. */
  language: 'en',
  locale: 'en-GB',
  /** The language in its own words. */
  languageName: 'English',
  product: 'Timesheets',
  skip: 'Skip to the content',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  pageTitle: (page: string) => `${page} · Timesheets`,

  navigation: {
    label: 'Main',
    log: 'Log',
    week: 'Week',
    approvals: 'Approvals',
    reports: 'Reports',
    notices: 'Notices',
    outbox: 'Outbox',
    projects: 'Projects',
    people: 'People',
    account: 'Account',
    waiting: (count: number) => `${count} waiting`,
    unread: (count: number) => `${count} new`,
  },

  update: { ready: 'A new version is ready', take: 'Update', kept: 'What you typed is kept.' },

  install: {
    title: 'Keep Timesheets at hand',
    prompt: 'Installed, it opens without signal and delivers hours with the app closed.',
    ios: 'Tap Share, then “Add to Home Screen”. Installed, your hours are kept safely and open without signal.',
    action: 'Install',
    installed: 'Installed on this device',
    available: 'Can be installed on this device',
    byMenu: 'Install it from the browser’s menu',
  },

  time: {
    now: 'just now',
    at: (day: string, time: string) => `${day} at ${time}`,
    today: 'today',
    length: (days: number, hours: number, minutes: number) =>
      [days && `${days} ${form(days, 'day', 'days')}`, hours && `${hours} h`, minutes && `${minutes} min`]
        .filter(Boolean)
        .join(' '),
  },

  unknownProject: 'Unknown project',

  lost: { title: 'Not found', text: 'There is nothing at this address.', back: 'Go to Log' },
  fault: {
    title: 'Something went wrong',
    text: 'Your saved hours are safe on this device.',
    reload: 'Reload',
  },
}

/** What every language must say: the same keys, with any words. */
export type Messages = Said<typeof english>

// A function that answers one of two fixed texts would otherwise ask other languages for these very texts.
type Said<Part> = Part extends string
  ? string
  : Part extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Said<Answer>
    : { [Key in keyof Part]: Said<Part[Key]> }
