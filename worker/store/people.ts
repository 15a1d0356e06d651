// Who is who: the tenant's identities and our own people.
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { Refused } from '../domain/problem.ts'
import type { Db } from './db.ts'
import { chains, identities, people } from './schema.ts'

/** How the tenant names somebody: `iss` and `sub` of a verified token. */
export interface Identity {
  issuer: string
  subject: string
}

const named = ({ issuer, subject }: Identity) =>
  and(eq(identities.issuer, issuer), eq(identities.subject, subject))

/** The person an identity belongs to; no row for somebody who has never called. Reads two rows. */
export const byIdentity = (db: Db, identity: Identity) =>
  db
    .select({ id: people.id, name: people.name, email: people.email, deactivated: people.deactivated })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.person))
    .where(named(identity))

/** Makes a person with a chain for somebody who calls for the first time. Two first calls at once make one person. */
export async function provision(db: Db, identity: Identity, id: string) {
  const when = (values: SQL) =>
    sql`select ${values} where not exists (select 1 from ${identities} where ${named(identity)})`
  const [, , , rows] = await db.batch([
    db
      .insert(people)
      .select(when(sql`${id}, null, null, null`))
      .onConflictDoNothing(),
    db
      .insert(chains)
      .select(when(sql`${id}, 0, ''`))
      .onConflictDoNothing(),
    db.insert(identities).select(when(sql`${identity.issuer}, ${identity.subject}, ${id}`)),
    byIdentity(db, identity),
  ])
  return rows[0]
}

/** Stores what the tenant says of a person in a verified ID token. */
export const rename = (db: Db, id: string, name: string | null, email: string | null) =>
  db.update(people).set({ name, email }).where(eq(people.id, id))

/** Throws `person.deactivated`, or `account.mismatch` unless this is the person that the caller claims to act for. */
export function mustBe(id: string, found: { id: string; deactivated: string | null } | undefined): void {
  if (found?.id !== id) throw new Refused({ code: 'account.mismatch' })
  if (found.deactivated !== null) throw new Refused({ code: 'person.deactivated' })
}
