// News: the rows a caller may see that are newer than a cursor, in ledger order, a page at a time.
import { beginning, type Cursor, printed } from './cursor.ts'
import type { Row } from './domain/book.ts'
import { type Page, rowsPerPage } from './domain/sync.ts'
import type { Db } from './store/db.ts'
import * as entries from './store/entries.ts'
import * as ledger from './store/ledger.ts'
import * as projects from './store/projects.ts'

/** The statements that read one page, to stand at the end of a batch. One row more than the page tells if there is more. */
export function feed(db: Db, person: string, cursor: Cursor | null) {
  const { position } = cursor ?? beginning
  // Nobody asked: the statements stay, so that the batch keeps its shape, and read nothing.
  const limit = cursor ? rowsPerPage + 1 : 0
  return [
    entries.after(db, person, position, limit),
    projects.after(db, position, limit),
    ledger.last(db, cursor ? 1 : 0),
  ] as const
}

type Read<Statement extends (...given: never[]) => unknown> = Awaited<ReturnType<Statement>>
type Results = readonly [Read<typeof entries.after>, Read<typeof projects.after>, Read<typeof ledger.last>]

/** The page that the statements of `feed` read. */
export function pageOf([own, shared, [newest]]: Results, cursor: Cursor): Page {
  const found: Row[] = [...own.map(entries.entryOf), ...shared.map(projects.projectOf)]
  found.sort((one, other) => one.number - other.number)
  const rows = found.slice(0, rowsPerPage)
  const more = found.length > rowsPerPage
  const witness = newest ?? { number: 0, hash: '' }
  // Everything up to the newest row has been read in the same transaction, unless the page was too small for it.
  const position = more ? (rows.at(-1)?.number ?? cursor.position) : witness.number
  return {
    rows,
    cursor: printed({ position, witness: witness.number, hash: witness.hash, rights: cursor.rights }),
    more,
  }
}
