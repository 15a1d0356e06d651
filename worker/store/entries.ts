// Entries, as they are read and kept.
import { and, desc, eq, gt, gte, inArray, lte, sql, sum } from 'drizzle-orm'
import type { Entry } from '../domain/entry.ts'
import { type Db, field, replacing, rowsFor, valuesOf } from './db.ts'
import { numberOf } from './ledger.ts'
import { entries } from './schema.ts'

export type EntryRecord = typeof entries.$inferSelect
export const entryOf = (record: EntryRecord): Entry => ({ kind: 'entry', ...record })

/** Those of the given ids that the person has, tombstones included. */
export const byIds = (db: Db, person: string, ids: readonly string[]) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.person, person), inArray(entries.id, valuesOf(ids))))

/** The minutes counted on each of the given days. Reads the entries of those days. */
export const minutesByDay = (db: Db, person: string, days: readonly string[]) =>
  db
    .select({ date: entries.date, minutes: sum(entries.minutes).mapWith(Number) })
    .from(entries)
    .where(and(eq(entries.person, person), eq(entries.deleted, false), inArray(entries.date, valuesOf(days))))
    .groupBy(entries.date)

/** What changed after ledger number `after`, tombstones included, in ledger order. */
export const after = (db: Db, person: string, number: number, limit: number) =>
  db
    .select()
    .from(entries)
    .where(and(eq(entries.person, person), gt(entries.number, number)))
    .orderBy(entries.number)
    .limit(limit)

export interface Place {
  date: string
  id: string
}

export interface Listing {
  from?: string | undefined
  to?: string | undefined
  project?: string | undefined
  /** The last entry of the page before. */
  before?: Place | undefined
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

/** Writes the entries as they are, each with the ledger number of the change that is its version. */
export const write = (db: Db, rows: readonly Entry[]) =>
  db
    .insert(entries)
    .select(rowsFor(entries, rows, { number: numberOf(field('person'), field('version')) }))
    .onConflictDoUpdate({ target: [entries.person, entries.id], set: replacing(entries, ['person', 'id']) })
