// What happened to the person's weeks that they should know: what is new first, what was read below.
import { text } from '../messages.ts'
import { AsOf } from '../parts/as-of.tsx'
import { Heading } from '../parts/heading.tsx'
import { Mark } from '../parts/icon.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { markRead, notices } from '../state/notices.ts'

/** What was read long ago is found on its week. */
const readShown = 20

export function Notices() {
  const unread = notices.value.filter(({ isRead }) => !isRead)
  const read = notices.value.filter(({ isRead }) => isRead).slice(0, readShown)
  return (
    <>
      <Heading title={text.notices.title} />
      <div class="notices-screen">
        <AsOf />
        <div class="notices-head" aria-live="polite">
          {unread.length > 0 && <h2>{text.notices.unread(unread.length)}</h2>}
          {unread.length > 1 && (
            <button class="button button-plain" type="button" onClick={() => markRead(unread)}>
              {text.notices.markAllRead}
            </button>
          )}
        </div>
        {unread.length > 0 ? (
          <NoticeList notices={unread} />
        ) : (
          <div class={read.length > 0 ? 'nothing' : 'nothing nothing-tall'}>
            <Mark />
            <strong>{text.notices.none}</strong>
            <p>{text.notices.noneMore}</p>
          </div>
        )}
        {read.length > 0 && (
          <section aria-labelledby="read-title">
            <h2 id="read-title">{text.notices.earlier}</h2>
            <NoticeList notices={read} />
          </section>
        )}
      </div>
    </>
  )
}
