// What a change may do, decided on a book: the same on the device and at the server.
import { describe, expect, it } from 'vitest'
import { decide, openBook, play } from '#domain/book.ts'
import type { Change, EntryPut } from '#domain/change.ts'
import type { Entry } from '#domain/entry.ts'
import type { Project } from '#domain/project.ts'

const project = (id: string, archived = false): Project => ({
  kind: 'project',
  id,
  name: 'Harbour bridge',
  client: 'Port',
  code: 'HB',
  colour: '#0f766e',
  archived,
  version: 'p1',
  number: 1,
})
const entry = (id: string, values: Partial<Entry> = {}): Entry => ({
  kind: 'entry',
  id,
  person: 'ada',
  project: 'bridge',
  date: '2026-11-20',
  zone: null,
  minutes: 60,
  note: '',
  version: `${id}1`,
  number: 2,
  deleted: false,
  ...values,
})
const put = (values: Partial<EntryPut>): EntryPut => ({
  id: 'change',
  kind: 'entry.put',
  entry: 'a',
  project: 'bridge',
  date: '2026-11-20',
  zone: null,
  minutes: 60,
  note: '',
  base: null,
  at: '2026-11-21T09:00:00.000Z',
  ...values,
})
const remove = (id: string, base: string): Change => ({
  id: 'gone',
  kind: 'entry.delete',
  entry: id,
  base,
  at: '',
})
const book = (...entries: Entry[]) => openBook('ada', entries, [project('bridge'), project('tower', true)])

describe('a put', () => {
  it.each<[string, Entry[], Partial<EntryPut>, string | undefined]>([
    ['on nothing makes an entry', [], {}, undefined],
    ['on an entry that it did not see', [entry('a')], {}, 'entry.exists'],
    ['on the version it saw', [entry('a')], { base: 'a1' }, undefined],
    ['on an older version', [entry('a', { version: 'a2' })], { base: 'a1' }, 'entry.stale'],
    ['on a version of nothing', [], { base: 'a1' }, 'entry.unknown'],
    ['on a tombstone restores it', [entry('a', { deleted: true })], { base: 'a1' }, undefined],
    ['on a tombstone it did not see', [entry('a', { deleted: true })], {}, 'entry.exists'],
    ['on a project nobody knows', [], { project: 'castle' }, 'project.unknown'],
    ['on an archived project', [], { project: 'tower' }, 'project.archived'],
    ['that fills the day', [entry('b', { minutes: 1380 })], {}, undefined],
    ['that overfills the day', [entry('b', { minutes: 1381 })], {}, 'day.full'],
    ['beside a tombstone that counts no more', [entry('b', { minutes: 1440, deleted: true })], {}, undefined],
    [
      'that corrects the entry that fills its day',
      [entry('a', { minutes: 1440 })],
      { base: 'a1', minutes: 1439 },
      undefined,
    ],
    [
      'that moves to a full day',
      [entry('a', { date: '2026-11-19' }), entry('b', { minutes: 1400 })],
      { base: 'a1' },
      'day.full',
    ],
  ])('%s', (_, entries, values, problem) => {
    expect(decide(book(...entries), put(values))?.code).toBe(problem)
  })

  it('tells how full the day is without it', () => {
    expect(decide(book(entry('b', { minutes: 1400 })), put({ minutes: 50 }))).toEqual({
      code: 'day.full',
      date: '2026-11-20',
      others: 1400,
      minutes: 50,
    })
  })
})

describe('a delete', () => {
  it.each<[string, Entry[], string, string | undefined]>([
    ['of the version it saw', [entry('a')], 'a1', undefined],
    ['of another version', [entry('a')], 'a0', 'entry.stale'],
    ['of nothing', [], 'a1', 'entry.unknown'],
    ['of what is gone already', [entry('a', { deleted: true })], 'a1', 'entry.unknown'],
  ])('%s', (_, entries, base, problem) => {
    expect(decide(book(...entries), remove('a', base))?.code).toBe(problem)
  })
})

it('plays changes one after the other, each seeing the one before', () => {
  const day = book()
  play(day, put({ id: 'one', minutes: 600 }))
  play(day, put({ id: 'two', base: 'one', minutes: 900 }))
  expect(day.days.get('2026-11-20')).toBe(900)
  expect(decide(day, put({ id: 'three', base: 'one' }))?.code).toBe('entry.stale')
  play(day, put({ id: 'three', base: 'two', date: '2026-11-21' }))
  expect([day.days.get('2026-11-20'), day.days.get('2026-11-21')]).toEqual([0, 60])
  play(day, remove('a', 'three'))
  expect([day.days.get('2026-11-21'), day.entries.get('a')]).toMatchObject([
    0,
    { deleted: true, version: 'gone' },
  ])
})
