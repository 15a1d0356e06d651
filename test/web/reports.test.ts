// What a report is about and what it counts: Ada's own hours from her phone, and the pages Grace prints.
import { describe, expect, it } from 'vitest'
import { cards } from '../../web/data/cards.ts'
import { besideOf, linesOf, linesOfSheet, withGaps } from '../../web/state/report-lines.ts'
import {
  daysIn,
  monthAround,
  next,
  presets,
  type Range,
  rangeProblem,
  shapeOf,
  weekAround,
} from '../../web/state/report-range.ts'
import { leftOutOf, pageOf, pagesOf } from '../../web/state/report-pages.ts'
import { addressOf, printAddress, printingIn, wantedIn } from '../../web/state/report-address.ts'
import { openBook, type Row } from '../../worker/domain/book.ts'
import { minutesOf } from '../../worker/domain/duration.ts'
import type { Entry } from '../../worker/domain/entry.ts'
import type { Late } from '../../worker/domain/late.ts'
import type { Person } from '../../worker/domain/person.ts'
import type { Project } from '../../worker/domain/project.ts'
import { groupsOf } from '../../worker/domain/report.ts'
import type { Week } from '../../worker/domain/week.ts'

const ada = { id: 'a0000000-0000-4000-8000-000000000001', name: 'Ada' }
const lin = { id: 'a0000000-0000-4000-8000-000000000002', name: 'Lin' }
const idOf = (number: number) => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const bridge: Project = {
  kind: 'project',
  id: 'b0000000-0000-4000-8000-000000000001',
  name: 'Bridge',
  client: 'City',
  code: 'BRI',
  colour: '#0f766e',
  archived: true,
  members: null,
  version: idOf(900),
  number: 1,
}

let made = 0
/** An hour of Ada's on the bridge, delivered, unless said otherwise. */
const hour = (fields: Partial<Entry> = {}): Entry => ({
  kind: 'entry',
  id: idOf((made += 1)),
  person: ada.id,
  project: bridge.id,
  date: '2026-11-18',
  zone: 'Europe/Berlin',
  start: null,
  end: null,
  minutes: 60,
  note: '',
  version: idOf(500 + made),
  number: made + 10,
  deleted: false,
  ...fields,
})
const week = (fields: Partial<Week> = {}): Week => ({
  kind: 'week',
  person: ada.id,
  week: '2026-W47',
  status: 'approved',
  note: '',
  by: lin.id,
  byName: 'Grace',
  since: '2026-11-23T09:00:00.000Z',
  changed: false,
  settled: null,
  was: null,
  version: idOf(700),
  number: 700,
  ...fields,
})
const bookWith = (...rows: Row[]) =>
  openBook({ person: ada.id, name: ada.name }, '2026-11-24T09:00:00.000Z', [bridge, ...rows])
const w47: Range = { from: '2026-11-16', to: '2026-11-22' }

