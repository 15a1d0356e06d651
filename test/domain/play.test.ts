// What a change does: the rows it leaves, each change seeing the one before.
import { expect, it } from 'vitest'
import { key } from '#domain/book.ts'
import type { Change } from '#domain/change.ts'
import { play, versionBefore } from '#domain/play.ts'
import { statusAfter } from '#domain/week.ts'
import {
  aroundTheWeek,
  accept,
  at,
  bookOf,
  entry,
  friday,
  late,
  now,
  person,
  personPut,
  put,
  remove,
  step,
  type StepKind,
  take,
  thursday,
  week,
  weekOf,
} from './rows.ts'

it('plays Ada’s changes one after the other, each seeing the one before', () => {
  const book = bookOf('ada')
  const sums = () => [thursday, friday].map((date) => book.days.get(key('ada', date)) ?? 0)
  expect(take(book, put({ id: 'one', minutes: 600 })).told).toBe('applied')
  expect(take(book, put({ id: 'two', base: 'one', minutes: 900 })).told).toBe('applied')
  expect(sums()).toEqual([0, 900])
  expect(take(book, put({ id: 'three', base: 'one' })).told).toBe('entry.stale')
  expect(take(book, put({ id: 'three', base: 'two', date: thursday })).told).toBe('applied')
  expect(sums()).toEqual([60, 0])
  expect(take(book, remove('three')).told).toBe('applied')
  expect(sums()).toEqual([0, 0])
  expect(book.entries.get('ada a')).toMatchObject({ deleted: true, version: 'gone', minutes: 60 })
  expect(take(book, put({ id: 'back', base: 'gone' })).told).toBe('applied')
  expect(sums()).toEqual([0, 60])
})

it('leaves nothing of a deletion of nothing', () => {
  expect(play(bookOf('ada'), remove('a1'))).toEqual([])
  expect(play(bookOf('ada'), remove('a1', { seen: null }), 'late')).toEqual([])
  expect(play(bookOf('grace'), accept('l'))).toEqual([])
})

it.each<[StepKind, string, string]>([
  // The reason it came back for stays in sight until it is decided on again.
  ['week.submit', 'open', 'old'],
  ['week.withdraw', 'submitted', ''],
  ['week.approve', 'submitted', ''],
  ['week.return', 'submitted', 'Friday is missing'],
  ['week.reopen', 'approved', 'Friday is missing'],
])('%s says who took it, when and why', (kind, from, note) => {
  const before = weekOf(from as 'open', { note: 'old', changed: true, settled: ['x1'] })
  const book = bookOf(
    'grace',
    before,
    entry('a'),
    entry('gone', { deleted: true }),
    entry('lins', { person: 'lin' }),
  )
  const [row] = play(book, step(kind, from))
  const isDecision = kind === 'week.approve' || kind === 'week.return'
  expect(row).toEqual({
    ...before,
    status: statusAfter(kind),
    note,
    by: 'grace',
    byName: 'grace',
    since: now,
    changed: false,
    settled: isDecision ? ['a1'] : ['x1'],
    was: from,
    version: 'step',
    number: 0,
  })
  expect(book.weeks.get(`ada ${week}`)).toBe(row)
})

it('takes the first step with a week from nothing', () => {
  expect(play(bookOf('ada'), step('week.submit', null))).toMatchObject([
    { status: 'submitted', was: null, settled: null, version: 'step' },
  ])
})

it.each(['week.approve', 'week.return'] as const)('%s settles exactly the hours of the week', (kind) => {
  const book = bookOf('grace', weekOf('submitted', { settled: ['old'] }), ...aroundTheWeek, late('l'))
  expect(play(book, step(kind, 'submitted'))).toMatchObject([{ settled: ['monday1', 'sunday1'] }])
})

it('keeps a comment as it was said', () => {
  const comment = { id: 'c', kind: 'comment.add', person: 'ada', week, note: ' Really? ', at } as const
  expect(play(bookOf('grace'), comment)).toEqual([
    {
      kind: 'comment',
      id: 'c',
      person: 'ada',
      week,
      author: 'grace',
      authorName: 'grace',
      note: ' Really? ',
      at,
      received: now,
      version: 'c',
      number: 0,
    },
  ])
})

it('writes a person as Root decides, and leaves alone whether an identity leads there', () => {
  for (const linked of [true, false]) {
    const [row] = play(bookOf('root', person('x', { linked })), personPut('x', { base: 'x1', target: 2400 }))
    expect(row).toEqual(person('x', { linked, target: 2400, version: 'decided', number: 0 }))
  }
  expect(play(bookOf('root'), personPut('new'))).toMatchObject([{ id: 'new', linked: false }])
})

it('moves a sign-in from one person to another', () => {
  const move = { id: 'moved', kind: 'identity.move', person: 'x', to: 'y', base: 'x1', at } as const
  expect(play(bookOf('root', person('x'), person('y', { linked: false })), move)).toEqual([
    person('x', { manager: 'root', linked: false, version: 'moved', number: 0 }),
    person('y', { linked: true, version: 'moved', number: 0 }),
  ])
})

it.each([
  ['anybody', { manager: null }],
  ['a manager and a deputy', { manager: 'grace', deputy: 'lin' }],
  ['the other place, which is the same human', { manager: 'y', deputy: 'y' }],
])('who lost their sign-in and was approved by %s is approved by whoever moved it', (_, roles) => {
  const move = { id: 'moved', kind: 'identity.move', person: 'x', to: 'y', base: 'x1', at } as const
  const [left] = play(bookOf('root', person('x', roles), person('y')), move)
  expect(left).toMatchObject({ manager: 'root', deputy: null })
})

it.each<[string, Change, string | null]>([
  ['an entry', put({ base: 'a1' }), 'a1'],
  ['an entry that is new', put({ entry: 'new' }), null],
  ['a deletion', remove('a1'), 'a1'],
  ['a change that goes on from a proposal', put({ entry: 'p', base: 'l' }), 'l'],
  ['an entry that is new, beside a proposal of it', put({ entry: 'p' }), null],
  ['an entry beside which something is proposed', put({ entry: 'q', base: 'q1' }), 'q1'],
  ['a decision on a late hour', accept('l'), 'l'],
  ['a step', step('week.withdraw', 'submitted'), 'submitted'],
  ['a first step', { ...step('week.submit', null), week: '2026-W01' }, null],
  ['a person', personPut('ada'), 'ada1'],
  ['a comment', { id: 'c', kind: 'comment.add', person: 'ada', week, note: 'x', at }, null],
])('knows the version before of %s', (_, change, version) => {
  const rows = [
    entry('a'),
    entry('q'),
    weekOf('submitted'),
    late('l', { entry: 'p' }),
    late('m', { entry: 'q', base: 'q1' }),
  ]
  expect(versionBefore(bookOf('ada', ...rows), change)).toBe(version)
})
