// The ledger's steps in the words of the people they are about.
import { describe, expect, it } from 'vitest'
import { writeDuration } from '../../worker/domain/duration.ts'
import type { Entry } from '../../worker/domain/entry.ts'
import type { HistoryStep } from '../../worker/domain/history.ts'
import type { Late } from '../../worker/domain/late.ts'
import { english, type Messages } from '../../web/messages/english.ts'
import { german } from '../../web/messages/german.ts'
import { sentencesOf, type Words } from '../../web/parts/history-sentences.ts'
import * as desk from './desk.ts'

const projects: Record<string, string> = { bridge: 'Harbour bridge', fit: 'Warehouse fit-out' }
const days: Record<string, string> = { '2026-11-19': 'Thu 19 Nov', '2026-11-20': 'Fri 20 Nov' }
const wordsOf = ({ history }: Pick<Messages, 'history'>): Words => ({
  history,
  project: (id) => projects[id] ?? '?',
  day: (date) => days[date] ?? date,
  hours: writeDuration,
  refusal: ({ code }) => `because of ${code}`,
})

const entry = (version: string, values: Partial<Entry> = {}) =>
  desk.entry('hour', { minutes: 450, version, ...values })
const late = (values: Partial<Late> = {}) => desk.late('late', values)
/** What a late hour would take the place of. */
const replaced = { date: '2026-11-20', minutes: 450, project: 'bridge' }
const week = (note = '') => desk.week({ status: 'returned', note, by: 'grace', byName: 'Grace' })
const remark = desk.comment('remark', { note: 'Friday was a holiday.' })

const ada = { person: 'ada', name: 'Ada' }
const grace = { person: 'grace', name: 'Grace' }
const step = (kind: string, values: Partial<HistoryStep> = {}): HistoryStep => ({
  change: 'now',
  kind,
  thing: 'hour',
  verdict: 'applied',
  problem: null,
  was: null,
  became: null,
  at: '2026-11-19T16:00:00.000Z',
  received: '2026-11-19T16:00:01.000Z',
  client: 'app',
  by: ada,
  ...values,
})
const put = (values: Parameters<typeof entry>[1], was: string | null = 'before') =>
  step('entry.put', { was, became: entry('now', values) })
const before = step('entry.put', { change: 'before', became: entry('before') })
const told = (steps: HistoryStep[]) => sentencesOf(steps, wordsOf(english), 'app')

