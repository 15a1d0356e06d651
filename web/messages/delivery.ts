// What is said about hours on their way to the server, in English.
import { changes, entries, verb } from './counted.ts'

export const delivery = {
  indicator: {
    delivered: 'All delivered',
    waiting: (count: number) => `${count} waiting`,
    attention: (count: number) => `${count} ${verb(count, 'needs', 'need')} attention`,
    offline: 'Offline',
    overdue: (count: number, since: string) => `${count} waiting since ${since}`,
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
      `${changes(count)} cannot be sent, because your account may not write hours. Ask whoever manages people.`,
  },

  outcome: {
    done: 'Everything that could be delivered is.',
    doneWith: (delivered: number, refused: number) =>
      [
        delivered ? `Delivered ${changes(delivered)}.` : '',
        refused ? `${changes(refused)} ${verb(refused, 'was', 'were')} not accepted.` : '',
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
}
