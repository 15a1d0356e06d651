// What Ada's week tells her before she submits it: where it stands, what is missing, what still waits, what can be copied.
import { describe, expect, it } from 'vitest'
import type { ShownEntry } from '../../web/state/entries.ts'
import { copiesOf, gapsIn, hoursTouched, rowsToCopy, standingOf, stepWaiting } from '../../web/state/weeks.ts'
import { daysOf } from '../../worker/domain/calendar.ts'
import type { Change } from '../../worker/domain/change.ts'
import type { Week } from '../../worker/domain/week.ts'

const [ada, grace] = [crypto.randomUUID(), crypto.randomUUID()]
const dates = daysOf('2026-W47')
const [monday = '', tuesday = '', , , friday = '', saturday = ''] = dates

function shown(project: string, date: string, minutes = 60, counted = true): ShownEntry {
  const id = crypto.randomUUID()
  const values = { project, date, zone: null, start: null, end: null, minutes, note: 'girders' }
  const entry = { kind: 'entry', id, person: ada, ...values, version: id, number: 1, deleted: false } as const
  return { entry, project: undefined, standing: 'delivered', counted, card: undefined }
}

const week = (fields: Partial<Week>): Week => ({
  kind: 'week',
  person: ada,
  week: '2026-W47',
  status: 'open',
  note: '',
  by: grace,
  byName: 'Grace',
  since: '2026-11-21T09:00:00.000Z',
  changed: false,
  settled: null,
  was: null,
  version: 'first',
  number: 1,
  ...fields,
})

describe('where a week stands', () => {
  it.each([
    ['nothing was done with it', undefined, 'open'],
    ['Ada has withdrawn it', week({ by: ada }), 'open'],
    ['Grace has opened it again', week({ note: 'Friday is missing' }), 'reopened'],
    ['Grace has returned it', week({ status: 'returned', note: 'Friday?' }), 'returned'],
    ['Ada has submitted it', week({ status: 'submitted' }), 'submitted'],
  ] as const)('when %s', (_, given, standing) => {
    expect(standingOf(given)).toBe(standing)
  })
})

describe('what waits on the device', () => {
  const made = { id: crypto.randomUUID(), at: '2026-11-21T09:00:00.000Z', base: crypto.randomUUID() }
  const step = (kind: 'week.submit' | 'week.withdraw', person = ada): Change => ({
    ...made,
    kind,
    person,
    week: '2026-W47',
  })
  const put = (entry: string, date: string): Change => ({
    ...made,
    kind: 'entry.put',
    entry,
    project: crypto.randomUUID(),
    date,
    zone: null,
    start: null,
    end: null,
    minutes: 60,
    note: '',
  })
  const remove = (entry: string): Change => ({ ...made, kind: 'entry.delete', entry })

  it('is the last step of the week, and nobody else’s', () => {
    expect(stepWaiting([], ada, '2026-W47')).toBeUndefined()
    expect(stepWaiting([step('week.submit', grace)], ada, '2026-W47')).toBeUndefined()
    expect(stepWaiting([step('week.submit')], ada, '2026-W46')).toBeUndefined()
    expect(stepWaiting([step('week.submit'), step('week.withdraw')], ada, '2026-W47')).toBe('week.withdraw')
  })

  it('is each entry of the week once: new, changed, deleted, or gone to another week', () => {
    const [one, two, three, four] = [1, 2, 3, 4].map(() => crypto.randomUUID()) as [
      string,
      string,
      string,
      string,
    ]
    const places = new Map([
      [two, monday],
      [three, friday],
      [four, '2026-11-30'],
    ])
    const waiting = [
      put(one, monday),
      put(one, tuesday),
      remove(two),
      put(three, '2026-11-30'),
      remove(four),
      step('week.submit'),
    ]
    expect(hoursTouched(waiting, '2026-W47', places)).toBe(3)
  })
})

describe('gaps', () => {
  const worked =
    (...days: string[]) =>
    (date: string) =>
      days.includes(date) ? 60 : 0

  it('are weekdays without hours, and never a weekend', () => {
    expect(gapsIn(dates, worked(monday, tuesday, saturday))).toEqual(['2026-11-18', '2026-11-19', friday])
    expect(gapsIn(dates, worked(...dates))).toEqual([])
  })

  it('are none before Lin began and after her last day', () => {
    expect(gapsIn(dates, worked(), { from: '2026-11-17', until: '2026-11-18' })).toEqual([
      tuesday,
      '2026-11-18',
    ])
  })

  it('are those after the first hours, though Ada first signed in on Saturday', () => {
    const from = { from: saturday, until: null }
    expect(gapsIn(dates, worked(tuesday, friday), from)).toEqual(['2026-11-18', '2026-11-19'])
    expect(gapsIn(dates, worked(saturday), from)).toEqual([])
  })
})

describe('copying the last week', () => {
  const lastMonday = '2026-11-09'
  const anything = () => true

  it('brings a day of a project as one new entry, a week later', () => {
    const last = [
      shown('bridge', lastMonday, 90),
      shown('bridge', lastMonday, 30),
      shown('tunnel', lastMonday),
    ]
    expect(copiesOf(last, [], anything)).toEqual([
      { project: 'bridge', date: monday, minutes: 120 },
      { project: 'tunnel', date: monday, minutes: 60 },
    ])
  })

  it('leaves a day alone that already has the project, even if that hour needs attention', () => {
    const last = [shown('bridge', lastMonday), shown('bridge', '2026-11-10')]
    expect(copiesOf(last, [shown('bridge', monday, 15, false)], anything)).toEqual([
      { project: 'bridge', date: tuesday, minutes: 60 },
    ])
  })

  it('leaves out what was refused, and projects that take no more hours', () => {
    const last = [shown('bridge', lastMonday, 60, false), shown('archived', lastMonday)]
    expect(copiesOf(last, [], (project) => project !== 'archived')).toEqual([])
    expect(rowsToCopy(last, [], (project) => project !== 'archived')).toEqual([])
  })

  it('of rows alone names each project once, and none that is there', () => {
    const last = [shown('bridge', lastMonday), shown('bridge', '2026-11-10'), shown('tunnel', lastMonday)]
    expect(rowsToCopy(last, ['tunnel'], anything)).toEqual(['bridge'])
  })
})
