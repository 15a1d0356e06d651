// Every step with a week, from every state, by everybody.
import { describe, expect, it } from 'vitest'
import { decide } from '#domain/decide.ts'
import type { Status } from '#domain/problem.ts'
import { accept, at, bookOf, decline, late, person, step, type StepKind, told, week, weekOf } from './rows.ts'

describe('a step', () => {
  const states = [null, 'open', 'submitted', 'approved', 'returned'] as const
  type Row = readonly [string, string, string, string, string]
  const ok = 'applied'
  const to = (row: Row) => row
  const open = 'week.not-submitted'
  /** What whoever may take the step is told, state by state; a week without a row has no version that could be named. */
  const table: Record<StepKind, Row> = {
    'week.submit': to([ok, ok, 'week.submitted', 'week.approved', ok]),
    'week.withdraw': to(['week.stale', open, ok, 'week.approved', open]),
    'week.approve': to(['week.stale', open, ok, 'week.approved', open]),
    'week.return': to(['week.stale', open, ok, 'week.approved', open]),
    'week.reopen': to(['week.stale', open, 'week.submitted', ok, open]),
  }
  const owners = new Set<StepKind>(['week.submit', 'week.withdraw'])
  const whoMay = (kind: StepKind) => (owners.has(kind) ? ['ada'] : ['grace', 'lin'])
  const actors = ['ada', 'grace', 'lin', 'mallory']

  /** Ada, whose manager is Grace and whose deputy is Lin. */
  const bookIn = (actor: string, state: Status | null) =>
    bookOf(actor, person('ada', { deputy: 'lin', number: 9 }), ...(state ? [weekOf(state)] : []))

  const cases = (Object.keys(table) as StepKind[]).flatMap((kind) =>
    states.flatMap((state, place) =>
      actors.map((actor) => ({
        kind,
        state,
        actor,
        expected: whoMay(kind).includes(actor)
          ? table[kind][place]
          : actor === 'ada'
            ? 'week.own'
            : 'week.not-yours',
      })),
    ),
  )

  it.each(cases)(
    '$kind on a week that is $state, by $actor: $expected',
    ({ kind, state, actor, expected }) => {
      const seen = state === null && kind !== 'week.submit' ? 'made up' : state
      expect(told(bookIn(actor, state), step(kind, seen))).toBe(expected)
    },
  )

  it.each(Object.keys(table) as StepKind[])(
    '%s on another version than was seen is stale, whatever the state',
    (kind) => {
      const [actor = ''] = whoMay(kind)
      for (const state of ['open', 'submitted', 'approved', 'returned'] as const) {
        for (const base of ['older', null]) {
          expect(decide(bookIn(actor, state), step(kind, base))).toEqual({
            verdict: 'refused',
            problem: { code: 'week.stale', week, status: state },
          })
        }
      }
    },
  )

  it.each(Object.keys(table) as StepKind[])(
    '%s is told to nobody but the owner and their approver, not even as stale',
    (kind) => {
      expect(told(bookIn('mallory', 'submitted'), step(kind, 'older'))).toBe('week.not-yours')
    },
  )
})

describe('who may act for Ada', () => {
  it.each<[string, { manager: string | null; deputy: string | null }, string, string]>([
    ['her manager', { manager: 'grace', deputy: null }, 'grace', 'applied'],
    ['her deputy', { manager: 'mallory', deputy: 'grace' }, 'grace', 'applied'],
    ['somebody else’s manager', { manager: 'lin', deputy: null }, 'grace', 'week.not-yours'],
    ['anybody who approves, where she has no manager', { manager: null, deputy: null }, 'mallory', 'applied'],
    [
      'anybody who approves, where she has a deputy only',
      { manager: null, deputy: 'lin' },
      'mallory',
      'applied',
    ],
    ['nobody in her own place, where she has no manager', { manager: null, deputy: null }, 'ada', 'week.own'],
    ['nobody in her own place, be she her own manager', { manager: 'ada', deputy: 'ada' }, 'ada', 'week.own'],
  ])('%s', (_, roles, actor, expected) => {
    const book = () => bookOf(actor, person('ada', { ...roles, number: 9 }), weekOf('submitted'), late('l'))
    const comment = { id: 'c', kind: 'comment.add', person: 'ada', week, note: 'Really?', at } as const
    for (const change of [
      step('week.approve', 'submitted'),
      step('week.return', 'submitted'),
      accept('l'),
      decline('l'),
    ]) {
      expect(told(book(), change)).toBe(expected)
    }
    expect(told(book(), comment)).toBe(actor === 'ada' ? 'applied' : expected)
  })

  it('is nobody, where nobody knows her', () => {
    const change = { ...step('week.approve', 'x'), person: 'stranger' }
    expect(told(bookOf('grace'), change)).toBe('week.not-yours')
  })

  it('is told before whether a late hour is there at all', () => {
    expect(told(bookOf('mallory'), accept('none'))).toBe('week.not-yours')
    expect(told(bookOf('ada'), accept('none'))).toBe('week.own')
  })
})
