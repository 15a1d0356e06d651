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

export const person = (id: string, values: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  name: id[0]?.toUpperCase() + id.slice(1),
  email: null,
  from: '2026-01-01',
  until: null,
  target: null,
  manager: 'grace',
  deputy: null,
  active: true,
  linked: true,
  version: `${id}-1`,
  number: 1,
  ...values,
})
export const entry = (id: string, values: Partial<Entry> = {}): Entry => ({
  kind: 'entry',
  id,
  person: 'ada',
  project: 'bridge',
  date: '2026-11-19',
  zone: null,
  start: null,
  end: null,
  minutes: 60,
  note: '',
  version: `${id}-1`,
  number: 2,
  deleted: false,
  ...values,
})
const week = (values: Partial<Week> = {}): Week => ({
  kind: 'week',
  person: 'ada',
  week: '2026-W47',
  status: 'submitted',
  note: '',
  by: 'ada',
  byName: 'Ada',
  since: '2026-11-20T16:00:00.000Z',
  changed: false,
  settled: null,
  was: null,
  version: 'one',
  number: 5,
  ...values,
})
export const sheet = (values: Partial<Week> = {}, entries: Entry[] = []): Sheet => ({
  kind: 'sheet',
  week: week(values),
  entries,
  before: null,
  number: 5,
})
export const late = (id: string, values: Partial<Late> = {}): Late => ({
  kind: 'late',
  before: null,
  id,
  person: 'ada',
  week: '2026-W47',
  entry: 'hour',
  wants: 'put',
  base: null,
  project: 'bridge',
  date: '2026-11-19',
  zone: null,
  start: null,
  end: null,
  minutes: 120,
  note: '',
  status: 'proposed',
  reason: '',
  by: null,
  byName: null,
  at: '2026-11-19T10:00:00.000Z',
  received: '2026-11-21T10:00:00.000Z',
  version: `${id}-1`,
  number: 8,
  ...values,
})
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
export function desk(sheets: Sheet[], rows: Row[] = [person('ada'), person('lin'), person('grace')]): Desk {
  const actor = { person: 'grace', name: 'Grace' }
  const book = openBook(actor, '', rows)
  return {
    book,
    sheets: new Map(sheets.map((each) => [weekKey(each.week.person, each.week.week), each])),
    me: 'grace',
  }
}
