// The words around the people of the company, in English.
import { form } from './counted.ts'

export const people = {
  people: {
    title: 'People',
    search: 'Search by name or e-mail',
    new: 'New person',
    edit: 'Edit person',
    found: (count: number) => `${count} ${form(count, 'person', 'people')}`,
    noneMatch: 'Nobody matches.',
    forbidden: 'The people of the company are shown to those who manage them.',
    inactive: (count: number) => `Deactivated: ${count}`,

    signedIn: 'has signed in',
    notYet: 'not signed in yet',
    target: (hours: string) => `${hours} h a week`,
    approver: (name: string) => `approved by ${name}`,
    anyApprover: 'approved by any approver',
    from: (day: string) => `from ${day}`,
    until: (day: string) => `until ${day}`,
    unexpected: 'no timesheets expected',

    name: 'Name',
    email: 'E-mail',
    emailHint: 'Whoever signs in with this address first becomes this person.',
    firstDay: 'First day',
    lastDay: 'Last day',
    daysHint: 'Timesheets are expected from the first day on, up to the last if there is one.',
    weekly: 'Hours a week',
    weeklyHint: '38:30 or 38.5',
    reading: (hours: string) => `= ${hours} h`,
    manager: 'Approver',
    deputy: 'Deputy of the approver',
    nobody: 'Nobody',
    anybody: 'Any approver',
    approving: 'Approve already',
    others: 'Others',
    active: 'May use Timesheets',
    activeHint: 'Without this tick nothing can be sent or read any more. All hours stay.',

    yes: 'yes',
    no: 'no',
    saved: (name: string) => `${name} is saved on this device`,
    stale: (now: string) =>
      `This was changed elsewhere in the meantime and is now: ${now}. Save again to make yours count.`,
    problems: {
      name: 'Give a name of at most 200 characters.',
      email: 'Write it like name@company.com.',
      date: 'This is no day.',
      order: 'The last day is before the first.',
      unreadable: 'Write it like 38:30, 38.5 or 40.',
      tooLong: 'A week has 168 hours.',
    },

    move: 'Move sign-in',
    moveTitle: (name: string) => `Move the sign-in of ${name}`,
    moveWhat:
      'Use this when somebody is here twice, or comes through a new sign-in and shall keep their old hours.',
    movePoints: [
      'Whoever signs in as this person today will work as the other one from then on.',
      'No hours move: each person keeps their own weeks.',
      'What waits on a phone of this person stays there until they are signed in as before.',
    ],
    moveTo: 'Who gets the sign-in',
    moveChoose: 'Choose a person',
    moveThen: (from: string, to: string) => `After this, ${from}’s sign-in opens the timesheets of ${to}.`,
    moveDo: 'Move sign-in',
    moved: (from: string, to: string) => `The sign-in of ${from} goes to ${to}`,
    moveNone: 'There is nobody else to give it to.',
  },
}
