// What a change may do, decided on a book: the same on the device and at the server.
import { describe, expect, it } from 'vitest'
import type { EntryPut } from '#domain/change.ts'
import { decide } from '#domain/decide.ts'
import type { Entry } from '#domain/entry.ts'
import {
  at,
  bookOf,
  dayAfter,
  entry,
  friday,
  person,
  personPut,
  project,
  put,
  remove,
  thursday,
  told,
  weekOf,
} from './rows.ts'

describe('Ada puts an entry', () => {
  it.each<[string, Entry[], Partial<EntryPut>, string]>([
    ['on nothing, and makes one', [], {}, 'applied'],
    ['on one that she did not see', [entry('a')], {}, 'entry.exists'],
    ['on the version she saw', [entry('a')], { base: 'a1' }, 'applied'],
    ['on an older version', [entry('a', { version: 'a2' })], { base: 'a1' }, 'entry.stale'],
    ['on a version of nothing', [], { base: 'a1' }, 'entry.unknown'],
    ['on a tombstone, and restores it', [entry('a', { deleted: true })], { base: 'a1' }, 'applied'],
    ['on a tombstone she did not see', [entry('a', { deleted: true })], {}, 'entry.exists'],
    ['with the id of one of Lin’s', [entry('a', { person: 'lin' })], {}, 'applied'],
    ['on a version of Lin’s', [entry('a', { person: 'lin' })], { base: 'a1' }, 'entry.unknown'],
    ['on a project nobody knows', [], { project: 'castle' }, 'project.unknown'],
    ['on an archived project', [], { project: 'tower' }, 'project.archived'],
    ['that fills the day', [entry('b', { minutes: 1380 })], {}, 'applied'],
    ['that overfills the day', [entry('b', { minutes: 1381 })], {}, 'day.full'],
    ['on a day that is Lin’s to fill', [entry('b', { person: 'lin', minutes: 1440 })], {}, 'applied'],
    ['beside a tombstone that counts no more', [entry('b', { minutes: 1440, deleted: true })], {}, 'applied'],
    [
      'that corrects the one that fills its day',
      [entry('a', { minutes: 1440 })],
      { base: 'a1', minutes: 1439 },
      'applied',
    ],
    [
      'that makes the one of its day longer',
      [entry('a', { minutes: 60 }), entry('b', { minutes: 1000 })],
      { base: 'a1', minutes: 440 },
      'applied',
    ],
    [
      'that makes it too long',
      [entry('a', { minutes: 60 }), entry('b', { minutes: 1000 })],
      { base: 'a1', minutes: 441 },
      'day.full',
    ],
    [
      'that restores one where there is no room any more',
      [entry('a', { deleted: true }), entry('b', { minutes: 1400 })],
      { base: 'a1' },
      'day.full',
    ],
    [
      'that moves to a full day',
      [entry('a', { date: thursday }), entry('b', { minutes: 1400 })],
      { base: 'a1' },
      'day.full',
    ],
    [
      'that leaves a full day',
      [entry('a', { minutes: 1440 })],
      { base: 'a1', date: thursday, minutes: 1440 },
      'applied',
    ],
  ])('%s', (_, entries, values, expected) => {
    expect(told(bookOf('ada', ...entries), put(values))).toBe(expected)
  })

  it('is told how full the day is without it', () => {
    expect(decide(bookOf('ada', entry('b', { minutes: 1400 })), put({ minutes: 50 }))).toEqual({
      verdict: 'refused',
      problem: { code: 'day.full', date: friday, others: 1400, minutes: 50 },
    })
  })
})

describe('Ada deletes an entry', () => {
  it.each<[string, Entry[], string, string]>([
    ['of the version she saw', [entry('a')], 'a1', 'applied'],
    ['of another version', [entry('a')], 'a0', 'entry.stale'],
    ['that is not there', [], 'a1', 'entry.unknown'],
    ['that is Lin’s', [entry('a', { person: 'lin' })], 'a1', 'entry.unknown'],
    ['that is gone already', [entry('a', { deleted: true })], 'a1', 'entry.unknown'],
  ])('%s', (_, entries, base, expected) => {
    expect(told(bookOf('ada', ...entries), remove(base))).toBe(expected)
  })
})

describe('a project or a person', () => {
  it.each<[string, string | null, string | undefined, string]>([
    ['is made', null, undefined, 'applied'],
    ['is made where there is one', null, 'v1', 'exists'],
    ['is changed as it was seen', 'v1', 'v1', 'applied'],
    ['is changed over another version', 'v0', 'v1', 'stale'],
    ['is changed where there is none', 'v1', undefined, 'unknown'],
  ])('%s', (_, base, version, expected) => {
    const { kind: _kind, id: _id, version: _version, number: _number, ...fields } = project('x')
    const projectPut = { ...fields, id: 'c', kind: 'project.put', project: 'x', base, at } as const
    const prefixed = (noun: string) => (expected === 'applied' ? expected : `${noun}.${expected}`)
    const rows = version === undefined ? [] : [project('x', { version })]
    expect(told(bookOf('root', ...rows), projectPut)).toBe(prefixed('project'))
    const people = version === undefined ? [] : [person('x', { version })]
    expect(told(bookOf('root', ...people), personPut('x', { base }))).toBe(prefixed('person'))
  })
})

it('asks about the week where an hour goes, not about others', () => {
  expect(told(bookOf('ada', weekOf('approved')), put({ date: dayAfter }))).toBe('applied')
  expect(told(bookOf('lin', weekOf('approved')), put())).toBe('applied')
})
