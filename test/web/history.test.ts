// Whose history an address asks for, and what of it waits on this device or came in since the week was submitted.
import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import type { Change } from '../../worker/domain/change.ts'
import * as desk from './desk.ts'

describe('before the server has heard of it, the history of Ada’s week 47 holds', () => {
  const made = { id: 'now', at: '2026-11-19T16:00:00.000Z' }
  const hour = { project: 'bridge', zone: null, start: null, end: null, minutes: 60, note: '' }
  const onEntry = { ...made, ...hour, kind: 'entry.put', entry: 'hour', base: null } as const
  const onWeek = { ...made, week: '2026-W47' }
  const onLate = { ...made, person: 'ada', late: 'late', base: 'late' }
  const dates = new Map([['there', '2026-11-20']])
  const known = (person: string) => ({
    actor: { person, name: null },
    dates,
    lates: new Map([['ada late', desk.late('late')]]),
  })
  it.each<[string, Change, 'ada' | 'grace', boolean]>([
    ['an hour that she logged', { ...onEntry, date: '2026-11-22' }, 'ada', true],
    ['no hour of the week after', { ...onEntry, date: '2026-11-23' }, 'ada', false],
    ['an hour that leaves it', { ...onEntry, entry: 'there', date: '2026-11-23' }, 'ada', true],
    ['an hour that is deleted', { ...made, kind: 'entry.delete', entry: 'there', base: 'one' }, 'ada', true],
    [
      'no hour of another week',
      { ...made, kind: 'entry.delete', entry: 'elsewhere', base: 'one' },
      'ada',
      false,
    ],
    ['a late hour accepted', { ...onLate, kind: 'late.accept' }, 'grace', true],
    ['a late hour declined', { ...onLate, kind: 'late.decline', reason: 'No' }, 'grace', true],
    ['no other late hour', { ...onLate, kind: 'late.accept', late: 'other' }, 'grace', false],
    ['no hour of Grace', { ...onEntry, date: '2026-11-22' }, 'grace', false],
    ['its submission', { ...onWeek, kind: 'week.submit', person: 'ada', base: null }, 'ada', true],
    ['its approval', { ...onWeek, kind: 'week.approve', person: 'ada', base: 'one' }, 'grace', true],
    ['no approval of Lin’s', { ...onWeek, kind: 'week.approve', person: 'lin', base: 'one' }, 'grace', false],
    ['a comment', { ...onWeek, kind: 'comment.add', person: 'ada', note: 'Done.' }, 'ada', true],
    ['no comment on Lin’s', { ...onWeek, kind: 'comment.add', person: 'lin', note: 'Done.' }, 'grace', false],
  ])('%s', async (_, change, me, expected) => {
    vi.stubGlobal('location', new URL('https://app.test/week'))
    const { waitingFor } = await import('../../web/state/history.ts')
    const item = { order: 1, person: me, change, kept: made.at, problem: null }
    const subject = { kind: 'week', person: 'ada', week: '2026-W47' } as const
    expect(waitingFor([item], subject, known(me))).toHaveLength(expected ? 1 : 0)
  })
})

it('knows the hours that came in after the week was submitted last', async () => {
  const { sinceSubmission } = await import('../../web/state/history.ts')
  const step = (kind: string, change: string, verdict: 'applied' | 'refused' = 'applied') => ({
    kind,
    change,
    verdict,
  })
  const steps = [
    step('entry.put', 'refused', 'refused'),
    step('comment.add', 'remark'),
    step('entry.delete', 'later deleted'),
    step('entry.put', 'later'),
    step('week.submit', 'refused again', 'refused'),
    step('week.submit', 'submitted'),
    step('entry.put', 'in time'),
    step('week.submit', 'submitted before'),
  ]
  expect([...sinceSubmission(steps)]).toEqual(['later deleted', 'later'])
  expect([...sinceSubmission(steps.slice(0, 4))], 'older steps left out').toEqual(['later deleted', 'later'])
})

describe('an address asks for the history', () => {
  const id = '0b9d3a52-5a0d-4a86-9c2a-3a1f0a9e7c11'
  it.each<[string, string | null, object | null]>([
    ['of an entry', `entry/${id}`, { kind: 'entry', entry: id }],
    ['of a week', `${id}/2026-W47`, { kind: 'week', person: id, week: '2026-W47' }],
    ['of nothing', null, null],
    ['of no entry', 'entry/1', null],
    ['of a week that does not exist', `${id}/2026-W54`, null],
    ['of more than there is', `${id}/2026-W47/more`, null],
  ])('%s', async (_, search, subject) => {
    vi.stubGlobal('location', new URL('https://app.test/week'))
    const { subjectIn } = await import('../../web/state/history.ts')
    expect(subjectIn(search)).toEqual(subject)
  })
})
