// Comments on weeks, as they are read and kept.
import { and, eq, getTableColumns, gt, sql } from 'drizzle-orm'
import { type Comment, mostComments } from '../domain/comment.ts'
import { type Db, rowsFor } from './db.ts'
import { numberGiven, type Written } from './ledger.ts'
import { concerns, type Reader } from './people.ts'
import { comments } from './schema.ts'
import { namedWeeks, type Touched } from './touched.ts'

export const commentOf = (record: typeof comments.$inferSelect): Comment => ({ kind: 'comment', ...record })

/** Those on the weeks about which changes say something. */
export const touched = (db: Db, { discussed }: Touched) =>
  db
    .select(getTableColumns(comments))
    .from(sql`${namedWeeks(discussed)} as touch`)
    .crossJoin(comments)
    .where(sql`${comments.person} = touch.person and ${comments.week} = touch.week`)

/** All on one person's week, in no order: by the feed's index SQLite would read all that were ever made. */
export const ofWeek = (db: Db, person: string, week: string) =>
  db
    .select()
    .from(comments)
    .where(and(eq(comments.person, person), eq(comments.week, week)))
    .limit(mostComments)

/** Those that concern a reader and came after ledger number `after`, in ledger order. */
export const after = (db: Db, reader: Reader, number: number, limit: number) =>
  db
    .select()
    .from(comments)
    .where(and(gt(comments.number, number), concerns(comments.person, reader)))
    .orderBy(comments.number)
    .limit(limit)

/** Writes comments, each with the ledger number of the change that wrote it. */
export const write = (db: Db, rows: readonly Written<Comment>[]) =>
  db.insert(comments).select(rowsFor(comments, rows, { number: numberGiven }))
