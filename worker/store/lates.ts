// Late hours, as they are read and kept.
import { and, eq, getTableColumns, gt, isNotNull, sql } from 'drizzle-orm'
import { type Late, mostLate } from '../domain/late.ts'
import { type Db, replacing, rowsFor } from './db.ts'
import { numberGiven, type Written } from './ledger.ts'
import { concerns, isOfActedFor, type Reader } from './people.ts'
import { lates } from './schema.ts'
import { type Touched, touchedEntries } from './touched.ts'

export const lateOf = (record: typeof lates.$inferSelect): Late => ({ kind: 'late', ...record })

/**
 * The undecided proposals on the entries that changes touch, and all that no approver has decided on in the weeks into
 * which they go. SQLite takes an index for each of the two when it cannot see that both name the same person (the plus).
 */
export const open = (db: Db, by: Touched) =>
  db
    .select(getTableColumns(lates))
    .from(sql`${touchedEntries(by)} as touch`)
    .crossJoin(lates)
    .where(
      sql`(${lates.person} = touch.person and ${lates.entry} = touch.id and ${lates.status} = 'proposed')
        or (${lates.person} = +touch.person and ${lates.week} = touch.goes and ${lates.by} is null)`,
    )

/** Those that changes name. */
export const named = (db: Db, { lates: refs }: Touched) =>
  db
    .select(getTableColumns(lates))
    .from(
      sql`(select value ->> 'id' as id, value ->> 'person' as person from json_each(${JSON.stringify(refs)})) as touch`,
    )
    .crossJoin(lates)
    .where(sql`${lates.id} = touch.id and ${lates.person} = touch.person`)

/** That with this id, of somebody for whom `approver` may act. */
export const actedFor = (db: Db, approver: string, id: string) =>
  db
    .select()
    .from(lates)
    .where(and(eq(lates.id, id), isOfActedFor(lates.person, approver)))

/** The most that an answer about one week holds: twice what can wait in it. */
const mostOfWeek = 2 * mostLate

/**
 * Those of one person's week, what waits before what was decided; in no other order, for which SQLite would take the feed's
 * index and read all of the person's.
 */
export const ofWeek = (db: Db, person: string, week: string) =>
  db
    .select()
    .from(lates)
    .where(and(eq(lates.person, person), eq(lates.week, week)))
    .orderBy(isNotNull(lates.by))
    .limit(mostOfWeek)

/** Those that concern a reader and changed after ledger number `after`, in ledger order. */
export const after = (db: Db, reader: Reader, number: number, limit: number) =>
  db
    .select()
    .from(lates)
    .where(and(gt(lates.number, number), concerns(lates.person, reader)))
    .orderBy(lates.number)
    .limit(limit)

/** Writes the proposals as they are, each with the ledger number of the change that wrote it. */
export const write = (db: Db, rows: readonly Written<Late>[]) =>
  db
    .insert(lates)
    .select(rowsFor(lates, rows, { number: numberGiven }))
    .onConflictDoUpdate({ target: [lates.id, lates.person], set: replacing(lates, ['id', 'person']) })
