// Several late changes of one entry are one proposal, until somebody has decided on it.
import { describe, expect, it } from 'vitest'
import { proposalOn, type Row } from '#domain/book.ts'
import type { Change } from '#domain/change.ts'
import { versionBefore } from '#domain/play.ts'
import {
  accept,
  bookOf,
  dayAfter,
  decline,
  entry,
  put,
  remove,
  take,
  thursday,
  told,
  week,
  weekOf,
} from './rows.ts'

describe('several late changes of one entry', () => {
  const all = (changes: Change[], ...rows: Row[]) => {
    const book = bookOf('ada', weekOf('approved', { version: 'ok1' }), ...rows)
    const answers = changes.map((change) => take(book, change).told)
    return { book, answers, lates: [...book.lates.values()] }
  }

  it('are one proposal, with what was intended last', () => {
    const { answers, lates } = all([
      put({ id: 'one', minutes: 30, seen: null }),
      put({ id: 'two', base: 'one', minutes: 40, note: 'Pump', seen: null }),
      put({
        id: 'three',
        base: 'two',
        minutes: 50,
        date: thursday,
        seen: null,
        at: '2026-11-21T09:30:00.000Z',
      }),
    ])
    expect(answers).toEqual(['late', 'late', 'late'])
    expect(lates).toMatchObject([
      {
        id: 'one',
        version: 'three',
        base: null,
        minutes: 50,
        date: thursday,
        note: '',
        at: '2026-11-21T09:30:00.000Z',
        status: 'proposed',
      },
    ])
  })

  it('keep the version of the entry that the first of them saw', () => {
    const { lates } = all(
      [put({ id: 'one', base: 'a1', minutes: 30, seen: null }), remove('one', { id: 'two', seen: null })],
      entry('a'),
    )
    expect(lates).toMatchObject([
      { id: 'one', version: 'two', base: 'a1', wants: 'delete', status: 'proposed' },
    ])
  })

  it('are refused as stale where one has not seen the others', () => {
    const { answers, lates } = all([
      put({ id: 'one', minutes: 30, seen: null }),
      put({ id: 'two', base: 'one', minutes: 40, seen: null }),
      put({ id: 'other', base: 'one', minutes: 50, seen: null }),
      put({ id: 'again', minutes: 60, seen: null }),
    ])
    expect(answers).toEqual(['late', 'late', 'entry.stale', 'entry.exists'])
    expect(lates).toMatchObject([{ version: 'two', minutes: 40 }])
  })

  it('are refused as stale on the entry itself, where a proposal is there already', () => {
    const { answers } = all(
      [put({ id: 'one', base: 'a1', seen: null }), put({ id: 'two', base: 'a1', minutes: 5, seen: null })],
      entry('a'),
    )
    expect(answers).toEqual(['late', 'entry.stale'])
  })

  it('come to nothing where a new hour is deleted again before anybody decided', () => {
    const { book, answers, lates } = all([
      put({ id: 'one', seen: null }),
      remove('one', { id: 'two', seen: null }),
    ])
    expect(answers).toEqual(['late', 'late'])
    expect(lates).toMatchObject([{ id: 'one', version: 'two', status: 'dropped' }])
    book.actor = { person: 'grace', name: 'Grace' }
    expect(told(book, accept('one', 'two'))).toBe('late.settled')
  })

  it('go on into the proposal, where it moves to a week that is open', () => {
    const { answers, lates } = all([
      put({ id: 'one', seen: null }),
      put({ id: 'two', base: 'one', date: dayAfter, seen: null, seenBefore: null }),
      put({ id: 'three', base: 'two', date: dayAfter, minutes: 20, seen: null }),
    ])
    expect(answers).toEqual(['late', 'late', 'late'])
    expect(lates).toMatchObject([
      { id: 'one', version: 'three', week, date: dayAfter, minutes: 20, status: 'proposed' },
    ])
  })

  it('go on into the proposal, where the week was opened again meanwhile', () => {
    const { book } = all([put({ id: 'one', seen: null })])
    book.weeks.set(`ada ${week}`, weekOf('open', { version: 'reopened' }))
    expect(take(book, put({ id: 'two', base: 'one', minutes: 20, seen: null })).told).toBe('late')
    expect(take(book, remove('two', { id: 'three', seen: null })).told).toBe('late')
    expect([...book.lates.values()]).toMatchObject([{ id: 'one', version: 'three', status: 'dropped' }])
  })

  it('are no proposal for who asks about the week as it is', () => {
    const { book } = all([put({ id: 'one', seen: null })])
    expect(told(book, put({ base: 'one', minutes: 20 }))).toBe('week.approved')
    book.weeks.clear()
    expect(told(book, put({ base: 'one', minutes: 20 }))).toBe('entry.unknown')
    expect(told(book, remove('one'))).toBe('entry.unknown')
  })

  it('leave an entry that is there to its owner, once the week is open again', () => {
    const { book } = all([put({ id: 'one', base: 'a1', minutes: 30, seen: null })], entry('a'))
    book.weeks.set(`ada ${week}`, weekOf('open', { version: 'reopened' }))
    expect(take(book, put({ id: 'two', base: 'a1', minutes: 75, seen: 'reopened' })).told).toBe('applied')
    book.actor = { person: 'grace', name: 'Grace' }
    expect(told(book, accept('one'))).toBe('entry.stale')
  })

  describe('where one was left behind when its week was opened again', () => {
    /** A proposal on the entry as it was, and the entry as its owner wrote it in the week that was opened. */
    const left = () => {
      const { book } = all([put({ id: 'one', base: 'a1', minutes: 30, seen: null })], entry('a'))
      book.weeks.set(`ada ${week}`, weekOf('open', { version: 'reopened' }))
      take(book, put({ id: 'a2', base: 'a1', minutes: 75, seen: 'reopened' }))
      book.weeks.set(`ada ${week}`, weekOf('approved', { version: 'ok2' }))
      return book
    }

    it('take its place, if they have seen what the entry has become', () => {
      const book = left()
      const fresh = put({ id: 'two', base: 'a2', minutes: 90, seen: 'reopened' })
      expect(take(book, fresh).told).toBe('late')
      expect([...book.lates.values()]).toMatchObject([
        { id: 'one', version: 'two', base: 'a2', minutes: 90, before: { minutes: 75 }, status: 'proposed' },
      ])
      book.actor = { person: 'grace', name: 'Grace' }
      expect(take(book, accept('one', 'two')).told).toBe('applied')
      expect(book.entries.get('ada a')).toMatchObject({ minutes: 90, version: 'two' })
    })

    it('know the proposal as the version before, so that nothing of its history is lost', () => {
      const fresh = put({ id: 'two', base: 'a2', minutes: 90, seen: 'reopened' })
      expect(versionBefore(left(), fresh, 'late')).toBe('one')
      expect(versionBefore(left(), fresh)).toBe('a2')
    })

    it('take its place with a deletion too', () => {
      const book = left()
      expect(take(book, remove('a2', { id: 'two', seen: 'reopened' })).told).toBe('late')
      expect([...book.lates.values()]).toMatchObject([
        { id: 'one', wants: 'delete', base: 'a2', minutes: 75 },
      ])
    })

    it('go on from it, if it is what they have seen, and have to be declined with it', () => {
      const book = left()
      expect(take(book, put({ id: 'two', base: 'one', minutes: 40, seen: 'reopened' })).told).toBe('late')
      expect([...book.lates.values()]).toMatchObject([{ id: 'one', version: 'two', base: 'a1' }])
      book.actor = { person: 'grace', name: 'Grace' }
      expect(told(book, accept('one', 'two'))).toBe('entry.stale')
    })

    it('are refused as stale, if they have seen neither', () => {
      expect(told(left(), put({ id: 'two', base: 'a1', seen: 'reopened' }))).toBe('entry.stale')
      expect(told(left(), put({ id: 'two', seen: 'reopened' }))).toBe('entry.exists')
    })
  })

  it('begin another proposal after one was declined', () => {
    const { book } = all([put({ id: 'one', seen: null })])
    book.actor = { person: 'grace', name: 'Grace' }
    take(book, decline('one'))
    book.actor = { person: 'ada', name: 'Ada' }
    expect(proposalOn(book, 'ada', 'a')).toBeUndefined()
    expect(take(book, put({ id: 'two', seen: null })).told).toBe('late')
    expect([...book.lates.values()].map(({ id, status }) => [id, status])).toEqual([
      ['one', 'declined'],
      ['two', 'proposed'],
    ])
  })

  it('are of one person: Lin’s proposal is not Ada’s', () => {
    const { book } = all([put({ id: 'one', seen: null })])
    expect(proposalOn(book, 'lin', 'a')).toBeUndefined()
  })
})
