// The words around what a person is told in the app, in English.
import { form } from './counted.ts'

export const notices = {
  notices: {
    title: 'Notices',
    none: 'Nothing new',
    noneMore: 'When a week comes back, or somebody writes to you, it stands here.',
    unread: (count: number) => (count === 1 ? '1 new notice' : `${count} new notices`),
    goodToKnow: 'Good to know',
    earlier: 'Read',
    markRead: 'Mark as read',
    markAllRead: 'Mark all as read',
    /** What is marked, to be heard: the mark, and the notice. */
    markOf: (notice: string) => `Mark as read: ${notice}`,
    returned: (week: number, by: string) =>
      by ? `${by} returned week ${week}` : `Week ${week} was returned`,
    reopened: (week: number, by: string) =>
      by ? `${by} took the approval of week ${week} back` : `The approval of week ${week} was taken back`,
    reopenedMore: 'You can change it now. Submit it again when it is right.',
    open: (week: number) => `Week ${week} is not submitted yet`,
    openMore: 'Last week is over. Look at it and submit it.',
    approved: (week: number) => `Week ${week} was approved`,
    accepted: (duration: string, day: string, project: string) =>
      `Your late hour of ${day}, ${duration} on ${project}, was accepted and counts now.`,
    declined: (duration: string, day: string, project: string) =>
      `Your late hour of ${day}, ${duration} on ${project}, was declined and does not count.`,
    acceptedRemoval: (duration: string, day: string, project: string) =>
      `Your hour of ${day}, ${duration} on ${project}, was deleted, as you asked.`,
    declinedRemoval: (duration: string, day: string, project: string) =>
      `Your hour of ${day}, ${duration} on ${project}, stays: deleting it was declined.`,
    instead: (duration: string) => `It was ${duration} before.`,
    stays: (duration: string) => `It stays ${duration}.`,
    comment: (author: string, week: number) =>
      author ? `${author} wrote on your week ${week}` : `There is a comment on your week ${week}`,
    commentOfOwner: (author: string, week: number) =>
      author ? `${author} wrote on their week ${week}` : `There is a comment on a week ${week} you approve`,
    waiting: (weeks: number, lates: number) =>
      [
        weeks ? `${weeks} ${form(weeks, 'week', 'weeks')}` : '',
        lates ? `${lates} late ${form(lates, 'hour', 'hours')}` : '',
      ]
        .filter(Boolean)
        .join(' and ')
        .concat(form(weeks + lates, ' waits for you', ' wait for you')),
    waitingMore: 'You find what waits in Approvals.',
    /** What somebody wrote. */
    said: (words: string) => `“${words}”`,
    toWeek: (week: number) => `Open week ${week}`,
    toApprovals: 'Open Approvals',
  },
}
