// What a device and the server say to each other: push, verdicts, pull (README, "How an hour travels").
import * as v from 'valibot'
import { Row } from './book.ts'
import { addWeeks, instantOf, weekOf } from './calendar.ts'
import { AnyRefusal } from './problem.ts'
import { Sheet } from './sheet.ts'
import { Uuid } from './text.ts'

export const changesPerPush = 200
/** A push the device sends on its own account stays below this many bytes of JSON. */
export const bytesPerPush = 256 * 1024
/** The server reads no larger body. */
export const bytesPerBody = 512 * 1024
/** Rows of one kind on one page of the feed; of sheets, which are large, fewer. */
export const rowsPerPage = 500
export const sheetsPerPage = 20
/** A page of sheets ends before the one that would begin beyond this many characters: a week can have a million. */
export const charactersOfSheets = 1_000_000
/** How many weeks back an approver gets sheets of, whatever their status; what is still submitted comes however old it is. */
export const weeksOfSheets = 12
/** The oldest of those weeks (ISO) at `now` (milliseconds since 1970, by the server's clock). */
export const oldestOfSheets = (now: number): string =>
  addWeeks(weekOf(instantOf(now).slice(0, 10)), -weeksOfSheets)

/** The header on each answer of the API. Without it an answer is somebody else's: a portal's, a proxy's. */
export const marker = 'x-timesheets'

/** The body of POST /api/changes. A change's own fields are parsed one by one, so that a bad one never stops the others. */
export const Push = v.strictObject({
  /** Whose changes these are; a token of anybody else is refused. */
  person: Uuid,
  changes: v.pipe(
    v.array(v.looseObject({ id: Uuid })),
    v.minLength(1, 'must hold at least one change'),
    v.maxLength(changesPerPush, `must hold at most ${changesPerPush} changes`),
  ),
  /** Asks for the first page of news after the cursor (null: from the beginning) with the verdicts. */
  since: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300)))),
})
export type Push = v.InferOutput<typeof Push>

/** What the feed brings: what changes left, and to approvers the weeks of others as sheets. */
export const FeedRow = v.variant('kind', [...Row.options, Sheet])
export type FeedRow = v.InferOutput<typeof FeedRow>

const Answered = { id: Uuid, number: v.number() }

/** The server's answer to a change; `number` is its place in the ledger. */
export const Verdict = v.variant('verdict', [
  v.object({ ...Answered, verdict: v.literal('applied'), row: Row }),
  v.object({ ...Answered, verdict: v.literal('late'), row: v.optional(Row) }),
  v.object({ ...Answered, verdict: v.literal('refused'), problem: AnyRefusal }),
])
export type Verdict = v.InferOutput<typeof Verdict>

/** One page of the feed: rows and tombstones newer than a cursor, in ledger order. */
export const Page = v.object({ rows: v.array(FeedRow), cursor: v.string(), more: v.boolean() })
export type Page = v.InferOutput<typeof Page>

/** What POST /api/changes answers: a verdict per change, in order. `news` where it was asked for and may be read. */
export const Answer = v.object({ verdicts: v.array(Verdict), news: v.optional(Page) })
export type Answer = v.InferOutput<typeof Answer>
