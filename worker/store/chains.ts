// The heads of the ledger's chains: what makes two concurrent writers of one person take turns.
import { eq, inArray, sql } from 'drizzle-orm'
import { type Db, valuesOf } from './db.ts'
import { chains, projects } from './schema.ts'

/** The chain of what belongs to nobody: projects. */
export const company = 'company'

export interface Head {
  id: string
  /** Verdicts so far. */
  head: number
  /** The hash of the last one, '' for none. */
  hash: string
}

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

/**
 * Moves heads from what was read to what will be. The whole batch fails when somebody else has moved one of them, or has
 * changed one of the shared things that were read to decide.
 */
export const move = (db: Db, moves: readonly Move[], shared: readonly { id: string; version: string }[]) => {
  const seen = sql`(select value as seen from json_each(${JSON.stringify(shared.map(({ id, version }) => ({ id, version })))}))`
  const hasChanged = sql`exists (select 1 from ${seen} join ${projects} as now on now.id = seen ->> 'id'
    where now.version <> seen ->> 'version')`
  return db
    .update(chains)
    .set({
      head: sql`case when head = step ->> 'from' and not ${hasChanged} then step ->> 'to' else -1 end`,
      hash: sql`step ->> 'hash'`,
    })
    .from(sql`(select value as step from json_each(${JSON.stringify(moves)}))`)
    .where(eq(chains.id, sql`step ->> 'id'`))
}

/** Whether a batch failed because somebody else had moved the head. */
export const wasOvertaken = (error: unknown): boolean =>
  error instanceof Error && (error.message.includes('head_is_as_read') || wasOvertaken(error.cause))
