// What the little API holds: the last row of each thing, and which of it somebody may see.
import { emptyBook, entriesOf, keyOf, type Row, write } from '#domain/book.ts'
import type { Entry } from '#domain/entry.ts'
import type { Sheet } from '#domain/sheet.ts'
import type { FeedRow } from '#domain/sync.ts'
import type { Week } from '#domain/week.ts'
import { beginnings } from './set-up.ts'

const nobody = { person: '', name: null }

export class Holdings {
  /** What was laid here by hand, and is no part of the ledger. */
  readonly #fixed = new Map<string, Row>()
  #rows = new Map<string, Row>()
  /** Every entry that ever was, by its version. */
  #versions = new Map<string, Entry>()

  constructor() {
    for (const row of beginnings()) this.lay(row, this.#fixed)
  }

  get rows(): Row[] {
    return [...this.#rows.values()]
  }

  get highest(): number {
    return Math.max(...this.rows.map(({ number }) => number))
  }

  /** Takes a row, in place of an older one. */
  lay(row: Row, also?: Map<string, Row>): void {
    const name = `${row.kind} ${keyOf(row)}`
    this.#rows.set(name, row)
    also?.set(name, row)
    if (row.kind === 'project') this.#fixed.set(name, row)
    if (row.kind === 'entry') this.#versions.set(row.version, row)
  }

  /** Only these were ever written; projects stay as they are. */
  restore(rows: readonly Row[]): void {
    this.#rows = new Map(this.#fixed)
    this.#versions = new Map()
    for (const row of rows) if (row.kind !== 'project') this.lay(row)
  }

  seenBy(person: string, isApprover: boolean): FeedRow[] {
    return this.rows.flatMap((row): FeedRow[] => {
      if (row.kind === 'project') return [row]
      if (row.kind === 'person') return isApprover || row.id === person ? [row] : []
      if (row.person === person) return [row]
      if (!isApprover || row.kind === 'entry') return []
      return row.kind === 'week' ? [this.#sheetOf(row)] : [row]
    })
  }

  #sheetOf(week: Week): Sheet {
    const book = emptyBook(nobody, '')
    for (const row of this.rows) write(book, row)
    const before = week.settled?.flatMap((version) => this.#versions.get(version) ?? []) ?? null
    return {
      kind: 'sheet',
      week,
      entries: entriesOf(book, week.person, week.week),
      before,
      number: week.number,
    }
  }
}
