// What Ada, Lin and Grace are told of: from the rows alone, each once, until it is read or has gone by itself.
import { describe, expect, it } from 'vitest'
import { openBook, type Row } from '#domain/book.ts'
import type { Comment } from '#domain/comment.ts'
import type { Late } from '#domain/late.ts'
import type { Week } from '#domain/week.ts'
import { isCalling, noticesOf } from '../../web/data/notices.ts'
import { late as proposal, person, weekOf } from '../domain/rows.ts'

/** Monday after week 47. */
const today = '2026-11-23'
const people = { ada: 'ada', lin: 'lin', grace: 'grace', root: 'root' }

const week = (values: Partial<Week>): Week =>
  weekOf('submitted', {
    byName: 'Ada',
    since: '2026-11-22T18:00:00.000Z',
    version: 'w1',
    number: 10,
    ...values,
  })

/** Of the week before. */
const late = (values: Partial<Late>): Late =>
  proposal('l1', {
    week: '2026-W46',
    date: '2026-11-12',
    minutes: 90,
    at: '2026-11-20T18:00:00.000Z',
    received: '2026-11-21T18:00:00.000Z',
    number: 11,
    ...values,
  })

const comment = (fields: Partial<Comment>): Comment => ({
  kind: 'comment',
  id: 'c1',
  person: people.ada,
  week: '2026-W47',
  author: people.grace,
  authorName: 'Grace',
  note: 'Thursday?',
  at: '2026-11-22T19:00:00.000Z',
  received: '2026-11-22T19:00:00.000Z',
  version: 'c1',
  number: 12,
  ...fields,
})

interface Told {
  to?: string
  rows: Row[]
  on?: string
  read?: string[]
  isApprover?: boolean
}

/** What somebody is told, read or not. */
const told = ({ to = people.ada, rows, on = today, read = [], isApprover = to === people.grace }: Told) =>
  noticesOf({
    book: openBook({ person: to, name: to }, '2026-11-23T08:00:00.000Z', [
      person(people.ada),
      person(people.lin),
      person(people.grace, { manager: people.root }),
      person(people.root, { manager: people.grace }),
      ...rows,
    ]),
    today: on,
    dismissed: new Set(read),
    isApprover,
  })

const kinds = (given: Told) => told(given).map(({ kind }) => kind)
const unread = (given: Told) => told(given).flatMap(({ kind, isRead }) => (isRead ? [] : kind))

const submitted = week({})
const returned = week({
  status: 'returned',
  by: people.grace,
  byName: 'Grace',
  note: 'Thursday?',
  version: 'w2',
})
const reopened = week({
  status: 'open',
  by: people.grace,
  byName: 'Grace',
  note: 'A day too many',
  version: 'w4',
})
const approved = week({ status: 'approved', by: people.grace, byName: 'Grace', version: 'w3' })
const accepted = late({ status: 'accepted', by: people.grace })
const declined = late({ status: 'declined', by: people.grace, reason: 'Not that day' })

describe('Ada is told', () => {
  it.each<[string, Row[], string[]]>([
    ['nothing while her week waits', [submitted], []],
    ['that her week was approved', [approved], ['approved']],
    ['nothing of a week approved long ago', [{ ...approved, since: '2026-08-30T08:00:00.000Z' }], []],
    ['nothing of Lin’s approved week', [submitted, { ...approved, person: people.lin }], []],
    ['that her week came back', [returned], ['returned']],
    ['that an approval was taken back', [reopened], ['reopened']],
    ['that last week is still open', [], ['open']],
    ['the same of a week she has withdrawn', [week({ status: 'open' })], ['open']],
    ['that a late hour counts', [submitted, accepted], ['accepted']],
    ['that a late hour does not count', [submitted, declined], ['declined']],
    ['nothing of a late hour that waits', [submitted, late({})], []],
    ['nothing of a late hour she took back', [submitted, late({ status: 'dropped' })], []],
    ['that Grace wrote', [submitted, comment({})], ['comment']],
    ['nothing of what she wrote herself', [submitted, comment({ author: people.ada })], []],
    ['nothing of what Lin is told', [submitted, comment({ person: people.lin, author: people.grace })], []],
    ['nothing of Lin’s week', [submitted, week({ ...returned, person: people.lin })], []],
    ['nothing of long ago', [submitted, comment({ received: '2026-08-01T08:00:00.000Z' })], []],
  ])('%s', (_, rows, expected) => {
    expect(kinds({ rows })).toEqual(expected)
  })

  it.each([
    ['on the Sunday before', '2026-11-22', '2026-W46'],
    ['on Monday', '2026-11-23', '2026-W47'],
    ['on the next Sunday', '2026-11-29', '2026-W47'],
    ['in the first week of a year', '2027-01-05', '2026-W53'],
  ])('%s of last week alone', (_, on, open) => {
    expect(told({ rows: [], on })).toMatchObject([{ kind: 'open', week: open }])
  })

  it.each([
    ['who is not expected at all', { from: null }],
    ['who began this week', { from: '2026-11-23' }],
    ['who left before that week', { until: '2026-11-15' }],
    ['who is not active', { active: false }],
  ])('nothing of an open week, if she is one %s', (_, fields) => {
    const row = person(people.ada, { ...fields, number: 2 })
    expect(kinds({ rows: [row] })).toEqual([])
  })

  it('the reason, and by whom', () => {
    expect(told({ rows: [returned] })).toMatchObject([
      { kind: 'returned', week: { note: 'Thursday?', byName: 'Grace', week: '2026-W47' } },
    ])
  })

  it('of a week that came back only once, and that it is open after she has read why', () => {
    expect(kinds({ rows: [returned] })).toEqual(['returned'])
    expect(unread({ rows: [returned], read: ['returned w2'] })).toEqual(['open'])
  })

  it('no more of a comment that she has answered, on whichever device', () => {
    const answer = comment({ id: 'c2', version: 'c2', author: people.ada, number: 13 })
    expect(kinds({ rows: [submitted, comment({}), answer] })).toEqual([])
    expect(kinds({ rows: [submitted, comment({}), { ...answer, number: 0 }] })).toEqual([])
    expect(kinds({ rows: [submitted, comment({}), { ...answer, number: 11 }] })).toEqual(['comment'])
    expect(kinds({ rows: [submitted, comment({}), { ...answer, week: '2026-W46' }] })).toEqual(['comment'])
  })

  it('no more of a comment after she has submitted, but after a late hour of hers', () => {
    expect(kinds({ rows: [week({ number: 14 }), comment({})] })).toEqual([])
    expect(kinds({ rows: [week({ number: 14, changed: true }), comment({})] })).toEqual(['comment'])
  })

  it('the newest first', () => {
    const older = comment({ id: 'c0', version: 'c0', note: 'older', number: 11 })
    const said = told({ rows: [submitted, older, comment({})] })
    expect(said.map((each) => each.kind === 'comment' && each.comment.note)).toEqual(['Thursday?', 'older'])
  })
})

