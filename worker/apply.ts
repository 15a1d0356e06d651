// The only writer of what changes decide: applies a list of changes of one caller, each once. It reads, decides and
// writes: two D1 calls, whether the list holds 1 change or 200. The rules are the domain's; concurrent writers of one
// timesheet take turns by the head of its chain.
import type { Caller } from './auth/claims.ts'
import { type Cursor, mustHold, read as readCursor, type Rights, rightsOf } from './cursor.ts'
import { type Book, openBook } from './domain/book.ts'
import { instantOf } from './domain/calendar.ts'
import { scopeOf } from './domain/change.ts'
import { decide } from './domain/decide.ts'
import { mayActFor } from './domain/person.ts'
import { play, versionBefore } from './domain/play.ts'
import { Refused } from './domain/problem.ts'
import type { Page, Verdict } from './domain/sync.ts'
import { feed, noNews, pageOf } from './feed.ts'
import { type Item, itemOf, touchedBy } from './intake.ts'
import { type Reader, readerOf } from './reader.ts'
import { type Ruling, Rulings } from './rulings.ts'
import type { Seal } from './seal.ts'
import * as chains from './store/chains.ts'
import * as comments from './store/comments.ts'
import { type Db, takingTurns } from './store/db.ts'
import * as entries from './store/entries.ts'
import * as lates from './store/lates.ts'
import * as ledger from './store/ledger.ts'
import * as people from './store/people.ts'
import * as projects from './store/projects.ts'
import * as weeks from './store/weeks.ts'

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

/**
 * Applies the changes and answers a verdict for each, in order. A change whose id is known is answered as before and
 * writes nothing. Throws (and then nothing was written) `insufficient_scope`, `account.mismatch`, `person.deactivated`,
 * `history.restored`, `rights.changed`, and `store.busy` when others were faster eight times in a row.
 */
export async function apply(db: Db, application: Application): Promise<Outcome> {
  const { person, changes, caller, seal } = application
  const items = await Promise.all(changes.map((sent) => itemOf(person, sent, seal)))
  mustBeAllowed(application, items)
  const isAsked = application.since !== undefined && caller.scopes.has('read:timesheets')
  const cursor = isAsked ? readCursor(application.since ?? null) : undefined
  return takingTurns(() => applyOnce(db, application, items, cursor))
}

/** Every change asks for the scope of its kind, whether or not the rest of it can be read. */
function mustBeAllowed({ person, caller }: Application, items: readonly Item[]): void {
  for (const { kind, owner } of items) {
    const scope = scopeOf(kind, owner, person)
    if (!caller.scopes.has(scope)) throw new Refused({ code: 'insufficient_scope', scope })
  }
}

/** `asked`: where to read news from, null for the beginning, undefined for no news. */
async function applyOnce(
  db: Db,
  application: Application,
  items: readonly Item[],
  asked: Cursor | null | undefined,
): Promise<Outcome> {
  const reader = readerOf(application.caller, application.person)
  const { book, rulings, rights } = await read(db, application, reader, items, asked)
  const shared: chains.Shared[] = [...book.projects.values(), ...book.people.values()]
  const placed: Item[] = []
  const moved: { from: string; to: string }[] = []
  const peopleBefore = new Map(book.people)
  for (const sent of items) {
    // One by one: a change before it may be what lets its author act for somebody.
    const item = { ...sent, chain: chainOf(sent, book, rulings) }
    placed.push(item)
    if (rulings.has(item)) continue
    const ruling = rule(book, item)
    await rulings.enter(item, ruling)
    const { change } = item
    if (ruling.verdict === 'applied' && change?.kind === 'identity.move') {
      for (const earlier of moved) if (earlier.to === change.person) earlier.to = change.to
      // What came to that person from others is led on above; their own leads where it was led first.
      if (!moved.some(({ from }) => from === change.person))
        moved.push({ from: change.person, to: change.to })
    }
  }
  const news = { reader, cursor: asked, now: application.now }
  const results = await write(db, rulings, { shared, moved, news })
  return {
    verdicts: rulings.verdicts(placed, results.numbers),
    book,
    ...(asked !== undefined && {
      news: await pageOf(results.news, news, hasMoved(book, peopleBefore) ? beyondRights : rights),
    }),
  }
}

/** Whether the push has itself changed for whom its author may act, among those who were there before it. */
const hasMoved = ({ actor, people: now }: Book, before: Book['people']) =>
  [...before].some(([id, was]) => mayActFor(actor.person, was) !== mayActFor(actor.person, now.get(id)))

