// Manager and deputy may approve the same week: whoever comes second is told so in passing, and has nothing left to do.
import { effect } from '@preact/signals'
import { weekNumber } from '#domain/calendar.ts'
import { text } from '../messages.ts'
import { approvedByOthers } from '../state/approvals.ts'
import { cards, sheets } from '../state/copy.ts'
import { notify } from '../state/notice.ts'
import { nameOf } from '../state/people.ts'
import { giveUp } from '../state/save.ts'

/** Puts such approvals away, for as long as the page is open. */
export function followOthersApprovals(): void {
  const going = new Set<string>()
  effect(() => {
    for (const { thing, change, by } of approvedByOthers(cards.value, sheets.value)) {
      if (going.has(change.id)) continue
      going.add(change.id)
      const name = by ?? text.history.somebody
      const title = text.sheet.title(nameOf(change.person), weekNumber(change.week))
      void giveUp(thing).then(() => notify({ text: text.decision.approvedAlready(name, title) }), reportError)
    }
  })
}
