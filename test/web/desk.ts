// The desk of an approver, for tests: rows with every value they need, and what a device makes of them.
import { openBook, type Row } from '../../worker/domain/book.ts'
import { weekKey } from '../../worker/domain/change.ts'
import type { Comment } from '../../worker/domain/comment.ts'
import type { Entry } from '../../worker/domain/entry.ts'
import type { Late } from '../../worker/domain/late.ts'
import type { Person } from '../../worker/domain/person.ts'
import type { Sheet } from '../../worker/domain/sheet.ts'
import type { Week } from '../../worker/domain/week.ts'
import type { Desk } from '../../web/state/approvals.ts'
import * as rows from '../domain/rows.ts'

export const person = (id: string, values: Partial<Person> = {}): Person =>
  rows.person(id, { name: id[0]?.toUpperCase() + id.slice(1), ...values })
/** An hour of Ada's on Thursday. */
export const entry = (id: string, values: Partial<Entry> = {}): Entry =>
  rows.entry(id, { date: rows.thursday, ...values })
/** Ada's week, submitted. */
export const week = (values: Partial<Week> = {}): Week =>
  rows.weekOf('submitted', { byName: 'Ada', version: 'one', number: 5, ...values })
export const sheet = (values: Partial<Week> = {}, entries: Entry[] = []): Sheet => ({
  kind: 'sheet',
  week: week(values),
  entries,
  before: null,
  number: 5,
})
/** A proposal of Ada's, to log two hours on Thursday. */
export const late = (id: string, values: Partial<Late> = {}): Late =>
  rows.late(id, { entry: 'hour', date: rows.thursday, minutes: 120, ...values })
export const comment = (id: string, values: Partial<Comment> = {}): Comment => ({
  kind: 'comment',
  id,
  person: 'ada',
  week: '2026-W47',
  author: 'ada',
  authorName: 'Ada',
  note: 'Where is Friday?',
  at: '2026-11-20T16:00:00.000Z',
  received: '2026-11-20T16:00:00.000Z',
  version: id,
  number: 6,
  ...values,
})

/** What Grace's device knows. */
export function desk(sheets: Sheet[], known: Row[] = [person('ada'), person('lin'), person('grace')]): Desk {
  const actor = { person: 'grace', name: 'Grace' }
  const book = openBook(actor, '', known)
  return {
    book,
    sheets: new Map(sheets.map((each) => [weekKey(each.week.person, each.week.week), each])),
    me: 'grace',
  }
}
