// The late lane: what becomes of an hour that was saved before its week was closed and arrives after. What the device
// had seen decides, no clock does.
import { describe, expect, it } from 'vitest'
import type { Row } from '#domain/book.ts'
import { key } from '#domain/book.ts'
import type { EntryChange } from '#domain/change.ts'
import { decide } from '#domain/decide.ts'
import { type Late, mostLate } from '#domain/late.ts'
import type { Week } from '#domain/week.ts'
import {
  bookOf,
  dayAfter,
  dayBefore,
  entry,
  friday,
  late,
  put,
  remove,
  step,
  take,
  thursday,
  told,
  week,
  weekOf,
} from './rows.ts'

const statuses = [null, 'open', 'submitted', 'approved', 'returned'] as const
type State = (typeof statuses)[number]

/** What a device may say of a week whose version is `current`: nothing, that there was none, as it is, an older one. */
const sights = [undefined, null, 'current', 'older'] as const
type Sight = (typeof sights)[number]

const inState = (state: State, values: Partial<Week> = {}): Week[] =>
  state ? [weekOf(state, { version: 'current', ...values })] : []

describe('an hour of Ada’s', () => {
  const ok = 'applied'
  /** By the state of the week: what is told to who says nothing, knew of no week, knew it as it is, knew an older version. */
  const table: [State, string, string, string, string][] = [
    [null, ok, ok, ok, ok],
    ['open', ok, ok, ok, ok],
    ['returned', ok, ok, ok, ok],
    ['submitted', 'week.submitted', ok, 'week.submitted', ok],
    ['approved', 'week.approved', 'late', 'week.approved', 'late'],
  ]
  const changes: [string, Row[], (seen: { seen?: string | null }) => EntryChange][] = [
    ['that is new', [], (seen) => put(seen)],
    ['that she edits', [entry('a')], (seen) => put({ base: 'a1', minutes: 30, ...seen })],
    ['that she moves within the week', [entry('a')], (seen) => put({ base: 'a1', date: thursday, ...seen })],
    ['that she deletes', [entry('a')], (seen) => remove('a1', seen)],
    ['that she restores', [entry('a', { deleted: true })], (seen) => put({ base: 'a1', ...seen })],
  ]

  describe.each(changes)('%s', (_, rows, change) => {
    it.each(table)('into a week that is %s', (state, ...expected) => {
      const answers = sights.map((seen) =>
        told(bookOf('ada', ...inState(state), ...rows), change(seen === undefined ? {} : { seen })),
      )
      expect(answers).toEqual(expected)
    })
  })

  it.each(['submitted', 'approved'] as const)('is told which week is %s', (status) => {
    expect(decide(bookOf('ada', ...inState(status)), put())).toEqual({
      verdict: 'refused',
      problem: { code: `week.${status}`, week },
    })
  })

  it('that moves between two weeks counts where it was and where it goes, whatever was seen of each', () => {
    const knew = (sight: Sight) => sight === undefined || sight === 'current'
    const isClosed = (state: State) => state === 'submitted' || state === 'approved'
    let walked = 0
    for (const from of statuses)
      for (const to of statuses)
        for (const seen of sights)
          for (const seenBefore of sights) {
            const book = bookOf('ada', entry('a'), ...inState(from), ...inState(to, { week: '2026-W48' }))
            const saw = {
              ...(seen !== undefined && { seen }),
              ...(seenBefore !== undefined && { seenBefore }),
            }
            const knownLock =
              isClosed(to) && knew(seen) ? to : isClosed(from) && knew(seenBefore) ? from : null
            const isLate = from === 'approved' || to === 'approved'
            const expected = knownLock ? `week.${knownLock}` : isLate ? 'late' : 'applied'
            const answer = told(book, put({ base: 'a1', date: dayAfter, ...saw }))
            expect({ from, to, seen, seenBefore, answer }).toEqual({
              from,
              to,
              seen,
              seenBefore,
              answer: expected,
            })
            walked++
          }
    expect(walked).toBe(400)
  })
})

it('asks nothing about the week where an hour was that is deleted: it is in none', () => {
  const gone = entry('a', { deleted: true, date: dayBefore })
  const closed = [weekOf('approved', { week: '2026-W46', version: 'ok1' }), gone]
  expect(told(bookOf('ada', ...closed), put({ base: 'a1', seen: null, seenBefore: 'ok1' }))).toBe('applied')
  expect(told(bookOf('ada', ...closed), remove('a1', { seen: null }))).toBe('entry.unknown')
})

