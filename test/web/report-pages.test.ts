// The pages that Grace prints: one for each who has handed in, and the names of those who are not among them.
import { describe, expect, it } from 'vitest'
import type { Person } from '#domain/person.ts'
import type { Week } from '#domain/week.ts'
import { linesOf } from '../../web/state/report-lines.ts'
import { leftOutOf, pageOf, pagesOf } from '../../web/state/report-pages.ts'
import * as rows from '../domain/rows.ts'
import { ada, bookWith, hour, idOf, lin, w47, week } from './reported.ts'

describe('a printed week', () => {
  const people = new Map([
    [ada.id, { name: 'Ada', target: 2400 }],
    [lin.id, { name: 'Lin', target: null }],
  ])
  const standing = (person: string, status: Week['status']) => {
    const { note, byName, since } = week()
    return { person, status, note, byName, since }
  }

  it('has its seven days, their totals, and says who approved it and when', () => {
    const lines = linesOf(bookWith(hour({ minutes: 20 }), hour({ minutes: 25 }), week()), ada, w47)
    const page = pageOf(ada.id, '2026-W47', lines, standing(ada.id, 'approved'), people)
    expect(page.days.map(({ minutes }) => minutes)).toEqual([0, 0, 45, 0, 0, 0, 0])
    expect(page).toMatchObject({ name: 'Ada', minutes: 45, target: 2400, status: 'approved' })
    expect(page.step).toEqual({ by: 'Grace', at: '2026-11-23T09:00:00.000Z' })
  })

  it('is open where nothing was done with it', () => {
    expect(pageOf(lin.id, '2026-W47', [], undefined, people)).toMatchObject({
      status: 'open',
      step: null,
      minutes: 0,
    })
  })

  it('does not date hours by a withdrawal, after which they may have changed', () => {
    const page = pageOf(ada.id, '2026-W47', [], standing(ada.id, 'open'), people)
    expect(page).toMatchObject({ status: 'open', step: null })
  })

  it('is there for each who has handed in, an empty week too, by name; and for the one asked for in any case', () => {
    const lines = linesOf(bookWith(hour({ person: lin.id })), lin, w47)
    const standings = [
      standing(lin.id, 'submitted'),
      standing(ada.id, 'approved'),
      standing(idOf(9), 'returned'),
    ]
    const all = pagesOf({ person: null, week: '2026-W47' }, lines, standings, people)
    expect(all.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['Ada', 0],
      ['Lin', 60],
    ])
    const one = pagesOf({ person: lin.id, week: '2026-W47' }, lines, [standing(lin.id, 'returned')], people)
    expect(one.map(({ name, status }) => [name, status])).toEqual([['Lin', 'returned']])
  })

  it.each<[string, Partial<Week>[], Partial<Person>, boolean, string[]]>([
    ['whose week is submitted', [{ status: 'submitted' }], {}, false, []],
    ['whose week is approved', [{ status: 'approved' }], {}, true, []],
    ['who has not begun', [], {}, false, ['open']],
    ['who withdrew', [{ status: 'open', note: '' }], {}, true, ['open']],
    ['whose approval was taken back', [{ status: 'open', note: 'Friday?' }], {}, true, ['reopened']],
    ['whose week was returned', [{ status: 'returned', note: 'Friday?' }], {}, true, ['returned']],
    ['of whom nothing is expected', [], { from: null }, false, []],
    ['of whom nothing is expected, but who has hours', [], { from: null }, true, ['open']],
  ])('names who is not among the pages of everybody: Lin, %s', (_, weeks, fields, isWorked, expected) => {
    const person = rows.person(lin.id, { name: lin.name, ...fields })
    const standings = weeks.map((each) => ({ ...week(each), person: lin.id }))
    const worked = new Set(isWorked ? [lin.id] : [])
    const leftOut = leftOutOf('2026-W47', [person], standings, worked)
    expect(leftOut.map(({ standing }) => standing)).toEqual(expected)
    expect(leftOut.every(({ name }) => name === 'Lin')).toBe(true)
  })
})
