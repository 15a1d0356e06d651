// The words around logging, reading and changing hours, in English.
import type { DurationProblem } from '#domain/duration.ts'

export const hours = {
  standing: {
    device: 'on this device',
    delivered: 'delivered',
    attention: 'needs attention',
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
      'duration.ambiguous':
        'This can mean two things. Write 25 minutes as 0:25, and an hour and five as 1:05.',
      'duration.minutes': 'An hour has 60 minutes: write at most :59.',
      'duration.zero': 'At least one minute.',
      'duration.too-long': 'A day has 24 hours.',
    } satisfies Record<DurationProblem, string>,
  },

  log: {
    title: 'Log',
    saved: 'Saved on this device',
    savedWhat: (duration: string, project: string, day: string) => `${duration} on ${project}, ${day}`,
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
