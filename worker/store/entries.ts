// Entries, as they are read and kept.
import { and, desc, eq, getTableColumns, gt, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Entry } from '../domain/entry.ts'
import { type Db, replacing, rowsFor, valuesOf } from './db.ts'
import { numberGiven, type Written } from './ledger.ts'
import { entries } from './schema.ts'
import { type Touched, touchedEntries, touchedSpans } from './touched.ts'

export type EntryRecord = typeof entries.$inferSelect
export const entryOf = (record: EntryRecord): Entry => ({ kind: 'entry', ...record })

/** Those of the given ids that the person has, tombstones included. */
export const byIds = (db: Db, person: string, ids: readonly string[]) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.person, person), inArray(entries.id, valuesOf(ids))))

/** Those that changes name, tombstones included. */
export const touched = (db: Db, by: Touched) =>
  db
    .select(getTableColumns(entries))
    .from(sql`${touchedEntries(by)} as touch`)
    .crossJoin(entries)
    .where(sql`${entries.person} = touch.person and ${entries.id} = touch.id`)

/** All that count on the days that changes touch. */
export const onDays = (db: Db, by: Touched) =>
  db
    .select(getTableColumns(entries))
    .from(sql`${touchedSpans(by)} as span`)
    .crossJoin(entries)
    .where(
      and(
        sql`${entries.person} = span.person and ${entries.date} >= span.since and ${entries.date} <= span.until`,
        eq(entries.deleted, false),
      ),
    )

/** What changed after ledger number `after`, tombstones included, in ledger order. */
export const after = (db: Db, person: string, number: number, limit: number) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.person, person), gt(entries.number, number)))
    .orderBy(entries.number)
    .limit(limit)

/** The last entry of a page: the next one begins after it. */
export interface PageEnd {
  date: string
  id: string
}

export interface Listing {
  from?: string | undefined
  to?: string | undefined
  project?: string | undefined
  /** Where the page before ended. */
  before?: PageEnd | undefined
  limit: number
}

/** A page of the person's entries, newest day first. Reads no row that it does not return, unless `project` filters. */
export const list = (db: Db, person: string, { from, to, project, before, limit }: Listing) =>
  db
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.person, person),
        eq(entries.deleted, false),
        from === undefined ? undefined : gte(entries.date, from),
        to === undefined ? undefined : lte(entries.date, to),
        project === undefined ? undefined : eq(entries.project, project),
        before && sql`(${entries.date}, ${entries.id}) < (${before.date}, ${before.id})`,
      ),
    )
    .orderBy(desc(entries.date), desc(entries.id))
    .limit(limit)

/** Writes the entries as they are, each with the ledger number of the change that wrote it. */
export const write = (db: Db, rows: readonly Written<Entry>[]) =>
  db
    .insert(entries)
    .select(rowsFor(entries, rows, { number: numberGiven }))
    .onConflictDoUpdate({ target: [entries.person, entries.id], set: replacing(entries, ['person', 'id']) })
