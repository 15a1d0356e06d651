// What happened to the person's weeks that they should know: what is new first, what was read below.
import { text } from '../messages.ts'
import { AsOf } from '../parts/as-of.tsx'
import { Heading } from '../parts/heading.tsx'
import { Mark } from '../parts/icon.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { calling, calm, markRead, notices } from '../state/notices.ts'

/** What was read long ago is found on its week. */
const readShown = 20

export function Notices() {
  // Counted are those that the bell counts; where all is well, it is told below them.
  const count = calling.value.length
  const unread = [...calling.value, ...calm.value]
  const read = notices.value.filter(({ isRead }) => isRead).slice(0, readShown)
  return (
    <>
      <Heading title={text.notices.title} />
      <div class="notices-screen">
        <AsOf />
        <div class="notices-head" aria-live="polite">
          {count > 0 && <h2>{text.notices.unread(count)}</h2>}
          {unread.length > 1 && (
            <button class="button button-plain" type="button" onClick={() => markRead(unread)}>
              {text.notices.markAllRead}
            </button>
          )}
        </div>
        {count > 0 && <NoticeList notices={calling.value} />}
        {calm.value.length > 0 && (
          <section aria-labelledby="calm-title">
            <h2 id="calm-title">{text.notices.goodToKnow}</h2>
            <NoticeList notices={calm.value} />
          </section>
        )}
        {unread.length === 0 && (
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
