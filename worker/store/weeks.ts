// Weeks, as they are read and kept; and those of others as sheets, with their entries.
import { and, desc, eq, getTableColumns, gt, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { mondayOf, weekOf } from '../domain/calendar.ts'
import { Entry, inOrder } from '../domain/entry.ts'
import type { Status } from '../domain/problem.ts'
import type { Sheet } from '../domain/sheet.ts'
import { charactersOfSheets } from '../domain/sync.ts'
import type { Week } from '../domain/week.ts'
import { type Db, replacing, rowsFor } from './db.ts'
import { entryIn, numberGiven, type Written } from './ledger.ts'
import { isOfActedFor } from './people.ts'
import { entries, ledger, weeks } from './schema.ts'
import { type Touched, touchedWeeks } from './touched.ts'

export type WeekRecord = typeof weeks.$inferSelect
export const weekRowOf = ({ monday, ...record }: WeekRecord): Week => ({
  kind: 'week',
  ...record,
  week: weekOf(monday),
})

/** The weeks that changes name, or in which the entries lie that they touch. */
export const touched = (db: Db, by: Touched) =>
  db
    .select(getTableColumns(weeks))
    .from(sql`${touchedWeeks(by)} as touch`)
    .crossJoin(weeks)
    .where(sql`${weeks.person} = touch.person and ${weeks.monday} = touch.monday`)

/** The person's own that changed after ledger number `after`, in ledger order. */
export const after = (db: Db, person: string, number: number, limit: number) =>
  db
    .select()
    .from(weeks)
    .where(and(eq(weeks.person, person), gt(weeks.number, number)))
    .orderBy(weeks.number)
    .limit(limit)

const columns = getTableColumns(weeks)
/** The entries that count in the week at hand, as a JSON list. */
const entriesNow =
  sql<string>`(select json_group_array(json_object('kind', 'entry', 'id', entry.id, 'person', entry.person,
    'project', entry.project, 'date', entry.date, 'zone', entry.zone, 'start', entry.start, 'end', entry.end,
    'minutes', entry.minutes, 'note', entry.note, 'version', entry.version, 'number', entry.number,
    'deleted', json('false')))
  from ${entries} as entry where entry.person = weeks.person and entry.deleted = 0
    and entry.date >= weeks.monday and entry.date <= date(weeks.monday, '+6 days'))`.as('now')
/** What the ledger says of those that it had when it was last approved or returned, as a JSON list; null before that. */
const entriesThen = sql<string | null>`(select case when weeks.settled is null then null else (
    select json_group_array(json_object('became', row.became, 'note', row.note, 'number', row.number))
    from json_each(weeks.settled) as version
      cross join ${ledger} as row on row.chain = weeks.person and row.change = version.value) end)`.as(
  'before',
)

const sheets = (db: Db) =>
  db
    .select({ ...columns, now: entriesNow, before: entriesThen })
    .from(weeks)
    .$dynamic()

const Entries = v.pipe(v.string(), v.parseJson(), v.array(Entry))
const Then = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ became: v.nullable(v.string()), note: v.nullable(v.string()), number: v.number() })),
)

/** Records as `sheetsAfter` reads them, as sheets. */
export function sheetOf({
  now,
  before,
  ...record
}: WeekRecord & { now: string | null; before: string | null }): Sheet {
  const then = before === null ? null : v.parse(Then, before).flatMap((row) => entryIn(row) ?? [])
  return {
    kind: 'sheet',
    week: weekRowOf(record),
    entries: v.parse(Entries, now ?? '[]').toSorted(inOrder),
    before: then && then.toSorted(inOrder),
    number: record.number,
  }
}

/** Of which weeks a copy is made. */
interface Extent {
  /** The first Monday. */
  oldest: string
  /** The newest ledger number when the copy was begun; null: it is begun now. */
  began: number | null
}

/**
 * The weeks of those for whom somebody may act that changed after a ledger number, in ledger order: the submitted ones
 * however old, the others from the oldest Monday on; and, however old, what has changed since the copy was begun, for it
 * may have that as submitted. Those with which the answer would become too large come without their entries: `now` is
 * null.
 */
export function sheetsAfter(
  db: Db,
  approver: string,
  { oldest, began }: Extent,
  number: number,
  limit: number,
) {
  const found = sheets(db)
    .where(
      and(
        gt(weeks.number, number),
        isOfActedFor(weeks.person, approver),
        or(
          gte(weeks.monday, oldest),
          eq(weeks.status, 'submitted'),
          began === null ? undefined : gt(weeks.number, began),
        ),
      ),
    )
    .orderBy(weeks.number)
    .limit(limit)
    .as('found')
  const size = sql`length(${found.now}) + coalesce(length(${found.before}), 0)`
  // Of those with smaller numbers: what one change has left stays together, and the first of all always fits.
  const earlier = sql`sum(${size}) over (order by ${found.number} range between unbounded preceding and 1 preceding)`
  const fits = sql`coalesce(${earlier}, 0) <= ${charactersOfSheets}`
  const sized = db
    .select({ ...found._.selectedFields, fits: fits.as('fits') })
    .from(found)
    .as('sized')
  const { fits: isWhole, now, before, ...record } = sized._.selectedFields
  return (
    db
      .select({
        ...record,
        now: sql<string | null>`case when ${isWhole} then ${now} end`.as('whole'),
        before: sql<string | null>`case when ${isWhole} then ${before} end`.as('whole_before'),
      })
      .from(sized)
      .orderBy(sized.number)
      // Once more: where nobody asks, nothing of this is done.
      .limit(limit)
  )
}

/** One person's week as a sheet; no row where nothing was done with it yet. */
export const sheet = (db: Db, person: string, week: string) =>
  sheets(db).where(and(eq(weeks.person, person), eq(weeks.monday, mondayOf(week))))

/** The last week of a page: the next one begins after it. */
export interface PageEnd {
  week: string
  person: string
}

export interface Listing {
  status?: Status | undefined
  /** ISO weeks, both included. */
  from: string
  to: string
  /** Where the page before ended. */
  before?: PageEnd | undefined
  limit: number
}

/** A page of weeks of the people that the condition is true of, newest first. */
export const list = (db: Db, whose: SQL, { status, from, to, before, limit }: Listing) =>
  db
    .select()
    .from(weeks)
    .where(
      and(
        // What waits has an index of its own. SQLite takes it when it is asked for in the same words, and cannot go
        // through all the weeks of each person instead (the plus).
        status === 'submitted'
          ? sql`${weeks.status} = 'submitted' and +${weeks.person} in ${whose}`
          : and(status && eq(weeks.status, status), inArray(weeks.person, whose)),
        gte(weeks.monday, mondayOf(from)),
        lte(weeks.monday, mondayOf(to)),
        before && sql`(${weeks.monday}, ${weeks.person}) < (${mondayOf(before.week)}, ${before.person})`,
      ),
    )
    .orderBy(desc(weeks.monday), desc(weeks.person))
    .limit(limit)

/** Writes the weeks as they are, each with the ledger number of the change that wrote it. */
export const write = (db: Db, rows: readonly Written<Week>[]) =>
  db
    .insert(weeks)
    .select(
      rowsFor(
        weeks,
        rows.map((row) => ({ ...row, monday: mondayOf(row.week) })),
        { number: numberGiven },
      ),
    )
    .onConflictDoUpdate({
      target: [weeks.person, weeks.monday],
      set: replacing(weeks, ['person', 'monday']),
    })
