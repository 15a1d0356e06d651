// Hours as reports need them: summed by SQLite, or line by line. Only what counts.
import { and, asc, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { By, Group, Line } from '../domain/report.ts'
import { type Db, mondayOfDate } from './db.ts'
import { entries, people, projects, weeks } from './schema.ts'

export interface Span {
  /** Dates, both included. */
  from: string
  to: string
}

const inSpan = (whose: SQL, { from, to }: Span) =>
  and(
    inArray(entries.person, whose),
    eq(entries.deleted, false),
    gte(entries.date, from),
    lte(entries.date, to),
  )

/** The week an entry lies in, if anything was done with it yet. */
const itsWeek = and(eq(weeks.person, entries.person), eq(weeks.monday, mondayOfDate(entries.date)))

// Each column has a name of its own: D1 answers rows by their names.
const sums = {
  minutes: sql<number>`sum(${entries.minutes})`.as('total'),
  approved: sql<number>`sum(case when ${weeks.status} = 'approved' then ${entries.minutes} else 0 end)`.as(
    'approved',
  ),
}
const nobody = { client: null, code: null, colour: null }

/** The sums of a report, in no order. Reads the entries of the span and their weeks. */
export async function groups(db: Db, whose: SQL, span: Span, by: By): Promise<Group[]> {
  const counted = inSpan(whose, span)
  switch (by) {
    case 'day': {
      const rows = await db
        .select({ key: entries.date, ...sums })
        .from(entries)
        .leftJoin(weeks, itsWeek)
        .where(counted)
        .groupBy(entries.date)
      return rows.map((row) => ({ ...row, ...nobody, name: row.key }))
    }
    case 'person': {
      const rows = await db
        .select({ key: entries.person, name: people.name, ...sums })
        .from(entries)
        .innerJoin(people, eq(people.id, entries.person))
        .leftJoin(weeks, itsWeek)
        .where(counted)
        .groupBy(entries.person)
      return rows.map((row) => ({ ...row, ...nobody }))
    }
    case 'project': {
      const { id: key, name, client, code, colour } = projects
      return db
        .select({ key, name, client, code, colour, ...sums })
        .from(entries)
        .innerJoin(projects, eq(projects.id, entries.project))
        .leftJoin(weeks, itsWeek)
        .where(counted)
        .groupBy(entries.project)
    }
  }
}

/** The last line of a page: the next one begins after it. */
export interface PageEnd {
  person: string
  date: string
  entry: string
}

/** The lines of an export, person by person, by date. */
export async function lines(
  db: Db,
  whose: SQL,
  span: Span,
  { after, limit }: { after: PageEnd | undefined; limit: number },
): Promise<Line[]> {
  const rows = await db
    .select({
      entry: entries.id,
      person: entries.person,
      personName: people.name,
      date: entries.date,
      zone: entries.zone,
      start: entries.start,
      end: entries.end,
      minutes: entries.minutes,
      project: entries.project,
      projectName: projects.name,
      client: projects.client,
      code: projects.code,
      colour: projects.colour,
      note: entries.note,
      status: weeks.status,
    })
    .from(entries)
    .innerJoin(people, eq(people.id, entries.person))
    .innerJoin(projects, eq(projects.id, entries.project))
    .leftJoin(weeks, itsWeek)
    .where(
      and(
        inSpan(whose, span),
        after &&
          sql`(${entries.person}, ${entries.date}, ${entries.id}) > (${after.person}, ${after.date}, ${after.entry})`,
      ),
    )
    .orderBy(asc(entries.person), asc(entries.date), asc(entries.id))
    .limit(limit)
  return rows.map((row) => ({ ...row, status: row.status ?? 'open' }))
}
