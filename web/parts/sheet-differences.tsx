// What is different in somebody's week since its approver looked first, since it was submitted and since it was decided last.
import { isSameSet, type Sheet, versionsOf } from '#domain/sheet.ts'
import { text } from '../messages.ts'
import { DifferenceList } from './difference-list.tsx'
import { SheetSince } from './sheet-since.tsx'

interface Props {
  shown: Sheet
  /** The week as this approver decided on it last, or else looked at it first. */
  last: Sheet | undefined
}

export function SheetDifferences({ shown, last }: Props) {
  const { week, entries, before } = shown
  const isWaiting = week.status === 'submitted'
  // What was decided on last is compared with below.
  const isLooked = last !== undefined && !(before && isSameSet(versionsOf(before), versionsOf(last.entries)))
  return (
    <>
      {isWaiting && week.changed && <SheetSince key={week.version} person={week.person} week={week.week} />}
      {isLooked && isWaiting && (
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
