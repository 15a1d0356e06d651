// What a report counts: Ada’s own hours from her phone, what stands beside their total, and a week before Grace.
import { describe, expect, it } from 'vitest'
import { minutesOf } from '#domain/duration.ts'
import type { Late } from '#domain/late.ts'
import { groupsOf } from '#domain/report.ts'
import { cards } from '../../web/data/cards.ts'
import { besideOf, linesOf, linesOfSheet, withGaps } from '../../web/state/report-lines.ts'
import { monthAround } from '../../web/state/report-range.ts'
import * as rows from '../domain/rows.ts'
import { ada, bookWith, bridge, hour, idOf, lin, newId, w47, week } from './reported.ts'

describe('Ada’s own hours', () => {
  it('are those of the range, without what she deleted and without Lin’s', () => {
    const inside = [hour({ date: w47.from }), hour({ date: w47.to })]
    const outside = [hour({ date: '2026-11-15' }), hour({ date: '2026-11-23' })]
    const others = [hour({ deleted: true }), hour({ person: lin.id })]
    const lines = linesOf(bookWith(...others, ...outside, ...inside), ada, w47)
    expect(lines.map(({ entry }) => entry)).toEqual(inside.map(({ id }) => id))
  })

  it('say what an export says, the name of an archived project and where the week stands included', () => {
    const [line] = linesOf(bookWith(hour({ note: 'ribs' }), week()), ada, w47)
    expect(line).toMatchObject({
      personName: 'Ada',
      projectName: 'Bridge',
      client: 'City',
      code: 'BRI',
      note: 'ribs',
      status: 'approved',
    })
  })

  it('come by day and by the time of day, those without one last', () => {
    const late = hour({ start: '2026-11-18T14:00+01:00', end: '2026-11-18T15:00+01:00' })
    const early = hour({ start: '2026-11-18T08:00+01:00', end: '2026-11-18T09:00+01:00' })
    const before = hour({ date: '2026-11-17' })
    const untimed = hour()
    const lines = linesOf(bookWith(untimed, late, early, before), ada, w47)
    expect(lines.map(({ entry }) => entry)).toEqual([before.id, early.id, late.id, untimed.id])
  })

  it('add up to the sum of their groups, three times 20 minutes to an hour, approved ones beside', () => {
    const open = hour({ date: '2026-11-24', minutes: 20 })
    const entries = [hour({ minutes: 20 }), hour({ date: '2026-11-19', minutes: 20 }), open]
    const lines = linesOf(bookWith(...entries, week()), ada, { from: '2026-11-01', to: '2026-11-30' })
    for (const by of ['project', 'day', 'person'] as const) {
      const groups = groupsOf(lines, by)
      expect(minutesOf(groups)).toBe(60)
      expect(groups.reduce((sum, { approved }) => sum + approved, 0)).toBe(40)
    }
  })

  it('show the days of a month without hours, and of a year only those with some', () => {
    const november = monthAround('2026-11-18')
    const groups = groupsOf(linesOf(bookWith(hour()), ada, november), 'day')
    const shown = withGaps(groups, november)
    expect(shown).toHaveLength(30)
    expect(minutesOf(shown)).toBe(60)
    expect(shown[17]).toMatchObject({ key: '2026-11-18', minutes: 60 })
    expect(withGaps(groups, { from: '2026-01-01', to: '2026-12-31' })).toHaveLength(1)
  })
})

describe('beside Ada’s total', () => {
  const late = (fields: Partial<Late> = {}) => {
    const { id: entry, person, project, zone } = hour()
    return rows.late(newId(), { entry, person, project, zone, date: '2026-11-18', minutes: 30, ...fields })
  }

  it('stands what is not delivered yet: it is in the total', () => {
    const book = bookWith(hour(), hour({ number: 0, minutes: 120 }), hour({ number: 0, date: '2026-11-23' }))
    expect(besideOf(book, [], ada.id, w47)).toEqual({ undelivered: 120, late: 0, refused: 0 })
    expect(minutesOf(linesOf(book, ada, w47))).toBe(180)
  })

  it('stand late hours nobody has decided on: they are not', () => {
    const rows = [late(), late({ status: 'declined' }), late({ wants: 'delete' }), late({ person: lin.id })]
    const book = bookWith(hour(), ...rows)
    expect(besideOf(book, [], ada.id, w47)).toEqual({ undelivered: 0, late: 30, refused: 0 })
    expect(minutesOf(linesOf(book, ada, w47))).toBe(60)
  })

  it('stand new hours that were refused; those of an hour that stays as it was are not said twice', () => {
    const known = hour()
    const refused = (entry: string, date: string) => {
      const change = rows.put({ entry, project: bridge.id, date })
      const problem = { code: 'project.archived', project: bridge.id, name: bridge.name }
      return { order: 1, person: ada.id, change, kept: change.at, problem }
    }
    const items = [
      refused(known.id, known.date),
      refused(idOf(801), '2026-11-19'),
      refused(idOf(802), '2026-12-19'),
    ]
    expect(besideOf(bookWith(known), cards(items), ada.id, w47).refused).toBe(60)
  })
})

describe('a week before Grace', () => {
  it('has the lines of its sheet', () => {
    const entries = [hour({ person: lin.id, date: '2026-11-19' }), hour({ person: lin.id })]
    const sheet = {
      kind: 'sheet' as const,
      week: week({ person: lin.id }),
      entries,
      before: null,
      number: 700,
    }
    const lines = linesOfSheet(sheet, lin.name, new Map([[bridge.id, bridge]]))
    expect(lines.map(({ date, personName, status }) => [date, personName, status])).toEqual([
      ['2026-11-18', 'Lin', 'approved'],
      ['2026-11-19', 'Lin', 'approved'],
    ])
  })
})
