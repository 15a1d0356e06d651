// The ledger: one row per verdict, appended and never altered.
import { and, desc, eq, getTableColumns, inArray, lte, type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { Row } from '../domain/book.ts'
import { mondayOf } from '../domain/calendar.ts'
import type { Entry } from '../domain/entry.ts'
import { mostSteps } from '../domain/history.ts'
import { entryFrom } from '../domain/late.ts'
import { type Db, rowsFor, valuesOf } from './db.ts'
import { comments, entries, lates, ledger, people, weeks } from './schema.ts'

export type LedgerRecord = typeof ledger.$inferSelect
/** A row that has not been written: SQLite gives it its number. */
export type LedgerRow = Omit<LedgerRecord, 'number'>

type Said = Pick<LedgerRecord, 'became' | 'note' | 'number'>

/** Stands between two texts of one row, neither of which can hold it. */
const between = '\u001f'

/** The words of a row, which stand beside it in the ledger, so that they can be erased; null where it has none. */
export function wordsOf(row: Row): string | null {
  if (!('note' in row)) return null
  return row.kind === 'late' && row.reason !== '' ? `${row.note}${between}${row.reason}` : row.note
}

/** The row a ledger row says its change left; null for a refusal. What was erased is empty. */
export function rowOf({ became, note: words, number }: Said): Row | null {
  if (became === null) return null
  const [note, reason = ''] = (words ?? '').split(between)
  return v.parse(Row, { reason, ...JSON.parse(became), note, number })
}

/** The entry that a ledger row speaks of, be it kept or proposed. */
export function entryIn(said: Said): Entry | null {
  const row = rowOf(said)
  if (row?.kind === 'late') return entryFrom(row)
  return row?.kind === 'entry' ? row : null
}

/** A row as histories tell of it. */
export interface ToldRecord extends LedgerRecord {
  /** Of whoever made it, as it is today. */
  name: string | null
  /** The how many-th of its sort, from the newest. */
  newest: number
}

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

/** The hash of the row with this number; no row where there is none. */
export const hashAt = (db: Db, number: number) =>
  db.select({ hash: ledger.hash }).from(ledger).where(eq(ledger.number, number))

/** Appends rows in order and answers the number of each. */
export const append = (db: Db, rows: readonly LedgerRow[]) =>
  db
    .insert(ledger)
    .select(rowsFor(ledger, rows, { number: sql`null` }))
    .returning({ number: ledger.number, chain: ledger.chain, change: ledger.change })

/** A row on its way into its table, with the place in the ledger of the change that wrote it. */
export type Written<Row> = Row & { writer: { chain: string; change: string } }

/** The number of a written row's change, for a statement that follows `append` in the same batch. */
export const numberGiven = sql`(select number from ${ledger}
  where chain = row ->> '$.writer.chain' and change = row ->> '$.writer.change')`

/**
 * The ledger's rows of these changes in a person's chain, newest first, with the name of who made each: the newest of what
 * was done with hours, of what else the person did, and of what others did. One more of each than a history holds tells
 * that there are more.
 */
function told(db: Db, person: string, versions: SQL) {
  const sort = sql`case when ${ledger.actor} <> ${person} then 'others' when ${ledger.kind} like 'entry.%' then 'hours' end`
  const newest = sql<number>`row_number() over (partition by ${sort} order by ${ledger.number} desc)`
  const found = db
    .select({
      ...getTableColumns(ledger),
      name: sql<string | null>`${people.name}`.as('name'),
      newest: newest.as('newest'),
    })
    .from(sql`(${versions}) as versions`)
    .innerJoin(ledger, and(eq(ledger.chain, person), sql`${ledger.change} = versions.version`))
    .leftJoin(people, eq(people.id, ledger.actor))
    .as('found')
  return db
    .select()
    .from(found)
    .where(lte(found.newest, mostSteps + 1))
    .orderBy(desc(found.number))
}

/**
 * The changes of one entry that were applied or came late, and what was decided on the late ones, newest first, with
 * the name of who made each. Walks from version to version, so that no index is needed for it: from the entry, from
 * what was proposed for it, and from what that would have changed.
 */
export const ofEntry = (db: Db, person: string, entry: string) =>
  told(
    db,
    person,
    sql`with recursive versions (version) as (
        select version from ${entries} where person = ${person} and id = ${entry}
        union select version from ${lates} where person = ${person} and entry = ${entry}
        union select base from ${lates} where person = ${person} and entry = ${entry}
        union select was from ${ledger} join versions on chain = ${person} and change = version where was is not null
      ) select version from versions
      union select change from ${ledger} where number in (
        select number from ${lates} where person = ${person} and entry = ${entry})`,
  )

/**
 * The steps of a week, what happened to the entries that are in it or were when it was decided, its late hours and its
 * comments; newest first, with the name of who made each.
 */
export function ofWeek(db: Db, person: string, week: string) {
  const monday = mondayOf(week)
  const itself = sql`person = ${person} and monday = ${monday}`
  const late = sql`select number, version, base, entry from ${lates} where person = ${person} and week = ${week}`
  // A late hour moves the week too; what the week's version was before is then said beside the hour.
  const before = sql`case when kind like 'week.%' then was else (
    select value ->> 'was' from json_each(became, '$.also') where value ->> 'kind' = 'week' and value ->> 'week' = ${week}) end`
  return told(
    db,
    person,
    sql`with recursive steps (version) as (
        select version from ${weeks} where ${itself}
        union select ${before} from steps cross join ${ledger} on chain = ${person} and change = steps.version
      ), things (id) as (
        select id from ${entries} where person = ${person} and deleted = 0
          and date >= ${monday} and date <= date(${monday}, '+6 days')
        union select thing from ${weeks} cross join json_each(settled) as old
          cross join ${ledger} on chain = ${person} and change = old.value where ${itself}
        union select entry from (${late})
      ), versions (version) as (
        select version from things cross join ${entries} as entry on entry.person = ${person} and entry.id = things.id
        union select version from (${late})
        union select base from (${late})
        union select was from versions cross join ${ledger} on chain = ${person} and change = versions.version
      ) select version from steps union select version from versions
      union select change from ${ledger} where number in (
        select number from (${late})
        union select number from ${comments} where person = ${person} and week = ${week})`,
  )
}
