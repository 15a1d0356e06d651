// Projects, as they are read and kept.
import { gt, inArray, sql } from 'drizzle-orm'
import type { Project } from '../domain/project.ts'
import { company } from './chains.ts'
import { type Db, field, replacing, rowsFor, valuesOf } from './db.ts'
import { numberOf } from './ledger.ts'
import { projects } from './schema.ts'

export const projectOf = (record: typeof projects.$inferSelect): Project => ({ kind: 'project', ...record })

export const all = (db: Db) => db.select().from(projects).orderBy(projects.id)

export const byIds = (db: Db, ids: readonly string[]) =>
  db
    .select()
    .from(projects)
    .where(inArray(projects.id, valuesOf(ids)))

/** What changed after ledger number `after`, in ledger order. */
export const after = (db: Db, number: number, limit: number) =>
  db.select().from(projects).where(gt(projects.number, number)).orderBy(projects.number).limit(limit)

/** Writes the projects as they are, each with the ledger number of the change that is its version. */
export const write = (db: Db, rows: readonly Project[]) =>
  db
    .insert(projects)
    .select(rowsFor(projects, rows, { number: numberOf(sql`${company}`, field('version')) }))
    .onConflictDoUpdate({ target: projects.id, set: replacing(projects, ['id']) })
