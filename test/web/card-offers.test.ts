// What a refused change offers: a way to put it right where it can be put right, and never a second try that is in vain.
import { describe, expect, it } from 'vitest'
import { offersOf } from '../../web/parts/card-offers.ts'
import type { Change } from '../../worker/domain/change.ts'
import type { AnyRefusal } from '../../worker/domain/problem.ts'
import * as rows from '../domain/rows.ts'

const ada = '00000000-0000-4000-8000-00000000000a'
const lin = '00000000-0000-4000-8000-00000000000b'
const thing = '00000000-0000-4000-8000-00000000000c'
const made = { id: '00000000-0000-4000-8000-000000000001', at: '2026-11-21T09:00:00.000Z' }
const week = '2026-W47'
const stale: AnyRefusal = { code: 'week.stale', week, status: 'submitted' }
const around = {
  me: ada,
  weekOfLate: (person: string, late: string) => (person === lin && late === thing ? week : undefined),
}
const offers = (change: Change, problem: AnyRefusal = stale) => offersOf(change, problem, around)

const put = rows.put({ entry: thing, date: '2026-11-18' })

describe('Ada’s own hours', () => {
  it('can be corrected and sent again', () => {
    expect(offers(put, { code: 'entry.stale' })).toEqual({
      edit: `?edit=${thing}`,
      look: null,
      retry: true,
      file: true,
    })
  })

  it('lead to the week whose lock is in their way', () => {
    expect(offers(put, { code: 'week.submitted', week: '2026-W46' }).look).toBe('/week/2026-W46')
    expect(offers(put, { code: 'week.not-yours' }).look).toBe('/week/2026-W47')
  })

  it('lead nowhere where a newer server names a week in a way of its own', () => {
    expect(offers(put, { code: 'week.odd', week: 'javascript:alert(1)' }).look).toBe('/week/2026-W47')
  })
})

describe('Ada’s own week', () => {
  it.each(['week.submit', 'week.withdraw'] as const)('%s: can be looked at and tried again', (kind) => {
    const change = { ...made, kind, person: ada, week, base: thing }
    expect(offers(change)).toEqual({ edit: null, look: '/week/2026-W47', retry: true, file: true })
    expect(offers(change, { code: 'week.look-again', week })).toHaveProperty('retry', true)
  })

  it('is where her comment belongs', () => {
    const change: Change = { ...made, kind: 'comment.add', person: ada, week, note: 'Done' }
    expect(offers(change).look).toBe('/week/2026-W47')
  })
})

describe('a decision about Lin', () => {
  const on = { ...made, person: lin, week, base: thing }
  const sheet = `/approvals/${lin}/2026-W47`

  it.each<[string, Change]>([
    ['an approval', { ...on, kind: 'week.approve' }],
    ['a return', { ...on, kind: 'week.return', reason: 'Friday?' }],
    ['a reopening', { ...on, kind: 'week.reopen', reason: 'Friday!' }],
    ['late hours accepted', { ...made, kind: 'late.accept', person: lin, late: thing, base: thing }],
    [
      'late hours declined',
      { ...made, kind: 'late.decline', person: lin, late: thing, base: thing, reason: 'No' },
    ],
  ])('%s: is taken again after a look, not repeated unseen', (_, change) => {
    expect(offers(change)).toEqual({ edit: null, look: sheet, retry: false, file: false })
    expect(offers(change, { code: 'change.reused' }).retry).toBe(true)
    expect(offers(change, { code: 'something.new' }).retry).toBe(true)
  })

  it('leads nowhere once somebody else approves for Lin', () => {
    const nowhere = { edit: null, look: null, retry: false, file: false }
    const accept: Change = { ...made, kind: 'late.accept', person: lin, late: thing, base: thing }
    expect(offers({ ...on, kind: 'week.approve' }, { code: 'week.not-yours' })).toEqual(nowhere)
    expect(offers(accept, { code: 'week.not-yours' })).toEqual(nowhere)
  })

  it('leads to all approvals where the late hours are gone', () => {
    const change: Change = { ...made, kind: 'late.accept', person: lin, late: ada, base: thing }
    expect(offers(change).look).toBe('/approvals')
  })

  it('has a comment that can be sent again', () => {
    const change: Change = { ...made, kind: 'comment.add', person: lin, week, note: 'Friday?' }
    expect(offers(change)).toEqual({ edit: null, look: sheet, retry: true, file: true })
  })
})

describe('what Root manages', () => {
  it('is corrected in its own form', () => {
    const move: Change = { ...made, kind: 'identity.move', person: lin, to: ada, base: thing }
    expect(offers(move, { code: 'person.stale' })).toEqual({
      edit: `/people?person=${lin}`,
      look: null,
      retry: false,
      file: true,
    })
  })
})
