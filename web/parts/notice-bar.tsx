// The short notice at the bottom, for eyes and ears.
import { text } from '../messages.ts'
import { dismissNotice, holdNotice, letNoticeGo, notice } from '../state/notice.ts'
import { Icon } from './icon.tsx'

export function NoticeBar() {
  const shown = notice.value
  const act = () => {
    dismissNotice()
    void shown?.action?.run()
  }
  return (
    <div
      class="notice-place"
      aria-live="polite"
      onPointerEnter={holdNotice}
      onPointerLeave={letNoticeGo}
      onFocusIn={holdNotice}
      onFocusOut={letNoticeGo}
    >
      {shown && (
        <div class="notice">
          <span>{typeof shown.text === 'string' ? shown.text : shown.text()}</span>
          {shown.action && (
            <button class="notice-action" type="button" onClick={act}>
              {shown.action.label}
            </button>
          )}
          <button class="notice-action" type="button" aria-label={text.dismiss} onClick={dismissNotice}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
