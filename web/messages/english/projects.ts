// The words around the projects that hours are booked on, in English.
import { form } from './counted.ts'

export const projects = {
  projects: {
    title: 'Projects',
    search: 'Search by name, client or code',
    new: 'New project',
    edit: 'Edit project',
    archived: (count: number) => `Archived: ${count}`,
    found: (count: number) => `${count} ${form(count, 'project', 'projects')}`,
    none: 'There are no projects yet',
    noneMore: 'People can log hours once there is a project to book them on.',
    noneMatch: 'No project matches.',
    forbidden: 'Projects are kept by those who manage them. Ask them for what you miss.',

    name: 'Name',
    client: 'Client',
    clientHint: 'for internal work: your own company',
    code: 'Code',
    codeHint: 'Short and unique, as on invoices',
    codeTaken: (name: string) => `${name} has this code already. Save again to use it all the same.`,
    colour: 'Colour',
    ownColour: 'Another one',
    colours: {
      red: 'Red',
      rust: 'Rust',
      ochre: 'Ochre',
      olive: 'Olive',
      green: 'Green',
      teal: 'Teal',
      sea: 'Sea blue',
      blue: 'Blue',
      violet: 'Violet',
      magenta: 'Magenta',
      brown: 'Brown',
      grey: 'Grey',
    },
    who: 'Who may book hours on it',
    everybody: 'Everybody',
    membersOnly: 'Only its members',
    members: (count: number) => `${count} ${form(count, 'member', 'members')}`,
    searchMembers: 'Search people',
    noPeople:
      'You do not see the people of this company. Whoever manages people can choose the members of a project.',
    unseen: (count: number) =>
      `${count} ${form(count, 'member whom', 'members whom')} you do not see ${form(count, 'stays', 'stay')}.`,

    archive: 'Archive',
    bringBack: 'Bring back',
    isArchived: 'Archived: it takes no more hours. Those booked on it stay.',
    archivedDone: (name: string) => `${name} is archived`,
    broughtBack: (name: string) => `${name} takes hours again`,
    saved: (name: string) => `${name} is saved on this device`,
    stale: (now: string) =>
      `This was changed elsewhere in the meantime and is now: ${now}. Save again to make yours count.`,
    emptyField: 'This cannot stay empty.',
    tooLong: (most: number) => `At most ${most} characters.`,
    noMembers: 'Choose somebody, or let everybody book on it.',
    state: 'State',
    stateArchived: 'archived',
    stateOpen: 'open for hours',

    /** In place of a list to choose from, where there is nothing to book on. */
    nothingToBook: 'There is no project to book on yet.',
    toProjects: 'Go to Projects',
    askForOne: 'Ask whoever manages projects.',
  },
}
