// Reports: sums of hours by project, day or person, and the hours one by one for exports.
import type { Context } from 'hono'
import * as v from 'valibot'
import { WorkDate } from '../domain/calendar.ts'
import { Refused, wrong } from '../domain/problem.ts'
import {
  By,
  daysPerReport,
  inOrder,
  linesPerPage,
  type Lines,
  type Report,
  spanProblem,
} from '../domain/report.ts'
import { Uuid } from '../domain/text.ts'
import type { Env } from '../env.ts'
import { mustRead, readerOf } from '../reader.ts'
import * as people from '../store/people.ts'
import * as reports from '../store/reports.ts'
import { parse, personOf } from './input.ts'

const Cursor = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f-]{36}\.[\d-]{10}\.[0-9a-f-]{36}$/, 'must be a cursor of this API'),
  v.transform((text) => {
    const [person = '', date = '', entry = ''] = text.split('.')
    return { person, date, entry }
  }),
)
const Query = v.strictObject({
  from: WorkDate,
  to: WorkDate,
  by: v.union([By, v.literal('entry')]),
  person: v.optional(v.union([Uuid, v.picklist(['me', 'all'])]), 'me'),
  cursor: v.optional(Cursor),
})

/** A report by project, day or person, or (`by=entry`) a page of the hours one by one. */
export async function show(c: Context<Env>) {
  const { from, to, by, person, cursor: after } = parse(Query, c.req.query())
  const problem = spanProblem({ from, to })
  if (problem) throw new Refused(wrong('to', reasons[problem]))
  const { db, caller } = c.var
  const reader = readerOf(caller, (await personOf(c)).id)
  const whose =
    person === 'all'
      ? people.selfAndActedForBy(reader.person, reader.approves)
      : people.only(await mustRead(db, reader, person))
  if (by === 'entry') {
    const lines = await reports.lines(db, whose, { from, to }, { after, limit: linesPerPage })
    const last = lines.length === linesPerPage ? lines.at(-1) : undefined
    const cursor = last ? `${last.person}.${last.date}.${last.entry}` : null
    return c.json({ lines, cursor } satisfies v.InferOutput<typeof Lines>)
  }
  const groups = inOrder(await reports.groups(db, whose, { from, to }, by))
  const sum = (of: 'minutes' | 'approved') => groups.reduce((total, group) => total + group[of], 0)
  const totals = { minutes: sum('minutes'), approved: sum('approved') }
  return c.json({ from, to, by, groups, ...totals } satisfies Report)
}

const reasons = {
  backwards: 'must not be before the first day',
  'too-long': `must be at most ${daysPerReport} days in all`,
}