/** Fits no rights: the news was read after the push, and what a copy lacks under its new rights lies before that. */
const beyondRights: Rights = () => Promise.resolve('0')

async function read(
  db: Db,
  application: Application,
  reader: Reader,
  items: readonly Item[],
  asked: Cursor | null | undefined,
) {
  const { caller, person, seal, now } = application
  const touched = touchedBy(person, items)
  const [
    callers,
    heads,
    known,
    named,
    onDays,
    weekRows,
    open,
    lateRows,
    said,
    shared,
    others,
    acted,
    witnesses,
  ] = await db.batch([
    people.byIdentity(db, caller),
    chains.heads(db, touched.chains),
    ledger.known(db, touched.chains, touched.changes),
    entries.touched(db, touched),
    entries.onDays(db, touched),
    weeks.touched(db, touched),
    lates.open(db, touched),
    lates.named(db, touched),
    comments.touched(db, touched),
    projects.touched(db, touched),
    people.touched(db, touched),
    people.actedFor(db, person, asked !== undefined && reader.approves),
    ledger.hashAt(db, asked?.witness ?? 0),
  ])
  people.mustBe(person, callers[0])
  const rights = rightsOf(person, caller.scopes, acted)
  if (asked !== undefined) await mustHold(asked, witnesses, rights)
  const received = instantOf(now)
  const book = openBook({ person, name: callers[0]?.name ?? null }, received, [
    ...[...named, ...onDays].map(entries.entryOf),
    ...weekRows.map(weeks.weekRowOf),
    ...[...open, ...lateRows].map(lates.lateOf),
    ...said.map(comments.commentOf),
    ...shared.map(projects.projectOf),
    ...others.map(people.personOf),
  ])
  return {
    book,
    rulings: new Rulings(heads, known, seal, { actor: person, client: caller.client, received }),
    rights,
  }
}

/**
 * The chain that a verdict belongs to: that of whose timesheet it is. A stranger's attempts stay in the stranger's own,
 * so that nobody can write into the history of somebody they have no business with; and there they keep their verdict,
 * whoever the stranger may act for later.
 */
function chainOf({ id, chain, owner }: Item, { actor, people: known }: Book, rulings: Rulings): string {
  if (chain === chains.company || owner === actor.person) return chain
  if (rulings.isOf(actor.person, chain, id)) return chain
  const isAnswered = rulings.isOf(actor.person, owner, id)
  // Somebody who is made in this very push has no chain yet.
  const mayAct = rulings.hasChain(owner) && mayActFor(actor.person, known.get(owner))
  return isAnswered || mayAct ? owner : chain
}

/** Asks the domain, and plays what it allows, so that the next change sees it. */
function rule(book: Book, { change, issues }: Item): Ruling {
  if (!change) return { verdict: 'refused', problem: { code: 'input.invalid', issues }, was: null }
  const decision = decide(book, change)
  const was = versionBefore(book, change, decision.verdict)
  if (decision.verdict === 'refused') return { ...decision, was }
  const rows = play(book, change, decision.verdict)
  if (rows.length === 0) throw new Error(`${change.kind} was allowed and left no row`)
  return { ...decision, rows, was }
}

interface Writing {
  shared: readonly chains.Shared[]
  /** Identities that lead to somebody else from now on. */
  moved: readonly { from: string; to: string }[]
  news: Parameters<typeof feed>[1]
}

async function write(db: Db, rulings: Rulings, { shared, moved, news }: Writing) {
  const reading = feed(db, news)
  if (rulings.rows.length === 0) {
    // Nobody asked and nothing is to be written: there is nothing to say to D1.
    return { numbers: [], news: news.cursor === undefined ? noNews : await db.batch(reading) }
  }
  const persons = rulings.left('person')
  // Only the ledger says something that is wanted, and what reads the news.
  const [
    _heads,
    numbers,
    _projects,
    _people,
    _chains,
    _identities,
    _entries,
    _weeks,
    _lates,
    _comments,
    ...told
  ] = await db.batch([
    chains.move(db, rulings.moves(), shared),
    ledger.append(db, rulings.rows),
    projects.write(db, rulings.left('project')),
    people.write(db, persons),
    chains.begin(
      db,
      persons.map(({ id }) => id),
    ),
    people.relink(db, moved),
    entries.write(db, rulings.left('entry')),
    weeks.write(db, rulings.left('week')),
    lates.write(db, rulings.left('late')),
    comments.write(db, rulings.left('comment')),
    ...reading,
  ])
  return { numbers, news: told }
}
