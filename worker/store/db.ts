// The one seam to D1: everything goes through a session, so that read replicas will need no rewrite.
import { drizzle } from 'drizzle-orm/d1'
import { getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { Refused } from '../domain/problem.ts'

/** A drizzle database over one D1 session. Without a bookmark it starts at the primary, and sees every earlier write. */
export function dbFor(binding: D1Database, bookmark = 'first-primary') {
  const session = binding.withSession(bookmark)
  return drizzle({
    prepare: (query) => session.prepare(query),
    batch: (statements) => session.batch(statements),
    exec: (query) => binding.exec(query),
    dump: () => Promise.reject(new Error('not needed')),
    withSession: (constraint) => binding.withSession(constraint),
  } satisfies D1Database)
}
export type Db = ReturnType<typeof dbFor>

/** Whether an error is D1's and may be gone in a moment: not a statement's own fault, which names SQLite. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  ((error.message.includes('D1_ERROR') && !error.message.includes('SQLITE_')) || isPassing(error.cause))

const attempts = 8

/**
 * Does `work` again when somebody else was faster or D1 failed in passing: committed or not, it may be repeated, because
 * the ids of committed changes are known. Throws `store.busy` after eight attempts.
 */
export async function takingTurns<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const isD1 = isPassing(error)
      if (!wasOvertaken(error) && !isD1) throw error
      if (isD1) console.warn('a batch failed', error)
      if (attempt === attempts) throw new Refused({ code: 'store.busy', retryAfter: 5 })
      await scheduler.wait(Math.random() * 10 * 2 ** attempt)
    }
  }
}

/** Whether a batch failed because somebody else had moved the head of a chain (see chains.ts). */
const wasOvertaken = (error: unknown): boolean =>
  error instanceof Error && (error.message.includes('head_is_as_read') || wasOvertaken(error.cause))

/** A list as one parameter: D1 takes at most 100 of them, and a batch must cost the same for 1 and for 200 changes. */
export const valuesOf = (list: readonly unknown[]) =>
  sql`(select value from json_each(${JSON.stringify(list)}))`

/** SQLite's way to the Monday of the week that a date is in. */
export const mondayOfDate = (date: SQLWrapper) => sql`date(${date}, 'weekday 0', '-6 days')`

const jsonRows = (rows: readonly object[]) =>
  sql`(select value as row from json_each(${JSON.stringify(rows)}))`

/** Rows as one parameter, in the order of the table's columns. `given`: columns that do not come from the row. */
export function rowsFor(table: SQLiteTable, rows: readonly object[], given: Record<string, SQL> = {}): SQL {
  const columns = Object.keys(getTableColumns(table)).map((name) => given[name] ?? field(name))
  return sql`select ${sql.join(columns, sql`, `)} from ${jsonRows(rows)} where true`
}

const field = (name: string) => sql.raw(`row ->> '${name}'`)

/** What an upsert sets: every column but those of the key. */
export const replacing = (table: SQLiteTable, key: readonly string[]) =>
  Object.fromEntries(
    Object.entries(getTableColumns(table))
      .filter(([name]) => !key.includes(name))
      .map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
  )