describe('what Ada has read', () => {
  it.each<[string, Row[], string]>([
    ['a returned week', [returned], 'returned w2'],
    ['an approval taken back', [reopened], 'reopened w4'],
    ['a late hour', [submitted, declined], 'declined l1'],
    ['a comment', [submitted, comment({})], 'comment c1'],
    ['an open week', [], 'open 2026-W47 '],
  ])('%s stays read', (_, rows) => {
    const keys = told({ rows }).flatMap((each) => each.keys)
    expect(unread({ rows })).toHaveLength(1)
    expect(unread({ rows, read: keys }).filter((kind) => kind !== 'open')).toEqual([])
  })

  it('an approved week stays read, late hours or not, until it is approved anew', () => {
    const read = told({ rows: [approved] }).flatMap((each) => each.keys)
    expect(unread({ rows: [{ ...approved, version: 'w5' }], read })).toEqual([])
    const anew = { ...approved, version: 'w7', since: '2026-11-23T07:00:00.000Z' }
    expect(unread({ rows: [anew], read })).toEqual(['approved'])
  })

  it('calls nobody, and neither does an approved week', () => {
    const rows = [approved, accepted]
    expect(told({ rows }).filter(isCalling)).toMatchObject([{ kind: 'accepted' }])
    expect(told({ rows, read: ['accepted l1'] }).filter(isCalling)).toEqual([])
  })

  it('is new again when her week comes back once more', () => {
    const read = told({ rows: [returned] }).flatMap((each) => each.keys)
    expect(unread({ rows: [{ ...returned, version: 'w6' }], read })).toEqual(['returned'])
  })

  it('is new again when she has withdrawn the week that was open', () => {
    const read = told({ rows: [] }).flatMap((each) => each.keys)
    expect(unread({ rows: [], read })).toEqual([])
    expect(unread({ rows: [week({ status: 'open', version: 'w8' })], read })).toEqual(['open'])
  })
})

describe('Grace is told', () => {
  const own = week({ person: people.grace, by: people.grace })
  const lins = week({ person: people.lin, version: 'w9' })

  it('in one notice how many weeks and late hours wait', () => {
    expect(told({ to: people.grace, rows: [own, submitted, lins, late({})] })).toMatchObject([
      { kind: 'waiting', weeks: 2, lates: 1 },
    ])
  })

  it('again when another week comes, and not when one goes', () => {
    const [notice] = told({ to: people.grace, rows: [own, submitted] })
    const read = notice?.keys ?? []
    expect(unread({ to: people.grace, rows: [own, submitted], read })).toEqual([])
    expect(unread({ to: people.grace, rows: [own, submitted, lins], read })).toEqual(['waiting'])
    const both = told({ to: people.grace, rows: [own, submitted, lins] }).flatMap(({ keys }) => keys)
    expect(unread({ to: people.grace, rows: [own, lins], read: both })).toEqual([])
  })

  it.each<[string, Row[]]>([
    ['her own week', [week({ person: people.grace })]],
    ['weeks of somebody else’s people', [own, person(people.lin, { manager: people.root, number: 2 }), lins]],
    ['weeks that are decided', [own, week({ status: 'approved', by: people.grace })]],
  ])('nothing of %s', (_, rows) => {
    expect(kinds({ to: people.grace, rows })).toEqual([])
  })

  it('nothing that takes a right she does not have', () => {
    const rows = [own, submitted, comment({ author: people.ada })]
    expect(kinds({ to: people.grace, rows, isApprover: false })).toEqual([])
  })

  it('that Ada wrote on her own week, until Grace answers or decides', () => {
    const asked = comment({ author: people.ada, authorName: 'Ada' })
    const approved = week({ status: 'approved', by: people.grace, number: 15 })
    const answer = comment({ id: 'c3', version: 'c3', number: 13 })
    expect(kinds({ to: people.grace, rows: [own, asked] })).toEqual(['comment'])
    expect(kinds({ to: people.grace, rows: [own, asked, answer] })).toEqual([])
    expect(kinds({ to: people.grace, rows: [own, asked, approved] })).toEqual([])
  })

  it('nothing of what Root wrote on Ada’s week', () => {
    expect(kinds({ to: people.grace, rows: [own, comment({ author: people.root })] })).toEqual([])
  })
})
