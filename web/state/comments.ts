// What the owner of a week and its approver have said about it, as far as it is on this device.
import * as v from 'valibot'
import { commentsOn as saidOn, writtenAt } from '#domain/book.ts'
import { book, cards, me } from './copy.ts'
import { formsOf } from './form.ts'
import { save, type Saved } from './save.ts'

export interface ShownComment {
  id: string
  author: string
  authorName: string | null
  note: string
  at: string
  standing: 'delivered' | 'device' | 'attention'
}

/** The comments on somebody's week, the oldest first; those on their way and those refused at the end. */
export function commentsOn(person: string, week: string): ShownComment[] {
  const told = saidOn(book.value, person, week)
    .toSorted((one, other) => writtenAt(one) - writtenAt(other))
    .map(({ id, author, authorName, note, at, number }): ShownComment => {
      return { id, author, authorName, note, at, standing: number === 0 ? 'device' : 'delivered' }
    })
  const refused = cards.value.flatMap(({ change }): ShownComment[] => {
    if (change.kind !== 'comment.add' || change.person !== person || change.week !== week) return []
    const { id, note, at } = change
    return [{ id, author: me.value, authorName: null, note, at, standing: 'attention' }]
  })
  return [...told, ...refused]
}

/** Says something about somebody's week. */
export const say = (person: string, week: string, note: string): Promise<Saved> =>
  save({ kind: 'comment.add', person, week, note })

const forms = formsOf(v.string())

/** A comment that is written and not sent, as it was left. */
export const commentForm = (person: string, week: string) => forms(`comment:${person}:${week}`)
