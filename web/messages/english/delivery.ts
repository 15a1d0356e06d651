// What is said about hours on their way to the server, in English.
import { changes, entries, form } from './counted.ts'

export const delivery = {
  indicator: {
    delivered: 'All delivered',
    waiting: (count: number) => `${count} waiting`,
    attention: (count: number) => `${count} ${form(count, 'needs', 'need')} attention`,
    offline: 'Offline',
    overdue: (count: number, since: string) => `${count} waiting since ${since}`,
  },

  banner: {
    session: 'Sign in to deliver',
    waiting: (count: number, hours: string) =>
      `${entries(count)} (${hours} h) ${form(count, 'waits', 'wait')} safely on this device.`,
    /** Where more waits than hours. */
    waitingChanges: (count: number) =>
      `${changes(count)} ${form(count, 'waits', 'wait')} safely on this device.`,
    nothing: 'Your session has ended. You can go on logging; hours wait on this device.',
    unaccepted: 'The server did not accept your sign-in. It is tried again; signing in anew may help sooner.',
    mismatch:
      'The sign-in belongs to somebody else, or was moved to another person. Nothing was sent. Sign in again as yourself; if that does not help, ask whoever manages people.',
    deactivated: 'Your account is deactivated. Ask whoever manages people.',
    broken: 'This device cannot store anything right now',
    brokenMore:
      'Hours typed here would not be safe. Free some space or leave private browsing, then open the app again.',
    outdated: 'A newer version of Timesheets is open',
    outdatedMore: 'This page is too old to go on beside it. Reload it; what you saved is safe.',
  },

  asOf: {
    time: (time: string) => `As of ${time}`,
    never: 'Not fetched yet',
    refresh: 'Refresh',
  },

  outbox: {
    title: 'Outbox',
    syncNow: 'Sync now',
    lastSync: 'Last sync',
    never: 'Not yet',
    /** A try that came to nothing, and why. */
    lastTry: (when: string, why: string) => `Last try, ${when}: ${why}`,
    sending: 'Sending what waits.',
    waiting: 'Waiting for delivery',
    attention: 'Needs attention',
    emptyTitle: 'Everything is delivered',
    emptyText: 'What you log without signal waits here until it has arrived.',
    since: (when: string) => `saved ${when}`,
    changes,
    tooLong:
      'This has been waiting for a long time. Open the app where there is signal and press “Sync now”.',
    kinds: {
      new: 'New',
      change: 'Changed',
      delete: 'Deleted',
      'week.submit': 'Submit the week',
      'week.withdraw': 'Withdraw the week',
      'week.approve': 'Approve the week',
      'week.return': 'Return the week',
      'week.reopen': 'Take the approval back',
      'late.accept': 'Accept late hours',
      'late.decline': 'Decline late hours',
      'comment.add': 'Comment',
      newProject: 'New project',
      changedProject: 'Changed project',
      newPerson: 'New person',
      changedPerson: 'Changed person',
      'identity.move': 'Move a sign-in',
    },
    weekOf: (person: string, week: number) => `${person}, week ${week}`,
    signIn: (from: string, to: string) => `${from} to ${to}`,
    edit: 'Edit',
    look: 'Look at the week',
    retry: 'Retry',
    discard: 'Discard',
    file: 'Save as a file',
    fileAll: 'Save all as a file',
    field: 'Field',
    yours: 'Yours',
    server: 'On the server',
    removed: 'deleted',
    folded: (count: number) => `${count} later ${form(count, 'change', 'changes')} of this entry included.`,
    foldedOther: (count: number) => `${count} later ${form(count, 'change', 'changes')} included.`,
    discardTitle: 'Discard this change?',
    discardText:
      'It was never delivered and will be gone from this device. What the server has stays as it is.',
    keepIt: 'Keep it',
    retried: 'Saved on this device. It is being sent again.',
    discarded: 'Discarded',
    withheld: (count: number) =>
      `${changes(count)} cannot be sent, because your account may not do that. Ask whoever manages people.`,
  },

  stranded: {
    title: 'Saved before your sign-in was moved',
    why: (count: number, name: string | null) =>
      `${changes(count)} ${form(count, 'waits', 'wait')} under the person that you were before${name ? ` (${name})` : ''}, and cannot be sent in that name any more.`,
    mayTake:
      'Take the new hours over, and they are saved and sent as yours. You can keep everything as a file first.',
    unsure: (changes: number) =>
      `${changes === 1 ? 'One change was' : `${changes} changes were`} sent without an answer and may count under the old name already. Ask whoever manages people before you log it again.`,
    mayNot: 'What is new here cannot be taken over now. Keep it as a file, or discard it.',
    take: 'Take them over',
    taken: (count: number) => `${entries(count)} ${form(count, 'is', 'are')} yours now`,
    notTaken: (reason: string) => `Some stay here: ${reason}`,
  },

  outcome: {
    /** Where something stays that cannot be. */
    done: 'Everything else is delivered.',
    doneWith: (delivered: number, refused: number) =>
      [
        delivered ? `Delivered ${changes(delivered)}.` : '',
        refused ? `${changes(refused)} ${form(refused, 'was', 'were')} not accepted.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    offline: 'No connection. Everything waits here and is tried again.',
    later: 'The server is busy and asked to come back later.',
    'sign-in': 'The sign-in was not accepted, so nothing could be sent.',
    busy: 'Another window was at it; it will be tried again.',
    mismatch: 'The sign-in belongs to somebody else, or was moved to another person. Nothing was sent.',
    deactivated: 'Your account is deactivated.',
    failed: 'The server could not answer. It is tried again.',
    nobody: 'Nobody was signed in.',
  },
}
