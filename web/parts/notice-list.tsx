// Notices, one by one: what happened, what was said about it, the way to it, and the mark that it was read.
import { addressOfSheet, addressOfWeek } from '#domain/address.ts'
import { addDays, mondayOf, weekNumber } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Notice } from '../data/notices.ts'
import { moment, shortDay, span } from '../dates.ts'
import { text } from '../messages.ts'
import { now, zone } from '../state/clock.ts'
import { who } from '../state/copy.ts'
import { markRead } from '../state/notices.ts'
import { Icon, type IconName } from './icon.tsx'
import { addressOfPart, idOfComments, idOfDay } from './led-to.ts'
import { projectName } from './names.ts'

export const NoticeList = ({ notices }: { notices: readonly Notice[] }) => (
  <ul class="notices">
    {notices.map((notice) => (
      <Item key={notice.keys.join(' ')} notice={notice} />
    ))}
  </ul>
)

function Item({ notice }: { notice: Notice }) {
  const { icon, title, more, quote, at, href, link } = wordsFor(notice)
  return (
    <li class={notice.isRead ? 'told told-read' : `told told-${notice.kind}`}>
      <Icon name={icon} />
      <div class="told-words">
        <h3>{title}</h3>
        {quote && <p class="told-quote">{text.notices.said(quote)}</p>}
        {more && <p class="quiet">{more}</p>}
        {at && <p class="quiet">{moment(at, now.value, zone.value)}</p>}
        <div class="told-actions">
          <a class="button" href={href} onClick={() => followed(notice)}>
            {link}
          </a>
          {!notice.isRead && (
            <button
              class="button button-plain"
              type="button"
              aria-label={text.notices.markOf(title)}
              onClick={() => markRead([notice])}
            >
              {text.notices.markRead}
            </button>
          )}
        </div>
      </div>
    </li>
  )
}

/** Who has gone to see it has read it; what asks for something stays until that is done. */
function followed(notice: Notice): void {
  if (notice.kind !== 'open' && notice.kind !== 'waiting') void markRead([notice])
}

interface Told {
  icon: IconName
  title: string
  /** What somebody wrote. */
  quote?: string
  more?: string
  at?: string
  href: string
  link: string
}

function wordsFor(notice: Notice): Told {
  const words = text.notices
  switch (notice.kind) {
    case 'waiting':
      return {
        icon: 'week',
        title: words.waiting(notice.weeks, notice.lates),
        more: words.waitingMore,
        href: '/approvals',
        link: words.toApprovals,
      }
    case 'returned':
    case 'reopened': {
      const { week, note, since, byName } = notice.week
      const title = words[notice.kind](weekNumber(week), byName ?? '')
      const more = notice.kind === 'reopened' ? { more: words.reopenedMore } : {}
      const icon = notice.kind === 'returned' ? 'returned' : 'unlocked'
      return { icon, title, quote: note, at: since, ...more, ...toWeek(week) }
    }
    case 'approved': {
      const { week, since, byName } = notice.week
      const more = byName === null ? {} : { more: byName }
      return {
        icon: 'approvals',
        title: words.approved(weekNumber(week)),
        at: since,
        ...more,
        ...toWeek(week),
      }
    }
    case 'open': {
      const monday = mondayOf(notice.week)
      const days = span(monday, addDays(monday, 6))
      const title = words.open(weekNumber(notice.week))
      return { icon: 'attention', title, more: `${days}. ${words.openMore}`, ...toWeek(notice.week) }
    }
    case 'accepted':
    case 'declined': {
      const { wants, minutes, date, project, reason, week, before } = notice.late
      const said = {
        accepted: wants === 'put' ? words.accepted : words.acceptedRemoval,
        declined: wants === 'put' ? words.declined : words.declinedRemoval,
      }[notice.kind]
      const title = [
        said(writeDuration(minutes), shortDay(date), projectName(project)),
        wants === 'put' && before && words[replaced[notice.kind]](writeDuration(before.minutes)),
      ]
        .filter(Boolean)
        .join(' ')
      const icon = notice.kind === 'accepted' ? 'delivered' : 'attention'
      const href = addressOfPart(addressOfWeek(week), idOfDay(date))
      return { icon, title, ...(reason && { quote: reason }), ...toWeek(week), href }
    }
    case 'comment': {
      const { person, week, authorName, note, received } = notice.comment
      const isMine = person === who.value?.person
      const title = (isMine ? words.comment : words.commentOfOwner)(authorName ?? '', weekNumber(week))
      const path = isMine ? addressOfWeek(week) : addressOfSheet(person, week)
      const href = addressOfPart(path, idOfComments)
      return { icon: 'account', title, quote: note, at: received, ...toWeek(week), href }
    }
  }
}

/** What is said of the hours in whose place the late ones were to stand. */
const replaced = { accepted: 'instead', declined: 'stays' } as const

const toWeek = (week: string) => ({ href: addressOfWeek(week), link: text.notices.toWeek(weekNumber(week)) })
