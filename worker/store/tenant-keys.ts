// The tenant's last good key set, for isolates that start while the tenant is away.
import { eq } from 'drizzle-orm'
import type { Db } from './db.ts'
import { tenantKeys } from './schema.ts'

/** The keys that were kept last, as JSON; no row where none were. */
export const of = (db: Db, issuer: string) =>
  db.select().from(tenantKeys).where(eq(tenantKeys.issuer, issuer))

/** `fetched`: milliseconds since 1970. */
export const keep = (db: Db, issuer: string, keys: string, fetched: number) =>
  db
    .insert(tenantKeys)
    .values({ issuer, keys, fetched })
    .onConflictDoUpdate({ target: tenantKeys.issuer, set: { keys, fetched } })
