// News: the rows a reader may see that are newer than a cursor, in ledger order, a page at a time.
import { type Cursor, printed, type Rights } from './cursor.ts'
import { mondayOf } from './domain/calendar.ts'
import { type FeedRow, oldestOfSheets, type Page, rowsPerPage, sheetsPerPage } from './domain/sync.ts'
import type { Reader } from './reader.ts'
import * as comments from './store/comments.ts'
import type { Db } from './store/db.ts'
import * as entries from './store/entries.ts'
import * as lates from './store/lates.ts'
import * as ledger from './store/ledger.ts'
import * as people from './store/people.ts'
import * as projects from './store/projects.ts'
import * as weeks from './store/weeks.ts'

/** Who asks for news, and from where on. */
export interface Asked {
  reader: Reader
  /** Null is the beginning; undefined: nobody asked for news. */
  cursor: Cursor | null | undefined
  /** Milliseconds since 1970. */
  now: number
}

/** The statements that read one page, to stand at the end of a batch. One row more than the page tells if there is more. */
export function feed(db: Db, { reader, cursor, now }: Asked) {
  const { person, approves } = reader
  const after = cursor?.position ?? 0
  // Nobody asked: the statements stay, so that the batch keeps its shape, and read nothing.
  const limit = cursor === undefined ? 0 : rowsPerPage + 1
  const sheetLimit = cursor === undefined || !approves ? 0 : sheetsPerPage + 1
  const oldest = mondayOf(oldestOfSheets(now))
  return [
    entries.after(db, person, after, limit),
    projects.after(db, reader, after, limit),
    people.after(db, reader, after, limit),
    weeks.after(db, person, after, limit),
    lates.after(db, reader, after, limit),
    comments.after(db, reader, after, limit),
    weeks.sheetsAfter(db, person, { oldest, began: cursor?.began ?? null }, after, sheetLimit),
    ledger.last(db, cursor === undefined ? 0 : 1),
  ] as const
}

type Read<Statement extends (...given: never[]) => unknown> = Awaited<ReturnType<Statement>>
type Results = readonly [
  Read<typeof entries.after>,
  Read<typeof projects.after>,
  Read<typeof people.after>,
  Read<typeof weeks.after>,
  Read<typeof lates.after>,
  Read<typeof comments.after>,
  Read<typeof weeks.sheetsAfter>,
  Read<typeof ledger.last>,
]

export const noNews: Results = [[], [], [], [], [], [], [], []]

/** The page that the statements of `feed` read for the same asker. */
export async function pageOf(results: Results, { reader, cursor }: Asked, rights: Rights): Promise<Page> {
  const [own, shared, known, steps, late, said, sheets, [newest]] = results
  // Several rows can have one number, for one change can leave several: a page ends between numbers.
  const bound = Math.min(
    ...[own, shared, known, steps, late, said].map((list) => lastWhole(list, rowsPerPage)),
    lastWhole(sheets, sheetsPerPage),
    // And where the answer would have become too large.
    (sheets.find(({ now }) => now === null)?.number ?? Infinity) - 1,
  )
  const rows: FeedRow[] = [
    ...own.map(entries.entryOf),
    ...shared.map((project) => projects.shownTo(reader, project)),
    ...known.map((person) => people.shownTo(reader, person)),
    ...steps.map(weeks.weekRowOf),
    ...late.map(lates.lateOf),
    ...said.map(comments.commentOf),
    ...sheets.map(weeks.sheetOf),
  ]
  const more = bound !== Infinity
  const witness = newest ?? { number: 0, hash: '' }
  // Everything up to the newest row has been read in the same transaction, unless a page was too small for it.
  const position = more ? bound : witness.number
  return {
    rows: rows.filter(({ number }) => number <= bound).toSorted((one, other) => one.number - other.number),
    cursor: printed({
      position,
      began: cursor?.began ?? witness.number,
      witness: witness.number,
      hash: witness.hash,
      rights: await rights(position),
    }),
    more,
  }
}

/** The last ledger number of which a list has every row, when it may go on behind its limit. */
const lastWhole = (list: readonly { number: number }[], limit: number) =>
  (list[limit]?.number ?? Infinity) - 1
