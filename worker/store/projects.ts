// Projects, as they are read and kept, and who may see them.
import { and, getTableColumns, gt, type SQL, sql } from 'drizzle-orm'
import { isMember, type Project } from '../domain/project.ts'
import { type Db, replacing, rowsFor } from './db.ts'
import { numberGiven, type Written } from './ledger.ts'
import { people, projects } from './schema.ts'
import { type Touched, touchedProjects } from './touched.ts'

export type ProjectRecord = typeof projects.$inferSelect
export const projectOf = ({ known: _, ...record }: ProjectRecord): Project => ({ kind: 'project', ...record })

/** Who asks to see projects. */
export interface Reader {
  person: string
  /** Who manages projects sees them all, and who approves hours has to know what they were booked on. */
  seesAll: boolean
}

/** A project as this reader may see it: of the members at most themselves. */
export function shownTo({ person, seesAll }: Reader, record: ProjectRecord): Project {
  const project = projectOf(record)
  if (seesAll || project.members === null) return project
  return { ...project, members: isMember(project, person) ? [person] : [] }
}

/** Open to everybody, or to this reader, or once seen by them: whoever has booked on it keeps its name. */
function isSeenBy({ person, seesAll }: Reader): SQL | undefined {
  const isIn = (list: SQL) => sql`exists (select 1 from json_each(${list}) where value = ${person})`
  if (seesAll) return undefined
  return sql`(${projects.members} is null or ${isIn(sql`${projects.members}`)} or ${isIn(sql`${projects.known}`)})`
}

/** All that this reader may see; what of them, says `shownTo`. */
export const seenBy = (db: Db, reader: Reader) =>
  db.select().from(projects).where(isSeenBy(reader)).orderBy(projects.id)

/** Those that changes name, be it in a proposal. */
export const touched = (db: Db, by: Touched) =>
  db
    .select(getTableColumns(projects))
    .from(sql`${touchedProjects(by)} as touch`)
    .crossJoin(projects)
    .where(sql`${projects.id} = touch.id`)

/** What changed after ledger number `after`, in ledger order. */
export const after = (db: Db, reader: Reader, number: number, limit: number) =>
  db
    .select()
    .from(projects)
    .where(and(gt(projects.number, number), isSeenBy(reader)))
    .orderBy(projects.number)
    .limit(limit)

/** Who could see a project before it was for members only, or was a member, still knows it. */
const stillKnown = sql`case when excluded.members is null then projects.known else (
  select json_group_array(value) from (
    select value from json_each(projects.known)
    union select value from json_each(projects.members)
    union select id from ${people} where projects.members is null
  )) end`

/** Writes the projects as they are, each with the ledger number of the change that wrote it. */
export const write = (db: Db, rows: readonly Written<Project>[]) =>
  db
    .insert(projects)
    .select(rowsFor(projects, rows, { number: numberGiven, known: sql`'[]'` }))
    .onConflictDoUpdate({
      target: projects.id,
      set: { ...replacing(projects, ['id', 'known']), known: stillKnown },
    })
