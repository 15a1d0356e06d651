// The ledger: one row per verdict, appended and never altered.
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsFor, valuesOf } from './db.ts'
import { entries, ledger, people } from './schema.ts'

export type LedgerRecord = typeof ledger.$inferSelect
/** A row that has not been written: SQLite gives it its number. */
export type LedgerRow = Omit<LedgerRecord, 'number'>

/** The verdicts already given on any of these changes in these chains. */
export const known = (db: Db, chains: readonly string[], changes: readonly string[]) =>
  db
    .select()
    .from(ledger)
    .where(and(inArray(ledger.chain, valuesOf(chains)), inArray(ledger.change, valuesOf(changes))))

/** The newest row of all: the witness of a cursor. */
export const last = (db: Db, limit: 0 | 1) =>
  db
    .select({ number: ledger.number, hash: ledger.hash })
    .from(ledger)
    .orderBy(desc(ledger.number))
    .limit(limit)

export const hashAt = (db: Db, number: number) =>
  db.select({ hash: ledger.hash }).from(ledger).where(eq(ledger.number, number))

/** Appends rows in order and answers the number of each. */
export const append = (db: Db, rows: readonly LedgerRow[]) =>
  db
    .insert(ledger)
    .select(rowsFor(ledger, rows, { number: sql`null` }))
    .returning({ number: ledger.number, chain: ledger.chain, change: ledger.change })

/** The number of a change, for a statement that follows `append` in the same batch. */
export const numberOf = (chain: SQL, change: SQL) =>
  sql`(select number from ${ledger} where chain = ${chain} and change = ${change})`

/**
 * The applied changes of one entry, newest first, with the name of who made each. Walks from version to version, so
 * that no index is needed for it.
 */
export const ofEntry = (db: Db, person: string, entry: string) =>
  db
    .select({ row: ledger, name: people.name })
    .from(
      sql`(with recursive versions (version) as (
        select version from ${entries} where person = ${person} and id = ${entry}
        union all
        select was from ${ledger} join versions on chain = ${person} and change = version where was is not null
      ) select version from versions) as versions`,
    )
    .innerJoin(ledger, and(eq(ledger.chain, person), sql`${ledger.change} = versions.version`))
    .leftJoin(people, eq(people.id, ledger.actor))
    .orderBy(desc(ledger.number))
