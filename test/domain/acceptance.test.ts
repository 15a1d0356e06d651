// A late hour before its approver: accepting asks the rules again, and what it then does.
import { describe, expect, it } from 'vitest'
import { key } from '#domain/book.ts'
import type { Change } from '#domain/change.ts'
import {
  accept,
  bookOf,
  dayAfter,
  decline,
  entry,
  friday,
  late,
  project,
  take,
  told,
  week,
  weekOf,
} from './rows.ts'

describe('a late hour is decided', () => {
  it.each<[string, Parameters<typeof late>[1] | null, string, string]>([
    ['where there is none', null, 'l', 'late.unknown'],
    ['on another version than was seen', { version: 'l2' }, 'l', 'late.stale'],
    ['that was accepted', { status: 'accepted' }, 'l', 'late.settled'],
    ['that was declined', { status: 'declined' }, 'l', 'late.settled'],
    ['that its owner has dropped', { status: 'dropped' }, 'l', 'late.settled'],
    ['as it was seen', {}, 'l', 'applied'],
  ])('%s', (_, values, base, expected) => {
    const book = () => bookOf('grace', weekOf('approved'), ...(values ? [late('l', values)] : []))
    expect(told(book(), accept('l', base))).toBe(expected)
    expect(told(book(), decline('l', base))).toBe(expected)
  })

  it('of Lin’s with the id of one of Ada’s', () => {
    expect(told(bookOf('grace', late('l', { person: 'lin' })), accept('l'))).toBe('late.unknown')
  })
})

describe('accepting asks the rules again', () => {
  const nine = { start: '2026-11-20T09:00+01:00', end: '2026-11-20T10:00+01:00' }
  const change = { entry: 'a', base: 'a1' }
  it.each<[string, Parameters<typeof late>[1], Parameters<typeof bookOf>[1][], string]>([
    ['a new hour that fits', {}, [], 'applied'],
    ['a change that fits', change, [entry('a')], 'applied'],
    ['a deletion that fits', { ...change, wants: 'delete' }, [entry('a')], 'applied'],
    ['on a project that was archived meanwhile', { project: 'tower' }, [], 'project.archived'],
    [
      'on a project that is for others now',
      { project: 'club' },
      [project('club', { members: ['lin'] })],
      'project.not-yours',
    ],
    ['on a day that is full now', {}, [entry('b', { minutes: 1381 })], 'day.full'],
    [
      'on a day that is full but for what it changes',
      { ...change, minutes: 90 },
      [entry('a'), entry('b', { minutes: 1350 })],
      'applied',
    ],
    ['that overlaps now', nine, [entry('b', nine)], 'entry.overlaps'],
    ['that overlaps what it changes', { ...nine, ...change }, [entry('a', nine)], 'applied'],
    ['of an entry that was changed meanwhile', change, [entry('a', { version: 'a2' })], 'entry.stale'],
    [
      'a deletion of an entry that was changed meanwhile',
      { ...change, wants: 'delete' },
      [entry('a', { version: 'a2' })],
      'entry.stale',
    ],
    [
      'a deletion of an entry that is gone',
      { ...change, wants: 'delete' },
      [entry('a', { deleted: true })],
      'entry.unknown',
    ],
    ['a new hour whose entry is there by now', {}, [entry('a')], 'entry.exists'],
  ])('%s', (_, values, rows, expected) => {
    const all = [weekOf('approved'), late('l', values), ...rows]
    expect(told(bookOf('grace', ...all), accept('l'))).toBe(expected)
    expect(told(bookOf('grace', ...all), decline('l'))).toBe('applied')
  })

  it.each(['open', 'submitted', 'approved', 'returned'] as const)(
    'but not the lock: the week is %s',
    (status) => {
      expect(told(bookOf('grace', weekOf(status), late('l')), accept('l'))).toBe('applied')
    },
  )
})

describe('Grace accepts a late hour', () => {
  const approved = () => weekOf('approved', { version: 'ok1', was: 's1', settled: ['b1'] })
  const decided = (book: ReturnType<typeof bookOf>, change: Change) => take(book, change).rows

  it('and it counts, in a week that is still approved, has another version and is settled with it', () => {
    const book = bookOf('grace', approved(), entry('b'), late('l', { minutes: 45, note: 'Pump' }))
    expect(decided(book, accept('l'))).toEqual([
      {
        ...late('l', { minutes: 45, note: 'Pump' }),
        status: 'accepted',
        by: 'grace',
        byName: 'grace',
        number: 0,
      },
      entry('a', { minutes: 45, note: 'Pump', version: 'l', number: 0 }),
      { ...approved(), settled: ['l', 'b1'], was: 'ok1', version: 'accept', number: 0 },
    ])
    expect(book.days.get(key('ada', friday))).toBe(105)
  })

  it('and what it deletes counts no more', () => {
    const wants = { wants: 'delete', base: 'a1' } as const
    const book = bookOf('grace', approved(), entry('a'), entry('b'), late('l', wants))
    const [, gone, moved] = decided(book, accept('l'))
    expect(gone).toMatchObject({ kind: 'entry', id: 'a', deleted: true, version: 'l' })
    expect(moved).toMatchObject({ kind: 'week', settled: ['b1'] })
    expect(book.days.get(key('ada', friday))).toBe(60)
  })

  it('and both weeks move that it goes between', () => {
    const other = weekOf('approved', { week: '2026-W48', version: 'ok2', settled: [] })
    const book = bookOf('grace', approved(), other, entry('a'), late('l', { base: 'a1', date: dayAfter }))
    const [, , ...weeks] = decided(book, accept('l'))
    expect(weeks).toMatchObject([
      { week: '2026-W48', version: 'accept', settled: ['l'] },
      { week, version: 'accept', settled: [] },
    ])
  })

  it('into a week that was submitted again, which then has changed since', () => {
    const book = bookOf('grace', weekOf('submitted', { settled: ['b1'] }), late('l'))
    expect(decided(book, accept('l'))[2]).toMatchObject({
      status: 'submitted',
      changed: true,
      version: 'accept',
      settled: ['b1'],
    })
  })

  it('into a week that is open again, which stays as it is', () => {
    const book = bookOf('grace', weekOf('open'), late('l'))
    expect(decided(book, accept('l')).map(({ kind }) => kind)).toEqual(['late', 'entry'])
    expect(book.weeks.get(`ada ${week}`)).toEqual(weekOf('open'))
  })

  it('or declines it with a reason, and nothing else moves', () => {
    const book = bookOf('grace', approved(), late('l'))
    expect(decided(book, decline('l'))).toEqual([
      {
        ...late('l'),
        status: 'declined',
        reason: 'Not on this project',
        by: 'grace',
        byName: 'grace',
        number: 0,
      },
    ])
  })
})
