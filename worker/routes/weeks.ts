// Weeks: where they stand, and the steps from there. A step is a resource that is put: a submission, an approval.
import type { Context } from 'hono'
import * as v from 'valibot'
import { addDays, daysOf, firstDate, IsoWeek, lastDate, weekOf } from '../domain/calendar.ts'
import { minutesOf } from '../domain/duration.ts'
import { entriesPerWeek, inOrder } from '../domain/entry.ts'
import { Status } from '../domain/problem.ts'
import { oldestOfSheets } from '../domain/sync.ts'
import { Remark, Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { mustRead, readerOf } from '../reader.ts'
import * as comments from '../store/comments.ts'
import * as entries from '../store/entries.ts'
import * as lates from '../store/lates.ts'
import * as ledger from '../store/ledger.ts'
import * as people from '../store/people.ts'
import * as weeks from '../store/weeks.ts'
import { answer, changeOf, enter, etagOf, shown, versionOrNone, versionSeen } from './entering.ts'
import { historyOf } from './history.ts'
import { bodyOf, Limit, parse, pathOf, PersonOrMe, personOf } from './input.ts'

const Cursor = v.pipe(
  v.string(),
  v.regex(/^\d{4}-W\d\d\.[0-9a-f-]{36}$/, 'must be a cursor of this API'),
  v.transform((text) => ({ week: text.slice(0, 8), person: text.slice(9) })),
  v.object({ week: IsoWeek, person: Uuid }),
)
const Query = v.strictObject({
  status: v.optional(Status),
  person: v.optional(PersonOrMe),
  from: v.optional(IsoWeek),
  to: v.optional(IsoWeek, weekOf(lastDate)),
  cursor: v.optional(Cursor),
  limit: v.optional(Limit, '200'),
})

/**
 * A page of one's own weeks and those of the people one may act for, newest first: where nothing else is said, from twelve
 * weeks ago on, but all that wait where those are asked for. `cursor` leads to the next page, null on the last.
 */
export async function list(c: Context<Env>) {
  const { person, from: asked, cursor: before, ...filter } = parse(Query, c.req.query())
  const from = asked ?? (filter.status === 'submitted' ? firstWeek : oldestOfSheets(c.var.now))
  const { db, caller } = c.var
  const reader = readerOf(caller, (await personOf(c)).id)
  const whose =
    person === undefined
      ? people.selfAndActedForBy(reader.person, reader.approves)
      : people.only(await mustRead(db, reader, person))
  const rows = (await weeks.list(db, whose, { ...filter, from, before })).map(weeks.weekRowOf)
  const last = rows.length === filter.limit ? rows.at(-1) : undefined
  return c.json({ weeks: rows.map(shown), cursor: last ? `${last.week}.${last.person}` : null })
}

/** One week with its entries, late hours and comments, and how it stood when it was decided last. */
export async function show(c: Context<Env>) {
  const week = weekIn(c)
  const person = await readable(c)
  const { db } = c.var
  const [first = '', , , , , , last = ''] = daysOf(week)
  const [[record], rows, late, said] = await db.batch([
    weeks.sheet(db, person, week),
    entries.list(db, person, { from: first, to: last, limit: entriesPerWeek }),
    lates.ofWeek(db, person, week),
    comments.ofWeek(db, person, week),
  ])
  const sheet = record && weeks.sheetOf(record)
  if (sheet) c.header('etag', etagOf(sheet.week))
  const nobody = { by: null, byName: null, since: null }
  const nothing = { changed: false, settled: null, was: null, version: null }
  const blank = { person, week, status: 'open', note: '', ...nobody, ...nothing }
  return c.json({
    ...(sheet ? shown(sheet.week) : blank),
    minutes: minutesOf(rows),
    entries: rows.map(entries.entryOf).toSorted(inOrder).map(shown),
    before: sheet?.before?.map(shown) ?? null,
    late: late.toSorted(byNumber).map((row) => shown(lates.lateOf(row))),
    comments: said.toSorted(byNumber).map((row) => shown(comments.commentOf(row))),
  })
}

const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number

const firstWeek = weekOf(addDays(firstDate, 6))

/** Who did what to the week, to its hours and about it, newest first. */
export async function history(c: Context<Env>) {
  const week = weekIn(c)
  const person = await readable(c)
  const rows = await ledger.ofWeek(c.var.db, person, week)
  return c.json(historyOf(rows))
}

/** Submits one's own week; answers it as it stands then, as each of the steps below does. */
export const submit = async (c: Context<Env>) => {
  const base = versionOrNone(c)
  return answer(c, await enter(c, { ...changeOf(c, 'week.submit'), ...(await namedWeek(c)), base }))
}

export const withdraw = async (c: Context<Env>) => {
  const base = versionSeen(c)
  return answer(c, await enter(c, { ...changeOf(c, 'week.withdraw'), ...(await namedWeek(c)), base }))
}

export const approve = async (c: Context<Env>) => {
  const base = versionSeen(c)
  return answer(c, await enter(c, { ...changeOf(c, 'week.approve'), ...(await namedWeek(c)), base }))
}

const Reason = v.strictObject({ reason: Remark })

export const giveBack = async (c: Context<Env>) => {
  const base = versionSeen(c)
  const { reason } = await bodyOf(c, Reason)
  return answer(c, await enter(c, { ...changeOf(c, 'week.return'), ...(await namedWeek(c)), base, reason }))
}

export const reopen = async (c: Context<Env>) => {
  const base = versionSeen(c)
  const { reason } = await bodyOf(c, Reason)
  return answer(c, await enter(c, { ...changeOf(c, 'week.reopen'), ...(await namedWeek(c)), base, reason }))
}

const Said = v.strictObject({ note: Remark })

/** Says something about a week, one's own or that of somebody for whom the caller may act. */
export async function comment(c: Context<Env>) {
  const { note } = await bodyOf(c, Said)
  const row = await enter(c, { ...changeOf(c, 'comment.add'), ...(await namedWeek(c)), note })
  return c.json(shown(row), 201)
}

/** A week of somebody who is not there is said to be the week of a stranger. */
const unknown = { code: 'week.not-yours' } as const

const weekIn = (c: Context<Env>) => pathOf(c, 'week', IsoWeek, { code: 'route.unknown' })

/** Whose week the path names. */
async function namedWeek(c: Context<Env>) {
  const named = pathOf(c, 'person', PersonOrMe, unknown)
  return { person: named === 'me' ? (await personOf(c)).id : named, week: weekIn(c) }
}

/** The person in the path, if the caller is that person or may act for them. Throws `week.not-yours`. */
async function readable(c: Context<Env>): Promise<string> {
  const named = pathOf(c, 'person', PersonOrMe, unknown)
  const { id } = await personOf(c)
  return mustRead(c.var.db, readerOf(c.var.caller, id), named)
}
