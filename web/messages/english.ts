// English, whole: the words that belong to no section, and the sections.
import { entries } from './counted.ts'
import { delivery } from './delivery.ts'
import { hours } from './hours.ts'
import { people } from './people.ts'
import { refusals } from './refusals.ts'

export const english = {
  ...hours,
  ...delivery,
  ...people,
  ...refusals,

  /** The language of these texts (BCP 47) and the region to assume where the device's own language is another. */
  language: 'en',
  locale: 'en-GB',
  product: 'Timesheets',
  skip: 'Skip to the content',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  pageTitle: (page: string) => `${page} · Timesheets`,
  entries,

  navigation: { label: 'Main', log: 'Log', week: 'Week', outbox: 'Outbox', account: 'Account' },

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
  },

  unknownProject: 'Unknown project',

  lost: { title: 'Not found', text: 'There is nothing at this address.', back: 'Go to Log' },
  fault: {
    title: 'Something went wrong',
    text: 'Your saved hours are safe on this device.',
    reload: 'Reload',
  },
}
