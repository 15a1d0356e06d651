// Why the server refused a change, in English.
import { weekNumber } from '#domain/calendar.ts'
import { dateIn, timeIn } from '#domain/moment.ts'
import type { Refusal, Status } from '#domain/problem.ts'

const status: Record<Status, string> = {
  open: 'open',
  submitted: 'submitted',
  approved: 'approved',
  returned: 'returned',
}

export const refusals = {
  /** Why the server refused a change, to the person who wanted it. `hours` writes minutes, `day` a date. */
  refused(problem: Refusal, hours: (minutes: number) => string, day: (date: string) => string): string {
    switch (problem.code) {
      case 'entry.unknown':
        return 'This entry has been deleted in the meantime.'
      case 'entry.exists':
        return 'This entry exists already.'
      case 'entry.stale':
        return 'This entry was changed elsewhere in the meantime, perhaps on another device.'
      case 'entry.overlaps':
        return `These times overlap with another entry, on ${day(dateIn(problem.start))} from ${timeIn(problem.start)} to ${timeIn(problem.end)}.`
      case 'project.unknown':
        return 'This project does not exist any more. Choose another one.'
      case 'project.archived':
        return `The project “${problem.name}” is archived and takes no more hours. Choose another one.`
      case 'project.not-yours':
        return 'This project takes hours of its members only. Choose another one.'
      case 'project.exists':
        return 'This project exists already.'
      case 'project.stale':
        return 'This project was changed elsewhere in the meantime.'
      case 'day.full':
        return `A day has 24 hours, and ${day(problem.date)} already holds ${hours(problem.others)} without these ${hours(problem.minutes)}.`
      case 'day.crowded':
        return `A day holds at most ${problem.most} entries. Put some of ${day(problem.date)} together.`
      case 'week.crowded':
        return problem.by === 'late'
          ? `Week ${weekNumber(problem.week)} has ${problem.most} late entries that wait for a decision, and takes more only after that.`
          : `Week ${weekNumber(problem.week)} has ${problem.most} comments and takes no more.`
      case 'person.own':
        return 'Nobody moves their own sign-in. Ask a second administrator.'
      case 'week.submitted':
        return `Week ${weekNumber(problem.week)} is submitted. Withdraw it to change its hours.`
      case 'week.approved':
        return `Week ${weekNumber(problem.week)} is approved and takes no more changes.`
      case 'week.not-submitted':
        return `Week ${weekNumber(problem.week)} is ${status[problem.status]}, so this step cannot be taken.`
      case 'week.stale':
        return `Week ${weekNumber(problem.week)} has changed since it was looked at and is now ${status[problem.status]}. Look at it again.`
      case 'week.own':
        return 'Nobody approves their own week.'
      case 'week.not-yours':
        return 'You do not approve for this person.'
      case 'late.unknown':
        return 'This late hour does not exist any more.'
      case 'late.exists':
        return 'This late hour exists already.'
      case 'late.stale':
        return 'This late hour was changed in the meantime.'
      case 'late.settled':
        return 'This late hour was already decided.'
      case 'person.unknown':
        return 'This person does not exist.'
      case 'person.exists':
        return 'This person exists already.'
      case 'person.stale':
        return 'This person was changed elsewhere in the meantime.'
      case 'person.email-taken':
        return `The address ${problem.email} belongs to somebody else.`
      case 'input.invalid':
        return `The server could not read this: ${problem.issues.map((issue) => issue.reason).join('; ')}.`
      case 'change.reused':
        return 'This change was sent before with other values. Press Retry to send it as a new one.'
    }
  },

  /** Why this device does not send a submission yet. */
  lookAgain: (week: number) =>
    `Week ${week} was not submitted, because some of its hours were refused. Put them right or discard them, look at the week, and submit it again.`,

  refusedOtherwise: (code: string) =>
    `The server did not accept this (${code}). A newer version of the app may know more.`,
}