describe('into a submitted week', () => {
  const submitted = () => weekOf('submitted', { version: 's1', was: 's0', note: '', settled: ['x'] })

  it.each<[string, Row[], EntryChange, string]>([
    ['a new hour', [], put({ seen: null }), 'change'],
    ['an edit', [entry('a')], put({ base: 'a1', seen: null }), 'change'],
    ['a deletion', [entry('a')], remove('a1', { seen: null }), 'gone'],
    [
      'an hour that leaves it',
      [entry('a')],
      put({ base: 'a1', date: dayAfter, seen: null, seenBefore: null }),
      'change',
    ],
    [
      'an hour that comes from another week',
      [entry('a', { date: dayBefore })],
      put({ base: 'a1', seen: null }),
      'change',
    ],
  ])('%s is taken, and moves the week: it has changed since submission', (_, rows, change, version) => {
    const book = bookOf('ada', submitted(), ...rows)
    const { told: answer, rows: left } = take(book, change)
    expect(answer).toBe('applied')
    expect(left[0]).toMatchObject({ kind: 'entry', version })
    expect(left.slice(1)).toEqual([{ ...submitted(), changed: true, was: 's1', version, number: 0 }])
  })

  it('moves the week once for each hour, so that no approval covers one that was not seen', () => {
    const book = bookOf('ada', submitted())
    for (const id of ['one', 'two', 'three']) take(book, put({ id, entry: id, seen: null }))
    expect(book.weeks.get(`ada ${week}`)).toMatchObject({ version: 'three', was: 'two', changed: true })
    book.actor = { person: 'grace', name: 'Grace' }
    for (const seen of ['s1', 'one', 'two']) expect(told(book, step('week.approve', seen))).toBe('week.stale')
    expect(told(book, step('week.approve', 'three'))).toBe('applied')
  })

  it('moves both weeks of an hour that goes from one to the other', () => {
    const other = weekOf('submitted', { week: '2026-W48', version: 't1' })
    const book = bookOf('ada', submitted(), other, entry('a'))
    const { rows } = take(book, put({ base: 'a1', date: dayAfter, seen: null, seenBefore: null }))
    expect(rows.slice(1)).toMatchObject([
      { week: '2026-W48', version: 'change', was: 't1', changed: true },
      { week, version: 'change', was: 's1', changed: true },
    ])
  })

  it('still has to keep every other rule', () => {
    const full = [submitted(), entry('b', { minutes: 1440 })]
    expect(told(bookOf('ada', ...full), put({ seen: null }))).toBe('day.full')
  })
})

describe('into an approved week', () => {
  const approved = () => weekOf('approved', { version: 'ok1', settled: ['a1'] })

  it('an hour is kept beside it and touches neither the hours nor the week', () => {
    const book = bookOf('ada', approved(), entry('a'))
    const { told: answer, rows } = take(book, put({ entry: 'new', minutes: 45, seen: null }))
    expect(answer).toBe('late')
    expect(rows).toMatchObject([
      {
        kind: 'late',
        id: 'change',
        week,
        entry: 'new',
        wants: 'put',
        base: null,
        minutes: 45,
        status: 'proposed',
      },
    ])
    expect(book.days.get(key('ada', friday))).toBe(60)
    expect(book.weeks.get(`ada ${week}`)).toEqual(approved())
  })

  it('says both times: the device’s and the server’s', () => {
    const [row] = take(bookOf('ada', approved()), put({ seen: null, at: '2026-11-15T07:00:00.000Z' })).rows
    expect(row).toMatchObject({ at: '2026-11-15T07:00:00.000Z', received: '2026-11-21T10:00:00.000Z' })
  })

  it.each<[string, Row[], EntryChange, Partial<Late>]>([
    [
      'an edit',
      [entry('a')],
      put({ base: 'a1', minutes: 30, seen: null }),
      { wants: 'put', base: 'a1', minutes: 30 },
    ],
    [
      'a deletion',
      [entry('a', { minutes: 90 })],
      remove('a1', { seen: null }),
      { wants: 'delete', base: 'a1', minutes: 90 },
    ],
    [
      'an hour that would leave it',
      [entry('a')],
      put({ base: 'a1', date: dayAfter, seen: null, seenBefore: null }),
      { week, date: dayAfter },
    ],
    [
      'an hour that would come into it',
      [entry('a', { date: dayBefore })],
      put({ base: 'a1', seen: null }),
      { week, date: friday },
    ],
  ])('%s is a proposal for it', (_, rows, change, expected) => {
    expect(take(bookOf('ada', approved(), ...rows), change)).toMatchObject({
      told: 'late',
      rows: [{ kind: 'late', week, status: 'proposed', ...expected }],
    })
  })

  it.each<[string, Row[], EntryChange, string]>([
    [
      'on an older version of its entry',
      [entry('a', { version: 'a2' })],
      put({ base: 'a1', seen: null }),
      'entry.stale',
    ],
    ['that makes what is there', [entry('a')], put({ seen: null }), 'entry.exists'],
    ['on an entry that is not there', [], put({ base: 'a1', seen: null }), 'entry.unknown'],
    ['that deletes what is not there', [], remove('a1', { seen: null }), 'entry.unknown'],
  ])('a proposal %s is refused', (_, rows, change, expected) => {
    expect(told(bookOf('ada', approved(), ...rows), change)).toBe(expected)
  })

  it('takes so many proposals and no more, however they were moved or taken back; what is there still changes', () => {
    const wait = Array.from({ length: mostLate }, (_, place) =>
      late(`l${place}`, {
        entry: `e${place}`,
        ...(place % 3 === 1 && { date: dayAfter }),
        ...(place % 3 === 2 && { status: 'dropped' as const }),
      }),
    )
    const book = bookOf('ada', approved(), ...wait)
    expect(decide(book, put({ entry: 'new', seen: null }))).toEqual({
      verdict: 'refused',
      problem: { code: 'week.crowded', week, by: 'late', most: mostLate },
    })
    expect(told(book, put({ entry: 'e0', base: 'l0', minutes: 5, seen: null }))).toBe('late')
    expect(told(bookOf('ada', approved(), ...wait.slice(1)), put({ seen: null }))).toBe('late')
    const decided = wait.map((row) => ({ ...row, status: 'declined' as const, by: 'grace' }))
    expect(told(bookOf('ada', approved(), ...decided), put({ seen: null }))).toBe('late')
    const others = wait.map((row, place) => ({
      ...row,
      ...(place % 2 ? { person: 'lin' } : { week: '2026-W46' }),
    }))
    expect(told(bookOf('ada', approved(), ...others), put({ seen: null }))).toBe('late')
  })

  it('a proposal need not keep the other rules yet: an approver may still make room', () => {
    const full = bookOf('ada', approved(), entry('b', { minutes: 1440 }))
    expect(told(full, put({ seen: null }))).toBe('late')
    expect(told(full, put({ entry: 'c', project: 'tower', seen: null }))).toBe('late')
  })
})
