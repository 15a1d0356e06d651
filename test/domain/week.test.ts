// Where a week stands, and which scope a change takes.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Change, ownerOf, scopeByKind, scopeOf, thingOf } from '#domain/change.ts'
import { isLocked, isOwners, mayStep, statusAfter, statusOf } from '#domain/week.ts'
import { accept, at, personPut, put, step, type StepKind, week, weekOf } from './rows.ts'

it.each<[StepKind, string, boolean]>([
  ['week.submit', 'submitted', true],
  ['week.withdraw', 'open', true],
  ['week.approve', 'approved', false],
  ['week.return', 'returned', false],
  ['week.reopen', 'open', false],
])('%s leads to %s; the owner’s own: %s', (kind, status, isOwn) => {
  expect([statusAfter(kind), isOwners(kind)]).toEqual([status, isOwn])
})

it('is open where nothing was done with it yet, and closed to its owner while it waits and once it is approved', () => {
  expect(statusOf(undefined)).toBe('open')
  const states = [
    undefined,
    ...(['open', 'submitted', 'approved', 'returned'] as const).map((each) => weekOf(each)),
  ]
  expect(states.map(isLocked)).toEqual([false, false, true, true, false])
})

it('says which week it is about, also where it has no row', () => {
  expect(mayStep('week.submit', undefined, 'x', week)).toEqual({ code: 'week.stale', week, status: 'open' })
  expect(mayStep('week.submit', undefined, null, week)).toBeNull()
})

describe('a change', () => {
  it('takes the scope of its kind; what nobody knows takes that of an entry', () => {
    for (const [kind, scope] of Object.entries(scopeByKind)) expect(scopeOf(kind, 'ada', 'ada')).toBe(scope)
    for (const kind of ['unknown', 'toString', 'constructor', ''])
      expect(scopeOf(kind)).toBe('create:timesheets')
  })

  it('that comments on somebody else’s week takes the approver’s', () => {
    expect(scopeOf('comment.add', 'ada', 'ada')).toBe('create:timesheets')
    expect(scopeOf('comment.add', 'ada', 'grace')).toBe('approve:timesheets')
  })

  it('is about a timesheet of the caller, of whom it names, or of nobody', () => {
    expect(ownerOf(put(), 'lin')).toBe('lin')
    expect(ownerOf(step('week.approve', 'x'), 'grace')).toBe('ada')
    expect(ownerOf(accept('l'), 'grace')).toBe('ada')
    expect(ownerOf(personPut('ada'), 'root')).toBeNull()
  })

  it('says in one text what it is about', () => {
    expect([put(), accept('l'), personPut('lin'), step('week.submit', null)].map(thingOf)).toEqual([
      'a',
      'l',
      'lin',
      `ada ${week}`,
    ])
  })
})

describe('a change as a device sends it', () => {
  const id = '0b5e8f6a-0c1d-4f2e-9a3b-4c5d6e7f8091'
  const sent = {
    put: { ...put(), id, entry: id, project: id },
    step: { ...step('week.approve', id), id, person: id },
    late: { ...accept(id, id), id, person: id },
  }
  it.each<[string, object, boolean]>([
    ['an hour', sent.put, true],
    [
      'an hour of a device that knows nothing of start and end',
      { ...sent.put, start: undefined, end: undefined },
      true,
    ],
    ['an hour with what the device knew of the weeks', { ...sent.put, seen: null, seenBefore: id }, true],
    ['an hour that knew something else', { ...sent.put, seen: 'x' }, false],
    ['an hour with another field', { ...sent.put, person: id }, false],
    ['no minutes', { ...sent.put, minutes: 0 }, false],
    ['more minutes than a day has', { ...sent.put, minutes: 1441 }, false],
    ['parts of a minute', { ...sent.put, minutes: 7.5 }, false],
    ['an approval', sent.step, true],
    ['an approval of no version', { ...sent.step, base: null }, false],
    ['a first submission', { ...sent.step, kind: 'week.submit', base: null }, true],
    ['a withdrawal of no version', { ...sent.step, kind: 'week.withdraw', base: null }, false],
    ['a return without a reason', { ...sent.step, kind: 'week.return' }, false],
    ['a return with a blank reason', { ...sent.step, kind: 'week.return', reason: ' \n' }, false],
    ['a return with a reason', { ...sent.step, kind: 'week.return', reason: 'Friday' }, true],
    ['an opening again without a reason', { ...sent.step, kind: 'week.reopen' }, false],
    ['a step with a week that does not exist', { ...sent.step, week: '2025-W53' }, false],
    ['an acceptance', sent.late, true],
    ['a refusal without a reason', { ...sent.late, kind: 'late.decline' }, false],
    ['a blank comment', { id, kind: 'comment.add', person: id, week, note: ' ', at }, false],
    [
      'a comment of 1,000 characters',
      { id, kind: 'comment.add', person: id, week, note: 'x'.repeat(1000), at },
      true,
    ],
    ['a longer one', { id, kind: 'comment.add', person: id, week, note: 'x'.repeat(1001), at }, false],
    ['a kind nobody knows', { ...sent.step, kind: 'week.export' }, false],
  ])('%s: %#', (_, change, isOne) => {
    expect(v.is(Change, change)).toBe(isOne)
  })
})
