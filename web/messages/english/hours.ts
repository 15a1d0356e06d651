// The words around logging, reading and changing hours, in English.
import type { DurationProblem } from '#domain/duration.ts'
import type { SpanProblem, TimeProblem } from '../../parts/time-input.ts'
import { form } from './counted.ts'

export const hours = {
  standing: {
    device: 'on this device',
    delivered: 'delivered',
    attention: 'needs attention',
    late: 'waits for your approver',
    uncounted: 'not counted',
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
    ambiguousHours: (typed: string) => `“${typed}” is too many hours for one day. As minutes it is:`,
    ambiguousMinutes: (typed: string) => `“${typed}” can mean two things. Choose one:`,
    by: 'How the hours are given',
    byDuration: 'Duration',
    byTimes: 'From – to',
    from: 'From',
    to: 'To',
    fromHint: '9:00',
    toHint: '17:30',
    now: 'Now',
    endsOn: (day: string) => `ends on ${day}`,
    endsAtMidnight: 'until midnight',
    /** Where the clock hangs that the times are of, by its city. */
    zone: (city: string) => `${city} time`,
    which: (time: string) => `The clocks go back and show ${time} twice. Which one?`,
    before: (time: string, offset: string) => `${time} before the change (${offset})`,
    after: (time: string, offset: string) => `${time} after the change (${offset})`,
    onDay: (time: string, day: string) => `${time} on ${day}`,
    overlaps: (project: string, from: string, to: string) =>
      `These times overlap with ${project}, ${from} to ${to}.`,
    overlapsTimer: (project: string, from: string) =>
      `These times overlap with the timer that runs on ${project} since ${from}.`,
    startAt: (time: string) => `Start at ${time}`,
    endAt: (time: string) => `End at ${time}`,
    noteLeft: (count: number) =>
      count < 0
        ? `${-count} ${form(-count, 'character', 'characters')} too many`
        : `${count} ${form(count, 'character', 'characters')} left`,
  },

  fieldProblem: {
    project: {
      empty: 'Choose a project.',
      unknown: 'Choose one from the list.',
    },
    date: 'Choose a day.',
    note: 'At most 1,000 characters.',
    time: {
      'time.empty': 'Say when, like 9:00.',
      'time.unreadable': 'Write it like 9:00, 905 or 5 pm.',
      'time.missing': 'On this day the clocks skip this time. Choose another one.',
      'time.twice': 'The clocks show this time twice. Choose which one.',
      'time.zero': 'Start and end are the same.',
      'time.too-long': 'At most 24 hours.',
    } satisfies Record<TimeProblem | SpanProblem, string>,
    duration: {
      'duration.empty': 'Say how long, like 7:30.',
      'duration.unreadable': 'Write it like 7:30, 7.5 or 90m.',
      'duration.ambiguous':
        'This can mean two things. Write 25 minutes as 0:25, and an hour and five as 1:05.',
      'duration.minutes': 'An hour has 60 minutes: write at most :59.',
      'duration.zero': 'At least one minute.',
      'duration.too-long': 'A day has 24 hours.',
    } satisfies Record<DurationProblem, string>,
  },

  lock: {
    submitted: (week: number) => `Week ${week} is submitted and takes no changes before you withdraw it.`,
    withdraw: (week: number) => `Withdraw week ${week}`,
    withdrawn: (week: number) => `Week ${week} is open again. Submit it when you are done.`,
    approved: (week: number, by: string) =>
      `Week ${week} is approved. Only ${by || 'your approver'} can open it again.`,
    ask: 'Ask with a comment',
  },

  log: {
    title: 'Log',
    forbidden: 'Your account does not log hours. If it should, ask whoever manages people.',
    saved: 'Saved on this device',
    savedWhat: (duration: string, project: string, day: string) => `${duration} on ${project}, ${day}`,
    notSaved: 'Not saved. This device could not store it; what you typed is still here.',
    outdated: 'Not saved. A newer version is open: note what you typed, reload this page, save again.',
    empty: 'No hours on this day yet.',
    wholeWeek: (week: number, hours: string) => `Week ${week}: ${hours}`,
  },

  edit: {
    title: 'Edit entry',
    delete: 'Delete',
    unsaved: 'You left these changes without saving them. Save them, or cancel to drop them.',
    stale: (now: string) =>
      `This was changed elsewhere in the meantime and is now: ${now}. Save again to put yours in its place.`,
    gone: 'This entry is not on this device any more.',
    deleted: (duration: string, project: string) => `Deleted ${duration} on ${project}`,
    undo: 'Undo',
    restored: 'Restored',
    saved: 'Saved on this device',
  },
}
