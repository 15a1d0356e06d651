// The tables. Written rows are what is paid for, so each index earns its place (see the counters in test/worker).
// The migrations add WITHOUT ROWID by hand where the primary key is the only way in: it saves a written row an insert.
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Somebody with our own id. */
export const people = sqliteTable(
  'people',
  {
    id: text().primaryKey(),
    name: text(),
    /** In lower case. */
    email: text(),
    from: text(),
    until: text(),
    /** Minutes a week. */
    target: integer(),
    manager: text(),
    deputy: text(),
    /** Who is not may no longer call; their rows stay. */
    active: integer({ mode: 'boolean' }).notNull(),
    /** Whether an identity leads here. */
    linked: integer({ mode: 'boolean' }).notNull(),
    version: text().notNull(),
    number: integer().notNull(),
    /** Ledger number of the change that made them: nothing of theirs is older. */
    firstNumber: integer('first_number').notNull(),
  },
  (table) => [index('people_feed').on(table.number)],
)

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
 * One chain of the ledger per person, and one (`company`) for what belongs to nobody: projects and people.
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
    /** Who may book on it, as a JSON list of people; null: everybody. */
    members: text({ mode: 'json' }).$type<string[]>(),
    /** Who could once see it and is no member any more: they keep its name, and cannot book. A JSON list. */
    known: text().notNull(),
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
    /** From when to when, as the wall clock said, with its offset from UTC; null where only the length is known. */
    start: text(),
    end: text(),
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

/** One person's week, from the first step that was taken with it. */
export const weeks = sqliteTable(
  'weeks',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    /** The week by its first day: SQLite can tell the Monday of a date, but not the name of a week. */
    monday: text().notNull(),
    status: text({ enum: ['open', 'submitted', 'approved', 'returned'] }).notNull(),
    note: text().notNull(),
    by: text().notNull(),
    byName: text('by_name'),
    since: text().notNull(),
    changed: integer({ mode: 'boolean' }).notNull(),
    /** The versions of the entries that it had when it was last approved or returned, as a JSON list. */
    settled: text({ mode: 'json' }).$type<string[]>(),
    was: text(),
    version: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.monday] }),
    index('weeks_feed').on(table.person, table.number),
    index('weeks_news').on(table.number),
    index('weeks_waiting')
      .on(table.monday, table.person)
      .where(sql`${table.status} = 'submitted'`),
  ],
)

/** Hours that came into an approved week: proposals, counted nowhere until somebody accepts them. */
export const lates = sqliteTable(
  'lates',
  {
    id: text().notNull(),
    person: text()
      .notNull()
      .references(() => people.id),
    week: text().notNull(),
    entry: text().notNull(),
    wants: text({ enum: ['put', 'delete'] }).notNull(),
    base: text(),
    /** The date, minutes and project that it would take the place of, as JSON. */
    before: text({ mode: 'json' }).$type<{ date: string; minutes: number; project: string }>(),
    project: text().notNull(),
    date: text().notNull(),
    zone: text(),
    start: text(),
    end: text(),
    minutes: integer().notNull(),
    note: text().notNull(),
    status: text({ enum: ['proposed', 'accepted', 'declined', 'dropped'] }).notNull(),
    reason: text().notNull(),
    by: text(),
    byName: text('by_name'),
    at: text().notNull(),
    received: text().notNull(),
    version: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [
    // The id first: a decision names the proposal and not whose it is.
    primaryKey({ columns: [table.id, table.person] }),
    index('lates_feed').on(table.person, table.number),
    index('lates_news').on(table.number),
    index('lates_entry').on(table.person, table.entry),
    index('lates_week').on(table.person, table.week),
  ],
)

export const comments = sqliteTable(
  'comments',
  {
    person: text()
      .notNull()
      .references(() => people.id),
    week: text().notNull(),
    id: text().notNull(),
    author: text().notNull(),
    authorName: text('author_name'),
    note: text().notNull(),
    at: text().notNull(),
    received: text().notNull(),
    version: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.week, table.id] }),
    index('comments_feed').on(table.person, table.number),
    index('comments_news').on(table.number),
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
    /** What it is about (domain/change.ts, thingOf); null where the change could not be read. */
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
