// Why the server refused a change, in English.
import type { Refusal } from '#domain/problem.ts'

export const refusals = {
  /** Why the server refused a change, to the person who wanted it. `hours` writes minutes, `day` a date. */
  refused(problem: Refusal, hours: (minutes: number) => string, day: (date: string) => string): string {
    switch (problem.code) {
      case 'entry.unknown':
        return 'This entry has been deleted in the meantime.'
      case 'entry.exists':
        return 'This entry exists already.'
      case 'entry.stale':
        return 'This entry was changed elsewhere in the meantime, perhaps on another device of yours.'
      case 'project.unknown':
        return 'This project does not exist any more. Choose another one.'
      case 'project.archived':
        return `The project “${problem.name}” is archived and takes no more hours. Choose another one.`
      case 'project.exists':
        return 'This project exists already.'
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
