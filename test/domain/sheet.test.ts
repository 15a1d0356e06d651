// What has become of Ada's week since Grace decided on it last.
import { expect, it } from 'vitest'
import type { Entry } from '#domain/entry.ts'
import { differences } from '#domain/sheet.ts'
import { entry, thursday } from './rows.ts'

const [a, b] = [entry('a'), entry('b', { date: thursday })]
const longer = { ...a, minutes: 90, version: 'a2' }

it.each<[string, Entry[], Entry[], object[]]>([
  ['nothing', [a, b], [a, b], []],
  ['nothing, in another order', [a, b], [b, a], []],
  ['a first hour', [], [a], [{ kind: 'added', now: a }]],
  ['one more', [a], [a, b], [{ kind: 'added', now: b }]],
  ['one less', [a, b], [b], [{ kind: 'removed', before: a }]],
  ['one that is longer', [a, b], [longer, b], [{ kind: 'changed', before: a, now: longer }]],
  [
    'one that was written again as it was',
    [a],
    [{ ...a, version: 'a2' }],
    [{ kind: 'changed', before: a, now: { ...a, version: 'a2' } }],
  ],
  [
    'all of it',
    [a],
    [b],
    [
      { kind: 'added', now: b },
      { kind: 'removed', before: a },
    ],
  ],
])('%s', (_, before, now, expected) => {
  expect(differences(before, now)).toEqual(expected)
})

it('come in the order of their days, whatever they are', () => {
  const on = (id: string, day: number, values = {}) => entry(id, { date: `2026-11-${day}`, ...values })
  const before = [on('gone', 17), on('moved', 20), on('stays', 16)]
  const now = [on('new', 18), on('moved', 19, { version: 'x' }), on('stays', 16), on('late', 21)]
  const found = differences(before, now).map((each) => ('now' in each ? each.now.date : each.before.date))
  expect(found).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-21'])
})
