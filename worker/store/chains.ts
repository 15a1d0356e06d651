// The heads of the ledger's chains: what makes two concurrent writers of one person take turns.
import { eq, inArray, sql } from 'drizzle-orm'
import { type Db, valuesOf } from './db.ts'
import { chains } from './schema.ts'

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

/** Moves heads from what was read to what will be; the whole batch fails when somebody else has moved one of them. */
export const move = (db: Db, moves: readonly Move[]) =>
  db
    .update(chains)
    .set({
      head: sql`case when head = step ->> 'from' then step ->> 'to' else -1 end`,
      hash: sql`step ->> 'hash'`,
    })
    .from(sql`(select value as step from json_each(${JSON.stringify(moves)}))`)
    .where(eq(chains.id, sql`step ->> 'id'`))

/** Whether a batch failed because somebody else had moved the head. */
export const wasOvertaken = (error: unknown): boolean =>
  error instanceof Error && (error.message.includes('head_is_as_read') || wasOvertaken(error.cause))