describe('a range', () => {
  it.each([
    ['a week', w47, 'week', ['2026-11-09', '2026-11-15'], ['2026-11-23', '2026-11-29']],
    ['week 53', weekAround('2026-12-31'), 'week', ['2026-12-21', '2026-12-27'], ['2027-01-04', '2027-01-10']],
    [
      'a month',
      monthAround('2026-12-24'),
      'month',
      ['2026-11-01', '2026-11-30'],
      ['2027-01-01', '2027-01-31'],
    ],
    [
      'a leap February',
      monthAround('2028-02-29'),
      'month',
      ['2028-01-01', '2028-01-31'],
      ['2028-03-01', '2028-03-31'],
    ],
    [
      'January',
      monthAround('2027-01-31'),
      'month',
      ['2026-12-01', '2026-12-31'],
      ['2027-02-01', '2027-02-28'],
    ],
    [
      'ten days',
      { from: '2026-03-25', to: '2026-04-03' },
      'days',
      ['2026-03-15', '2026-03-24'],
      ['2026-04-04', '2026-04-13'],
    ],
    [
      'one day',
      { from: '2026-03-29', to: '2026-03-29' },
      'days',
      ['2026-03-28', '2026-03-28'],
      ['2026-03-30', '2026-03-30'],
    ],
  ])('of %s has one of its kind before and after it', (_, range, shape, before, after) => {
    expect(shapeOf(range)).toBe(shape)
    expect(next(range, -1)).toEqual({ from: before[0], to: before[1] })
    expect(next(range, 1)).toEqual({ from: after[0], to: after[1] })
  })

  it('ends where the calendar of the app does', () => {
    expect(next(monthAround('2000-01-15'), -1)).toBeNull()
    expect(next(monthAround('2099-12-15'), 1)).toBeNull()
  })

  it.each([
    ['2026-11-16', '2026-11-22', null],
    ['2026-11-16', '2026-11-16', null],
    ['2026-11-16', '2026-11-15', 'backwards'],
    ['', '2026-11-15', 'missing'],
    ['2026-02-30', '2026-03-15', 'missing'],
    ['2028-01-01', '2028-12-31', null],
    ['2026-01-01', '2027-01-01', null],
    ['2026-01-01', '2027-01-02', 'too-long'],
  ])('from %s to %s: %s', (from, to, problem) => {
    expect(rangeProblem({ from, to })).toBe(problem)
  })

  it('is offered for this and the last week and month, across the year’s end', () => {
    expect(presets('2027-01-02')).toEqual({
      thisWeek: { from: '2026-12-28', to: '2027-01-03' },
      lastWeek: { from: '2026-12-21', to: '2026-12-27' },
      thisMonth: { from: '2027-01-01', to: '2027-01-31' },
      lastMonth: { from: '2026-12-01', to: '2026-12-31' },
    })
  })

  it('has each of its days once, the short one of spring too', () => {
    expect(daysIn({ from: '2026-03-28', to: '2026-03-30' })).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })
})

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
  const late = (fields: Partial<Late> = {}): Late => {
    const { kind: _, deleted: __, id: entry, ...values } = hour({ minutes: 30 })
    const decision = { status: 'proposed', reason: '', by: null, byName: null } as const
    const times = { at: '2026-11-24T09:00:00.000Z', received: '2026-11-24T09:00:00.000Z' }
    return {
      kind: 'late',
      before: null,
      week: '2026-W47',
      entry,
      wants: 'put',
      base: null,
      ...values,
      ...decision,
      ...times,
      id: idOf((made += 1)),
      ...fields,
    }
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
      const { project, zone, minutes, note } = known
      const made = {
        id: entry,
        at: '2026-11-20T09:00:00.000Z',
        start: null,
        end: null,
        base: null,
        seen: null,
      }
      const change = { kind: 'entry.put' as const, ...made, entry, project, date, zone, minutes, note }
      const problem = { code: 'project.archived', project, name: 'Bridge' }
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

describe('the address of a report', () => {
  const today = '2026-11-18'
  const asked = (search: string, mayApprove: boolean) =>
    wantedIn(new URLSearchParams(search), today, mayApprove)
  const own = { range: w47, by: 'project', whose: 'me' }

  it.each([
    ['says nothing: this week of one’s own, by project', '', own],
    [
      'asks for other days',
      'from=2026-01-01&to=2026-03-31&by=day',
      { range: { from: '2026-01-01', to: '2026-03-31' }, by: 'day', whose: 'me' },
    ],
    ['asks for what there is not', 'by=client&person=bob', own],
    ['asks for people where there is one', 'by=person', own],
    [
      'keeps days that make no sense, so that the screen can say so',
      'from=x&to=2026-11-18',
      { ...own, range: { from: 'x', to: '2026-11-18' } },
    ],
  ])('%s', (_, search, wanted) => {
    expect(asked(search, true)).toEqual(wanted)
  })

  it('leads Grace to others, and Ada, who approves nobody, to herself', () => {
    for (const whose of ['all', lin.id]) {
      expect(asked(`person=${whose}`, true).whose).toBe(whose)
      expect(asked(`person=${whose}`, false).whose).toBe('me')
    }
    expect(asked('person=all&by=person', true).by).toBe('person')
    expect(asked(`person=${lin.id}&by=person`, true).by).toBe('project')
  })

  it('is read as it was written', () => {
    const wanted = { range: w47, by: 'day' as const, whose: lin.id }
    expect(asked(addressOf(wanted).split('?')[1] ?? '', true)).toEqual(wanted)
    for (const person of [lin.id, null]) {
      const printing = { person, week: '2026-W47' }
      expect(printingIn(new URLSearchParams(printAddress(printing).split('?')[1]))).toEqual(printing)
    }
  })

  it.each([
    '',
    'print=all',
    'print=all&week=2026-W54',
    'print=bob/2026-W47',
    `print=${lin.id}/47`,
    `print=${lin.id}/2026-W47/x`,
  ])('asks for no paper with %o', (search) => expect(printingIn(new URLSearchParams(search))).toBeNull())
})

describe('a printed week', () => {
  const people = new Map([
    [ada.id, { name: 'Ada', target: 2400 }],
    [lin.id, { name: 'Lin', target: null }],
  ])
  const nobodyYet = {
    kind: 'person',
    email: null,
    until: null,
    target: null,
    manager: null,
    deputy: null,
    active: true,
    linked: true,
    version: idOf(901),
    number: 1,
  } as const
  const standing = (person: string, status: Week['status']) => {
    const { note, byName, since } = week()
    return { person, status, note, byName, since }
  }

  it('has its seven days, their totals, and says who approved it and when', () => {
    const lines = linesOf(bookWith(hour({ minutes: 20 }), hour({ minutes: 25 }), week()), ada, w47)
    const page = pageOf(ada.id, '2026-W47', lines, standing(ada.id, 'approved'), people)
    expect(page.days.map(({ minutes }) => minutes)).toEqual([0, 0, 45, 0, 0, 0, 0])
    expect(page).toMatchObject({ name: 'Ada', minutes: 45, target: 2400, status: 'approved' })
    expect(page.step).toEqual({ by: 'Grace', at: '2026-11-23T09:00:00.000Z' })
  })

  it('is open where nothing was done with it', () => {
    expect(pageOf(lin.id, '2026-W47', [], undefined, people)).toMatchObject({
      status: 'open',
      step: null,
      minutes: 0,
    })
  })

  it('is there for each who has handed in, an empty week too, by name; and for the one asked for in any case', () => {
    const lines = linesOf(bookWith(hour({ person: lin.id })), lin, w47)
    const standings = [
      standing(lin.id, 'submitted'),
      standing(ada.id, 'approved'),
      standing(idOf(9), 'returned'),
    ]
    const all = pagesOf({ person: null, week: '2026-W47' }, lines, standings, people)
    expect(all.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['Ada', 0],
      ['Lin', 60],
    ])
    const one = pagesOf({ person: lin.id, week: '2026-W47' }, lines, [standing(lin.id, 'returned')], people)
    expect(one.map(({ name, status }) => [name, status])).toEqual([['Lin', 'returned']])
  })

  it.each<[string, Partial<Week>[], Partial<Person>, boolean, string[]]>([
    ['whose week is submitted', [{ status: 'submitted' }], {}, false, []],
    ['whose week is approved', [{ status: 'approved' }], {}, true, []],
    ['who has not begun', [], {}, false, ['open']],
    ['who withdrew', [{ status: 'open', note: '' }], {}, true, ['open']],
    ['whose approval was taken back', [{ status: 'open', note: 'Friday?' }], {}, true, ['reopened']],
    ['whose week was returned', [{ status: 'returned', note: 'Friday?' }], {}, true, ['returned']],
    ['of whom nothing is expected', [], { from: null }, false, []],
    ['of whom nothing is expected, but who has hours', [], { from: null }, true, ['open']],
  ])('names who is not among the pages of everybody: Lin, %s', (_, weeks, fields, isWorked, expected) => {
    const person: Person = { ...nobodyYet, ...lin, from: '2026-01-01', ...fields }
    const standings = weeks.map((each) => ({ ...week(each), person: lin.id }))
    const worked = new Set(isWorked ? [lin.id] : [])
    const leftOut = leftOutOf('2026-W47', [person], standings, worked)
    expect(leftOut.map(({ standing }) => standing)).toEqual(expected)
    expect(leftOut.every(({ name }) => name === 'Lin')).toBe(true)
  })
})
