// Every text a person reads, in one typed place. Another language is one more file whose object is `satisfies Messages`:
// a missing key does not compile. What varies is a function of plain values; the functions know their language's plurals.
import type { DurationProblem } from '#domain/duration.ts'
import type { Refusal } from '#domain/problem.ts'

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)
const verb = (count: number, one: string, many: string) => (count === 1 ? one : many)

const english = {
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

  standing: {
    device: 'on this device',
    delivered: 'delivered',
    attention: 'needs attention',
    uncounted: 'not counted',
  },

  indicator: {
    delivered: 'All delivered',
    waiting: (count: number) => `${count} waiting`,
    attention: (count: number) => `${count} ${verb(count, 'needs', 'need')} attention`,
    offline: 'Offline',
    late: (count: number, since: string) => `${count} waiting since ${since}`,
  },

  banner: {
    session: 'Sign in to deliver',
    waiting: (count: number, hours: string) =>
      `${entries(count)} (${hours} h) ${verb(count, 'waits', 'wait')} safely on this device.`,
    nothing: 'Your session has ended. You can go on logging; hours wait on this device.',
    unaccepted: 'The server did not accept your sign-in. It is tried again; signing in anew may help sooner.',
    mismatch: 'The sign-in belongs to somebody else. Nothing was sent. Sign in again as yourself.',
    deactivated: 'Your account is deactivated. Your hours wait on this device; ask whoever manages people.',
    broken: 'This device cannot store anything right now',
    brokenMore:
      'Hours typed here would not be safe. Free some space or leave private browsing, then open the app again.',
    outdated: 'A newer version of Timesheets is open',
    outdatedMore: 'This page is too old to go on beside it. Reload it; what you saved is safe.',
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

  welcome: {
    title: 'Hours that survive the tunnel',
    lead: 'Log your time on the train, in the cellar, on the roof. It is saved on your phone at once and delivered as soon as there is signal.',
    signIn: 'Sign in',
    going: 'Opening the sign-in page',
    points: [
      { title: 'Saved at once', text: 'Every hour is written to your device first. No signal, no problem.' },
      {
        title: 'Delivered once',
        text: 'It arrives exactly one time, under your name. Most phones deliver even with the app closed.',
      },
      { title: 'Nothing lost', text: 'What cannot be delivered stays, with the reason in plain words.' },
    ],
    othersWait: (count: number) =>
      `${entries(count)} on this device ${verb(count, 'waits for its owner', 'wait for their owners')} to sign in.`,
  },

  signIn: {
    title: 'Signing in',
    working: 'One moment, you are being signed in.',
    offline: 'No connection to the sign-in page. Try again when there is signal; what you logged is safe.',
    denied: 'The sign-in was cancelled or not allowed.',
    deniedBecause: (reason: string) => `The sign-in was not allowed: ${reason}`,
    unknown: 'This sign-in link was already used or is too old. Please start again.',
    untrusted:
      'The answer did not come from your company’s sign-in. Nothing was taken from it. Please start again.',
    refused: 'This account may not use Timesheets. Ask whoever manages people in your company.',
    again: 'Try again',
    back: 'Back to the app',
  },

  form: {
    project: 'Project',
    date: 'Date',
    duration: 'Duration',
    note: 'Note',
    optional: 'optional',
    save: 'Save',
    recent: 'Recent',
    matches: 'Matches',
    noMatches: 'Nothing found',
    noProjects: 'Projects appear after the first connection.',
    search: 'Search by name, client or code',
    today: 'Today',
    yesterday: 'Yesterday',
    quick: 'Quick choice',
    reading: (text: string) => `= ${text}`,
    howTo: '7:30, 7.5 or 90m',
    colon: 'Colon',
    ambiguous: 'hours or minutes?',
    noteLeft: (count: number) => (count < 0 ? `${-count} characters too many` : `${count} characters left`),
  },

  fieldProblem: {
    project: {
      empty: 'Choose a project.',
      unknown: 'Choose one from the list.',
    },
    date: 'Choose a day.',
    note: 'At most 1,000 characters.',
    duration: {
      'duration.empty': 'Say how long, like 7:30.',
      'duration.unreadable': 'Write it like 7:30, 7.5 or 90m.',
      'duration.ambiguous': 'This can mean two things. Write hours like 1:30 and minutes like 90m.',
      'duration.minutes': 'An hour has 60 minutes: write at most :59.',
      'duration.zero': 'At least one minute.',
      'duration.too-long': 'A day has 24 hours.',
    } satisfies Record<DurationProblem, string>,
  },

  log: {
    title: 'Log',
    saved: 'Saved on this device',
    savedWhat: (duration: string, project: string) => `${duration} on ${project}`,
    notSaved: 'Not saved. This device could not store it; what you typed is still here.',
    outdated: 'Not saved. A newer version is open: note what you typed, reload this page, save again.',
    empty: 'No hours on this day yet.',
    wholeWeek: (week: number, hours: string) => `Week ${week}: ${hours}`,
  },

  week: {
    name: (week: number) => `Week ${week}`,
    previous: 'Previous week',
    next: 'Next week',
    current: 'This week',
    total: 'Total',
    empty: 'No hours in this week yet.',
    emptyMore: 'What you log appears here, delivered or not.',
    fetching: 'Fetching your hours.',
    add: (day: string) => `Add hours on ${day}`,
    deleted: (count: number) => `Deleted in this week: ${count}`,
    restore: 'Restore',
  },

  edit: {
    title: 'Edit entry',
    delete: 'Delete',
    stale: (now: string) =>
      `This was changed elsewhere in the meantime and is now: ${now}. Save again to put yours in its place.`,
    gone: 'This entry is not on this device any more.',
    deleted: (duration: string, project: string) => `Deleted ${duration} on ${project}`,
    undo: 'Undo',
    restored: 'Restored',
    saved: 'Saved on this device',
  },

  outbox: {
    title: 'Outbox',
    syncNow: 'Sync now',
    lastSync: 'Last sync',
    never: 'Not yet',
    waiting: 'Waiting for delivery',
    attention: 'Needs attention',
    emptyTitle: 'Everything is delivered',
    emptyText: 'What you log without signal waits here until it has arrived.',
    since: (when: string) => `saved ${when}`,
    tooLong:
      'This has been waiting for a long time. Open the app where there is signal and press “Sync now”.',
    kinds: { new: 'New', change: 'Changed', delete: 'Deleted' },
    edit: 'Edit',
    retry: 'Retry',
    discard: 'Discard',
    file: 'Save as a file',
    fileAll: 'Save all as a file',
    field: 'Field',
    yours: 'Yours',
    server: 'On the server',
    removed: 'deleted',
    folded: (count: number) => `${count} later ${verb(count, 'change', 'changes')} of this entry included.`,
    discardTitle: 'Discard this change?',
    discardText:
      'It was never delivered and will be gone from this device. What the server has stays as it is.',
    keepIt: 'Keep it',
    retried: 'Saved on this device. It is being sent again.',
    discarded: 'Discarded',
    withheld: (count: number) =>
      `${entries(count)} cannot be sent, because your account may not write hours. Ask whoever manages people.`,
  },

  outcome: {
    done: 'Everything that could be delivered is.',
    doneWith: (delivered: number, refused: number) =>
      [
        delivered ? `Delivered ${entries(delivered)}.` : '',
        refused ? `${entries(refused)} ${verb(refused, 'was', 'were')} not accepted.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    offline: 'No connection. Your hours wait and are tried again.',
    later: 'The server is busy and asked to come back later.',
    'sign-in': 'The sign-in was not accepted, so nothing could be sent.',
    busy: 'Another window was at it; it will be tried again.',
    mismatch: 'The sign-in belongs to somebody else. Nothing was sent.',
    deactivated: 'Your account is deactivated. Your hours wait here.',
    failed: 'The server could not answer. It is tried again.',
    nobody: 'Nobody was signed in.',
  },

  account: {
    title: 'Account',
    nameless: 'Signed in',
    signOut: 'Sign out',
    signOutNothing:
      'Everything is delivered. Signing out removes your hours from this device, not from the server.',
    signOutWaiting: (count: number) =>
      `${entries(count)} ${verb(count, 'is', 'are')} not delivered yet. ${verb(count, 'It stays', 'They stay')} on this device for you and ${verb(count, 'is', 'are')} shown to nobody else.`,
    safe: 'This device keeps your hours safely',
    evictable: 'The browser may clear this device’s copy',
    safeMore: 'The browser has promised not to clear them.',
    evictableMore: 'Undelivered hours could be lost when space runs out. Installing the app prevents that.',
    unsealed: 'This browser cannot keep an encryption key, so your session is stored unencrypted.',
    app: 'App',
    version: (version: string) => `Version ${version}`,
    newest: 'Up to date',
    iphoneTitle: 'On iPhones and in Firefox',
    iphone:
      'Hours are saved at once, also without signal. They are delivered the next time the app is open and online, because these browsers do not let a closed app work.',
    forget: 'Forget this device',
    forgetText: 'Removes everything of everybody from this device.',
    forgetTitle: 'Forget this device?',
    forgetNothing: 'Everything is delivered, so nothing is lost. You will be signed out.',
    forgetLoses: 'These hours were never delivered and will be lost:',
    forgetPerson: (name: string, count: number, hours: string) => `${name}: ${entries(count)}, ${hours} h`,
    somebody: 'Somebody else',
    forgetFile: 'Save my hours as a file',
    forgetConfirm: 'Forget everything',
    leaving: 'One moment',
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

  /** Why the server refused a change, to the person who wanted it. `hours` writes minutes, `day` a date. */
  refused(problem: Refusal, hours: (minutes: number) => string, day: (date: string) => string): string {
    switch (problem.code) {
      case 'entry.unknown':
        return 'This entry has been deleted in the meantime.'
      case 'entry.exists':
        return 'An entry with this number exists already.'
      case 'entry.stale':
        return 'This entry was changed elsewhere in the meantime, perhaps on another device of yours.'
      case 'project.unknown':
        return 'This project does not exist any more. Choose another one.'
      case 'project.archived':
        return `The project “${problem.name}” is archived and takes no more hours. Choose another one.`
      case 'project.exists':
        return 'A project with this number exists already.'
      case 'project.stale':
        return 'This project was changed elsewhere in the meantime.'
      case 'day.full':
        return `A day has 24 hours, and ${day(problem.date)} already holds ${hours(problem.others)} without these ${hours(problem.minutes)}.`
      case 'input.invalid':
        return `The server could not read this: ${problem.issues.map((issue) => issue.reason).join('; ')}.`
      case 'change.reused':
        return 'This change was sent before with other values. Press Retry to send it as a new one.'
    }
  },
  refusedOtherwise: (code: string) =>
    `The server did not accept this (${code}). A newer version of the app may know more.`,
}

export type Messages = typeof english

/** The texts in the language of this device. */
export const text: Messages = english
