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

    signedIn: 'sign-in linked',
    notYet: 'not signed in yet',
    noSignIn: 'nobody signs in as this person',
    target: (hours: string) => `${hours} h a week`,
    approver: (name: string) => `approved by ${name}`,
    anyApprover: 'approved by any approver',
    deputised: (name: string) => `deputy ${name}`,
    unconfirmed: 'e-mail not confirmed by the sign-in',
    unconfirmedTwice: (other: string) =>
      `e-mail not confirmed by the sign-in; same name as ${other}: move the sign-in?`,
    unconfirmedMore: (others: string) =>
      `This sign-in came without a confirmed e-mail address, so it led to nobody who was made ahead. ${others ? `If it belongs to ${others}, move it there.` : 'If it belongs to one of them, move it there.'}`,
    from: (day: string) => `from ${day}`,
    until: (day: string) => `until ${day}`,
    unexpected: 'no timesheets expected',

    name: 'Name',
    email: 'E-mail',
    nameHint: 'Comes from the sign-in, and is replaced by it the next time; so is a confirmed e-mail.',
    emailHint: 'Whoever signs in with this address first becomes this person.',
    firstDay: 'First day',
    lastDay: 'Last day',
    daysHint:
      'Timesheets are expected from the first day on, up to the last if there is one. Without a first day, none are.',
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

    dependents: (names: string) =>
      `Approves for ${names}: nobody can decide on their weeks then. Give them another approver first.`,

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
      deputy: 'The deputy has to be somebody other than the approver.',
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
      'What waits on a phone of this person stays there; after the next sign-in there it can be taken over.',
    ],
    moveTo: 'Who gets the sign-in',
    moveChoose: 'Choose a person',
    moveThen: (from: string, to: string) => `After this, ${from}’s sign-in opens the timesheets of ${to}.`,
    moveDo: 'Move sign-in',
    moved: (from: string, to: string) => `The sign-in of ${from} goes to ${to}`,
    emptiedTitle: 'Deactivate who is left?',
    emptied: (name: string) =>
      `Nobody signs in as this ${name} any more, but weeks may still be expected. If you deactivate them, all hours stay, and no more weeks are expected.`,
    emptiedKeep: 'Leave as it is',
    deactivate: 'Deactivate',
    moveNone: 'There is nobody else to give it to.',
  },
}
