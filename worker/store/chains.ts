// The heads of the ledger's chains: what makes two concurrent writers of one person take turns.
import { eq, inArray, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Db, valuesOf } from './db.ts'
import { chains, people, projects } from './schema.ts'

/** The chain of what belongs to nobody: projects and people. */
export const company = 'company'

export interface Head {
  id: string
  /** Verdicts so far. */
  head: number
  /** The hash of the last one, '' for none. */
  hash: string
}

/** The heads of these chains. */
export const heads = (db: Db, ids: readonly string[]) =>
  db
    .select()
    .from(chains)
    .where(inArray(chains.id, valuesOf(ids)))

export interface Move {
  id: string
  /** The head as it was read. */
  from: number
  to: number
  hash: string
}

/** Something read to decide that is not under the heads: a project or a person. */
export interface Shared {
  kind: 'project' | 'person'
  id: string
  version: string
}

/**
 * Moves heads from what was read to what will be. The whole batch fails when somebody else has moved one of them, or has
 * changed one of the shared things that were read to decide.
 */
export const move = (db: Db, moves: readonly Move[], shared: readonly Shared[]) => {
  const hasChanged = (kind: Shared['kind'], table: SQLiteTable) => {
    const seen = shared.flatMap(({ id, version, ...each }) => (each.kind === kind ? { id, version } : []))
    if (seen.length === 0) return sql`false`
    return sql`exists (select 1 from (select value as seen from json_each(${JSON.stringify(seen)}))
      join ${table} as now on now.id = seen ->> 'id' where now.version <> seen ->> 'version')`
  }
  const isAsRead = sql`not ${hasChanged('project', projects)} and not ${hasChanged('person', people)}`
  return db
    .update(chains)
    .set({
      head: sql`case when head = step ->> 'from' and ${isAsRead} then step ->> 'to' else -1 end`,
      hash: sql`step ->> 'hash'`,
    })
    .from(sql`(select value as step from json_each(${JSON.stringify(moves)}))`)
    .where(eq(chains.id, sql`step ->> 'id'`))
}

/** Begins the chains of new people. */
export const begin = (db: Db, ids: readonly string[]) =>
  db
    .insert(chains)
    .select(sql`select value, 0, '' from json_each(${JSON.stringify(ids)}) where true`)
    .onConflictDoNothing()