describe('in English, the history says', () => {
  it.each<[string, HistoryStep, string]>([
    ['Ada logged 7:30 on Harbour bridge, Thu 19 Nov', put({}, null), ''],
    ['Ada changed 7:30 to 8:00 on Harbour bridge, Thu 19 Nov', put({ minutes: 480 }), ''],
    [
      'Ada changed 7:30 on Harbour bridge, Thu 19 Nov to 7:30 on Warehouse fit-out, Thu 19 Nov',
      put({ project: 'fit' }),
      '',
    ],
    [
      'Ada changed 7:30 on Harbour bridge, Thu 19 Nov to 8:00 on Harbour bridge, Fri 20 Nov',
      put({ date: '2026-11-20', minutes: 480, note: 'moved' }),
      'moved',
    ],
    ['Ada changed the note of 7:30 on Harbour bridge, Thu 19 Nov', put({ note: 'girders' }), 'girders'],
    [
      'Ada changed the times of 7:30 on Harbour bridge, Thu 19 Nov',
      put({ start: '2026-11-19T09:00+01:00', end: '2026-11-19T16:30+01:00' }),
      '09:00 – 16:30',
    ],
    ['Ada saved 7:30 on Harbour bridge, Thu 19 Nov again', put({}), ''],
    ['Ada changed an entry to 7:30 on Harbour bridge, Thu 19 Nov', put({}, 'unknown'), ''],
    [
      'Ada deleted 7:30 on Harbour bridge, Thu 19 Nov',
      step('entry.delete', { was: 'before', became: entry('now', { deleted: true }) }),
      '',
    ],
    [
      'Ada deleted 7:30 on Harbour bridge, Thu 19 Nov',
      step('entry.delete', { was: 'before', became: entry('now', { deleted: true, note: 'north girders' }) }),
      'north girders',
    ],
    ['Ada deleted an entry', step('entry.delete', { was: 'unknown' }), ''],
    [
      'Ada saved 2:00 on Harbour bridge, Thu 19 Nov, which arrived after the week was approved and needed a decision',
      step('entry.put', { verdict: 'late', became: late() }),
      '',
    ],
    [
      'Ada withdrew the late 2:00 on Harbour bridge, Thu 19 Nov',
      step('entry.delete', { verdict: 'late', became: late({ status: 'dropped' }) }),
      '',
    ],
    [
      'Grace accepted the late 2:00 on Harbour bridge, Thu 19 Nov',
      step('late.accept', { by: grace, became: late({ status: 'accepted' }) }),
      '',
    ],
    [
      'Grace declined the late 2:00 on Harbour bridge, Thu 19 Nov: Not agreed on.',
      step('late.decline', { by: grace, became: late({ status: 'declined', reason: 'Not agreed on.' }) }),
      '',
    ],
    [
      'Ada saved 2:00 on Harbour bridge, Thu 19 Nov (in place of 7:30 on Harbour bridge, Fri 20 Nov), which arrived after the week was approved and needed a decision',
      step('entry.put', { verdict: 'late', became: late({ before: replaced }) }),
      '',
    ],
    [
      'Grace accepted the late 2:00 on Harbour bridge, Thu 19 Nov (in place of 7:30 on Harbour bridge, Fri 20 Nov)',
      step('late.accept', { by: grace, became: late({ status: 'accepted', before: replaced }) }),
      '',
    ],
    [
      'Grace declined the late 2:00 on Harbour bridge, Thu 19 Nov; what stays is 7:30 on Harbour bridge, Fri 20 Nov: No.',
      step('late.decline', {
        by: grace,
        became: late({ status: 'declined', reason: 'No.', before: replaced }),
      }),
      '',
    ],
    [
      'Grace accepted the late 2:00 on Harbour bridge, Thu 19 Nov',
      step('late.accept', {
        by: grace,
        became: late({ status: 'accepted', wants: 'delete', before: replaced }),
      }),
      '',
    ],
    [
      'Grace declined the late 2:00 on Harbour bridge, Thu 19 Nov; what stays is 7:30: No.',
      step('late.decline', {
        by: grace,
        became: late({
          status: 'declined',
          reason: 'No.',
          before: { ...replaced, date: '2026-11-19' },
        }),
      }),
      '',
    ],
    ['Ada submitted the week', step('week.submit', { became: week() }), ''],
    ['Ada withdrew the week', step('week.withdraw', { became: week() }), ''],
    ['Grace approved the week', step('week.approve', { by: grace, became: week() }), ''],
    [
      'Grace returned the week: Friday is missing.',
      step('week.return', { by: grace, became: week('Friday is missing.') }),
      '',
    ],
    [
      'Grace took the approval back: Wrong project.',
      step('week.reopen', { by: grace, became: week('Wrong project.') }),
      '',
    ],
    ['Ada commented: Friday was a holiday.', step('comment.add', { became: remark }), ''],
    [
      'Grace wanted to approve the week; this was not accepted',
      step('week.approve', { by: grace, verdict: 'refused', problem: { code: 'week.own' } }),
      'because of week.own',
    ],
    [
      'Somebody submitted the week',
      step('week.submit', { by: { person: 'x', name: null }, became: week() }),
      '',
    ],
    [
      'Ada did something that this version of the app does not know',
      step('week.export', { became: week() }),
      '',
    ],
  ])('%s', (what, now, more) => {
    expect(told([now, before])[0]).toMatchObject({ what, more })
  })

  it('that what was deleted was restored', () => {
    const deleted = step('entry.delete', {
      change: 'gone',
      was: 'before',
      became: entry('gone', { deleted: true }),
    })
    const [restored] = told([put({}, 'gone'), deleted, before])
    expect(restored?.what).toBe('Ada restored 7:30 on Harbour bridge, Thu 19 Nov')
  })

  it('what an accepted late hour was before Ada changed it', () => {
    const accepted = step('entry.put', { change: 'late', verdict: 'late', became: late() })
    const [changed] = told([put({ minutes: 180 }, 'late'), accepted])
    expect(changed?.what).toBe('Ada changed 2:00 to 3:00 on Harbour bridge, Thu 19 Nov')
  })
})

describe('in German, the history says', () => {
  it.each<[string, HistoryStep]>([
    ['Ada hat 7:30 geändert in 8:00 auf Harbour bridge, Thu 19 Nov', put({ minutes: 480 })],
    [
      'Grace hat die Woche zurückgegeben; Grund: Freitag fehlt.',
      step('week.return', { by: grace, became: week('Freitag fehlt.') }),
    ],
  ])('%s', (what, now) => {
    expect(sentencesOf([now, before], wordsOf(german), 'app')[0]?.what).toBe(what)
  })
})

describe('the history says when', () => {
  it.each<[string, string | null, boolean]>([
    ['one time, where device and server agree to the minute', '2026-11-19T15:59:01.000Z', false],
    ['both, where an hour waited on the phone', '2026-11-19T09:00:00.000Z', true],
    ['both, where the phone’s clock is ahead', '2026-11-19T16:01:02.000Z', true],
    ['one, where no device told its time', null, false],
  ])('%s', (_, at, isBoth) => {
    const [sentence] = told([step('week.submit', { at, became: week() })])
    expect(sentence).toMatchObject({ at: isBoth ? at : null, received: '2026-11-19T16:00:01.000Z' })
  })
})

describe('the history says by which app', () => {
  it.each<[string, string | null, string | null]>([
    ['not where it was this one', 'app', null],
    ['where it was another', 'erp-import', 'erp-import'],
  ])('%s', (_, client, said) => {
    const [sentence] = sentencesOf([step('week.submit', { client: client ?? '' })], wordsOf(english), 'app')
    expect(sentence?.client).toBe(said)
  })

  it('not where this one does not know its own name', () => {
    expect(sentencesOf([step('week.submit')], wordsOf(english), null)[0]?.client).toBeNull()
  })
})
