// The only writer of entries, projects and the ledger: applies a list of changes of one person, each once. It reads,
// decides and writes: two D1 calls, whether the list holds 1 change or 200. The rules are the domain's; concurrent
// writers take turns by the chain's head.
import type { Caller } from './auth/claims.ts'
import { type Cursor, mustHold, read as readCursor, rightsOf } from './cursor.ts'
import { type Book, decide, play } from './domain/book.ts'
import { instantOf } from './domain/calendar.ts'
import { type Change, scopeOf, thingOf } from './domain/change.ts'
import { Refused } from './domain/problem.ts'
import type { Project } from './domain/project.ts'
import type { Page, Verdict } from './domain/sync.ts'
import { feed, pageOf } from './feed.ts'
import { type Item, itemOf, touchedBy } from './intake.ts'
import { type Ruling, Rulings } from './rulings.ts'
import type { Seal } from './seal.ts'
import * as chains from './store/chains.ts'
import { type Db, isPassing } from './store/db.ts'
import * as entries from './store/entries.ts'
import * as ledger from './store/ledger.ts'
import * as people from './store/people.ts'
import * as projects from './store/projects.ts'

export interface Application {
  caller: Caller
  /** Whose changes these are, as the client believes; refused when the token is somebody else's. */
  person: string
  /** The changes as they came, each with an id and otherwise unread. */
  changes: readonly { id: string }[]
  /** Asks for the first page of news after this cursor; null is the beginning. */
  since?: string | null | undefined
  /** Milliseconds since 1970. */
  now: number
  seal: Seal
}

export interface Outcome {
  verdicts: Verdict[]
  news?: Page
  /** What the changes touched, as they left it. */
  book: Book
}

const attempts = 8

/**
 * Applies the changes and answers a verdict for each, in order. A change whose id is known is answered as before and
 * writes nothing. Throws (and then nothing was written) `insufficient_scope`, `account.mismatch`, `person.deactivated`,
 * `history.restored`, `rights.changed`, and `store.busy` when others were faster eight times in a row.
 */
export async function apply(db: Db, application: Application): Promise<Outcome> {
  const { person, changes, seal } = application
  const items = await Promise.all(changes.map((sent) => itemOf(person, sent, seal)))
  mustBeAllowed(application.caller, items)
  const cursor = await cursorOf(application)
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(db, application, items, cursor)
    } catch (error) {
      // Committed or not, it may be repeated: the ids of committed changes are known.
      const isD1 = isPassing(error)
      if (!chains.wasOvertaken(error) && !isD1) throw error
      if (isD1) console.warn('a batch failed', error)
      if (attempt === attempts) throw new Refused({ code: 'store.busy', retryAfter: 5 })
      await scheduler.wait(Math.random() * 10 * 2 ** attempt)
    }
  }
}

/** Every change asks for the scope of its kind, whether or not the rest of it can be read. */
function mustBeAllowed({ scopes }: Caller, items: readonly Item[]): void {
  for (const { kind } of items) {
    const scope = scopeOf(kind)
    if (!scopes.has(scope)) throw new Refused({ code: 'insufficient_scope', scope })
  }
}

async function cursorOf({ since, caller }: Application): Promise<Cursor | null> {
  if (since === undefined || !caller.scopes.has('read:timesheets')) return null
  return readCursor(since, await rightsOf(caller.scopes))
}

async function applyOnce(
  db: Db,
  application: Application,
  items: readonly Item[],
  cursor: Cursor | null,
): Promise<Outcome> {
  const { book, rulings } = await read(db, application, items, cursor)
  const shared = [...book.projects.values()]
  for (const item of items) {
    if (!rulings.has(item)) await rulings.enter(item, rule(book, item))
  }
  const { numbers, news } = await write(db, book.person, rulings, shared, cursor)
  return { verdicts: rulings.verdicts(items, numbers), book, ...(news && { news }) }
}

async function read(db: Db, application: Application, items: readonly Item[], cursor: Cursor | null) {
  const { caller, person, seal, now } = application
  const touched = touchedBy(person, items)
  const [callers, heads, known, own, sums, shared, witnesses] = await db.batch([
    people.byIdentity(db, caller),
    chains.heads(db, touched.chains),
    ledger.known(db, touched.chains, touched.changes),
    entries.byIds(db, person, touched.entries),
    entries.minutesByDay(db, person, touched.days),
    projects.byIds(db, touched.projects),
    ledger.hashAt(db, cursor?.witness ?? 0),
  ])
  people.mustBe(person, callers[0])
  if (cursor) mustHold(cursor, witnesses)
  const book: Book = {
    person,
    entries: new Map(own.map((row) => [row.id, entries.entryOf(row)])),
    projects: new Map(shared.map((row) => [row.id, projects.projectOf(row)])),
    days: new Map(sums.map((sum) => [sum.date, sum.minutes])),
  }
  const circumstances = { actor: person, client: caller.client, received: instantOf(now) }
  return { book, rulings: new Rulings(heads, known, seal, circumstances) }
}

/** Asks the domain, and plays what it allows, so that the next change sees it. */
function rule(book: Book, { change, issues }: Item): Ruling {
  if (!change) return { problem: { code: 'input.invalid', issues }, was: null }
  const was = versionIn(book, change)
  const problem = decide(book, change)
  if (problem) return { problem, was }
  const row = play(book, change)
  if (!row) throw new Error(`${change.kind} was allowed and left no row`)
  return { row, was }
}

const versionIn = (book: Book, change: Change) =>
  (change.kind === 'project.put' ? book.projects : book.entries).get(thingOf(change))?.version ?? null

async function write(
  db: Db,
  person: string,
  rulings: Rulings,
  shared: readonly Project[],
  cursor: Cursor | null,
) {
  const news = feed(db, person, cursor)
  if (rulings.rows.length === 0) {
    return { numbers: [], news: cursor && pageOf(await db.batch(news), cursor) }
  }
  const [, numbers, , , ...results] = await db.batch([
    chains.move(db, rulings.moves(), shared),
    ledger.append(db, rulings.rows),
    projects.write(db, rulings.left('project')),
    entries.write(db, rulings.left('entry')),
    ...news,
  ])
  return { numbers, news: cursor && pageOf(results, cursor) }
}
