// Who is who: the tenant's identities and our own people; and, asked in SQL, who may act for whom and see whom.
import { and, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { mayActFor, type Person } from '../domain/person.ts'
import { Refused } from '../domain/problem.ts'
import { type Db, replacing, rowsFor, valuesOf } from './db.ts'
import { numberGiven, type Written } from './ledger.ts'
import { identities, people } from './schema.ts'
import type { Touched } from './touched.ts'

export type PersonRecord = typeof people.$inferSelect
export const personOf = ({ firstNumber: _, ...row }: PersonRecord): Person => ({ kind: 'person', ...row })

/** How the tenant names somebody: `iss` and `sub` of a verified token. */
export interface Identity {
  issuer: string
  subject: string
}

/** The person an identity belongs to; no row for somebody who has never called. Reads two rows. */
export const byIdentity = (db: Db, { issuer, subject }: Identity) =>
  db
    .select(getTableColumns(people))
    .from(identities)
    .innerJoin(people, eq(people.id, identities.person))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)))

/** Those that changes are about; everybody, where a rule asks about everybody. */
export const touched = (db: Db, by: Touched) =>
  db
    .select()
    .from(people)
    .where(by.everybody ? undefined : inArray(people.id, valuesOf(by.people)))

/** Those with this e-mail address (in lower case). */
export const under = (db: Db, email: string) => db.select().from(people).where(eq(people.email, email))

/** Whether `person` may act for somebody (domain/person.ts, mayActFor), asked of a row of people. */
const mayBeActedForBy = (person: string) =>
  sql`(${people.id} <> ${person}
    and (${people.manager} is null or ${people.manager} = ${person} or ${people.deputy} = ${person}))`

/** The ids of those for whom somebody may act. */
const actedForBy = (person: string) =>
  sql`(select ${people.id} from ${people} where ${mayBeActedForBy(person)})`

/** The ids of somebody and, where they approve, of those for whom they may act. */
export const selfAndActedForBy = (person: string, approves: boolean) =>
  approves ? sql`(select ${person} union all select id from ${actedForBy(person)})` : only(person)

/**
 * Whether a row is of one for whom somebody may act, for statements that start from what is new: few rows, whoever they
 * are of.
 */
export const isOfActedFor = (person: SQLiteColumn, approver: string) =>
  sql`exists (select 1 from ${people} where ${people.id} = ${person} and ${mayBeActedForBy(approver)})`

/** Of what is new, what is one's own, and what is of those for whom one may act. */
export const concerns = (person: SQLiteColumn, { person: reader, approves }: Reader) =>
  approves ? or(eq(sql`+${person}`, reader), isOfActedFor(person, reader)) : eq(person, reader)

/** One id, where a statement wants several. */
export const only = (id: string) => sql`(select ${id})`

/** Those of the given ids that there are. */
export const byIds = (db: Db, ids: readonly string[]) =>
  db
    .select()
    .from(people)
    .where(inArray(people.id, valuesOf(ids)))

/** Those for whom somebody may act, in order, and since when they are there; none where `approves` is false. */
export const actedFor = (db: Db, person: string, approves: boolean) =>
  db
    .select({ id: people.id, firstNumber: people.firstNumber })
    .from(people)
    .where(mayBeActedForBy(person))
    .orderBy(people.id)
    .limit(approves ? -1 : 0)

/** Who asks to see people, and what concerns them. */
export interface Reader {
  person: string
  /** Reads the weeks of those they may act for. */
  approves: boolean
  managesPeople: boolean
}

/** Somebody's manager and deputy; `since`: only where that was decided after this ledger number. */
const approversOf = (person: string, since = -1) => {
  const from = sql`from ${people} where id = ${person} and number > ${since}`
  return sql`(select manager ${from} union select deputy ${from})`
}

/** Everybody sees themselves and, by name, who approves their weeks; approvers see those for whom they act. */
const isSeenBy = ({ person, approves, managesPeople }: Reader) => {
  if (managesPeople) return undefined
  const isOwn = or(eq(people.id, person), inArray(people.id, approversOf(person)))
  return approves ? or(isOwn, mayBeActedForBy(person)) : isOwn
}

/** A person as this reader may see them: of who approves one's weeks, no more than the name. */
export function shownTo({ person, approves, managesPeople }: Reader, record: PersonRecord): Person {
  const shown = personOf(record)
  const isKnown = managesPeople || shown.id === person || (approves && mayActFor(person, shown))
  if (isKnown) return shown
  const { id, name, version, number } = shown
  const hidden = { email: null, from: null, until: null, target: null, manager: null, deputy: null }
  return { kind: 'person', id, name, ...hidden, active: true, linked: true, version, number }
}

/** Everybody whom this reader may see; what of them, says `shownTo`. */
export const seenBy = (db: Db, reader: Reader) =>
  db.select().from(people).where(isSeenBy(reader)).orderBy(people.id)

/** What changed after ledger number `after`, and who has become somebody's approver since; in ledger order. */
export const after = (db: Db, reader: Reader, number: number, limit: number) =>
  db
    .select()
    .from(people)
    .where(
      or(
        and(gt(people.number, number), isSeenBy(reader)),
        inArray(people.id, approversOf(reader.person, number)),
      ),
    )
    .orderBy(people.number)
    .limit(limit)

/** Writes people as they are, each with the ledger number of the change that wrote it. */
export const write = (db: Db, rows: readonly Written<Person>[]) =>
  db
    .insert(people)
    .select(rowsFor(people, rows, { number: numberGiven, firstNumber: numberGiven }))
    .onConflictDoUpdate({ target: people.id, set: replacing(people, ['id', 'firstNumber']) })

/** Makes identities lead to people. */
export const link = (db: Db, links: readonly (Identity & { person: string })[]) =>
  db.insert(identities).select(rowsFor(identities, links))

/** Makes the identities of one person lead to another, pair by pair. */
export const relink = (db: Db, moves: readonly { from: string; to: string }[]) =>
  db
    .update(identities)
    .set({ person: sql`move ->> 'to'` })
    .from(sql`(select value as move from json_each(${JSON.stringify(moves)}))`)
    .where(eq(identities.person, sql`move ->> 'from'`))

/** Throws `person.deactivated`, or `account.mismatch` unless this is the person that the caller claims to act for. */
export function mustBe(id: string, found: { id: string; active: boolean } | undefined): void {
  if (found?.id !== id) throw new Refused({ code: 'account.mismatch' })
  if (!found.active) throw new Refused({ code: 'person.deactivated' })
}
