// The tables. Written rows are what is paid for, so each index earns its place (see the counters in test/worker).
// The migrations add WITHOUT ROWID by hand where the primary key is the only way in: it saves a written row an insert.
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Somebody with our own id. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text(),
  email: text(),
  /** The instant from which this person may no longer call; their rows stay. */
  deactivated: text(),
})

/** How the tenant names a person. A table of its own, so that a tenant may move. */
export const identities = sqliteTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] })],
)

/**
 * One chain of the ledger per person, and one (`company`) for what belongs to nobody: projects.
 * The head counts the chain's verdicts. Moving it is the first statement of every write; a head that another
 * request has moved becomes -1, the check fails, and the whole batch rolls back.
 */
export const chains = sqliteTable(
  'chains',
  {
    id: text().primaryKey(),
    head: integer().notNull(),
    /** The hash of the chain's last verdict, '' for none. */
    hash: text().notNull(),
  },
  (table) => [check('head_is_as_read', sql`${table.head} >= 0`)],
)

export const projects = sqliteTable(
  'projects',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    client: text().notNull(),
    code: text().notNull(),
    colour: text().notNull(),
    archived: integer({ mode: 'boolean' }).notNull(),
    version: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [index('projects_feed').on(table.number)],
)

export const entries = sqliteTable(
  'entries',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    id: text().notNull(),
    project: text()
      .notNull()
      .references(() => projects.id),
    date: text().notNull(),
    zone: text(),
    minutes: integer().notNull(),
    note: text().notNull(),
    version: text().notNull(),
    number: integer().notNull(),
    deleted: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.id] }),
    index('entries_list')
      .on(table.person, table.date, table.id)
      .where(sql`${table.deleted} = 0`),
    index('entries_feed').on(table.person, table.number),
  ],
)

/**
 * One row per verdict, never updated, never deleted. `number` is SQLite's rowid: the largest so far plus one, which
 * is monotonic because nothing is deleted (AUTOINCREMENT would cost a written row and buy nothing).
 */
export const ledger = sqliteTable(
  'ledger',
  {
    number: integer().primaryKey(),
    /** The chain: the person whose rows the change touches, or `company`. */
    chain: text().notNull(),
    /** The place in the chain, from 1. */
    place: integer().notNull(),
    change: text().notNull(),
    /** The person who asked. */
    actor: text().notNull(),
    client: text().notNull(),
    kind: text().notNull(),
    /** The id of the entry or project; null where the change could not be read. */
    thing: text(),
    /** HMAC of the change as it came, without its time: the same id with another body is told from a repeat. */
    digest: text().notNull(),
    verdict: text({ enum: ['applied', 'late', 'refused'] }).notNull(),
    /** Why it was refused, as JSON. */
    problem: text(),
    /** The version before. */
    was: text(),
    /** The row as the change left it, as JSON, its note replaced by `noteDigest`. */
    became: text(),
    /** Outside of the hash, with its salt, so that it can be erased on legal demand. */
    note: text(),
    salt: text(),
    /** The device's time. */
    at: text(),
    /** The server's time. */
    received: text().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [uniqueIndex('ledger_change').on(table.chain, table.change)],
)

/** The last good key set of the tenant, read once per cold isolate. */
export const tenantKeys = sqliteTable('tenant_keys', {
  issuer: text().primaryKey(),
  keys: text().notNull(),
  fetched: integer().notNull(),
})
