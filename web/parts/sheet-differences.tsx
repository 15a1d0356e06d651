// What is different in somebody's week since its approver looked last, and since it was decided last.
import type { Sheet } from '#domain/sheet.ts'
import { text } from '../messages.ts'
import { DifferenceList } from './difference-list.tsx'

interface Props {
  shown: Sheet
  /** The week as it was looked at last. */
  last: Sheet | undefined
}

export function SheetDifferences({ shown, last }: Props) {
  const { week, entries, before } = shown
  const isWaiting = week.status === 'submitted'
  return (
    <>
      {last && isWaiting && (
        <DifferenceList title={text.sheet.differenceLooked} before={last.entries} now={entries} />
      )}
      {before && week.status !== 'approved' && (
        <DifferenceList
          title={text.sheet.difference}
          {...(isWaiting ? { none: text.sheet.differenceNone } : {})}
          before={before}
          now={entries}
        />
      )}
    </>
  )
}
