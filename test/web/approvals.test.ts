// What lies on Grace's desk, and what she may approve: never more than she has seen.
import { describe, expect, it } from 'vitest'
import type { Change } from '../../worker/domain/change.ts'
import type { Late } from '../../worker/domain/late.ts'
import type { Person } from '../../worker/domain/person.ts'
import type { Sheet } from '../../worker/domain/sheet.ts'
import {
  approvable,
  approvedByOthers,
  decidedWeeks,
  lateHours,
  missingIn,
  neighbours,
  peopleOf,
  waitingWeeks,
} from '../../web/state/approvals.ts'
import { cards } from '../../web/data/cards.ts'
import { comment, desk, entry, late, person, sheet } from './desk.ts'

const keys = (items: { key: string }[]) => items.map(({ key }) => key)

describe('Grace may act', () => {
  it.each<[string, Partial<Person>, boolean]>([
    ['for Ada, whose manager she is', { manager: 'grace' }, true],
    ['for Ada, whose deputy she is', { manager: 'root', deputy: 'grace' }, true],
    ['for Ada, who has no manager', { manager: null }, true],
    ['not for Ada, who answers to Root', { manager: 'root' }, false],
    ['not for herself', { id: 'grace', manager: null }, false],
  ])('%s', (_, values, expected) => {
    expect(peopleOf(desk([], [person('ada', values)]))).toHaveLength(expected ? 1 : 0)
  })
})

describe('the weeks that wait for Grace', () => {
  it('are the submitted ones of her people, the oldest first, then by name', () => {
    const waiting = waitingWeeks(
      desk([
        sheet({ person: 'lin' }),
        sheet({ person: 'ada' }),
        sheet({ person: 'lin', week: '2026-W46' }),
        sheet({ person: 'ada', week: '2026-W45', status: 'approved' }),
        sheet({ person: 'ada', week: '2026-W44', status: 'returned' }),
        sheet({ person: 'ada', week: '2026-W43', status: 'open' }),
        sheet({ person: 'mallory' }),
        sheet({ person: 'grace' }),
      ]),
    )
    expect(keys(waiting)).toEqual(['lin 2026-W46', 'ada 2026-W47', 'lin 2026-W47'])
  })

  it('say how much, how far from what was agreed on, and how many comments', () => {
    const hours = [entry('a', { minutes: 20 }), entry('b', { minutes: 20 }), entry('c', { minutes: 20 })]
    const rows = [
      person('ada', { target: 90 }),
      comment('one'),
      comment('two'),
      comment('other week', { week: '2026-W46' }),
      comment('other person', { person: 'lin' }),
    ]
    expect(waitingWeeks(desk([sheet({}, hours)], rows))).toMatchObject([
      { minutes: 60, beyond: -30, comments: 2 },
    ])
    expect(waitingWeeks(desk([sheet({}, hours)]))).toMatchObject([{ beyond: null, comments: 0 }])
  })

  it('have neighbours, also once one of them is decided', () => {
    const [first, second, third] = ['2026-W45', '2026-W46', '2026-W47'].map((week) => sheet({ week }))
    const all = waitingWeeks(desk([first, second, third].flatMap((each) => each ?? [])))
    const at = all[1] ?? null
    const left = all.filter((item) => item !== at)
    for (const waiting of [all, left]) {
      const { previous, next } = neighbours(waiting, at)
      expect([previous?.key, next?.key]).toEqual(['ada 2026-W45', 'ada 2026-W47'])
    }
    expect(neighbours(all, all[2] ?? null)).toMatchObject({ previous: at, next: undefined })
    expect(neighbours(all, all[0] ?? null)).toMatchObject({ previous: undefined, next: at })
  })
})

it('what Grace decided is listed with the latest decision first', () => {
  const decided = decidedWeeks(
    desk([
      sheet({ week: '2026-W45', status: 'returned', since: '2026-11-20T09:00:00.000Z' }),
      sheet({ week: '2026-W46', status: 'approved', since: '2026-11-21T09:00:00.000Z' }),
      sheet({ week: '2026-W44', status: 'open', note: 'a day too many', since: '2026-11-22T09:00:00.000Z' }),
      sheet({ week: '2026-W43', status: 'open', since: '2026-11-22T10:00:00.000Z' }),
      sheet({ week: '2026-W47' }),
    ]),
  )
  expect(keys(decided)).toEqual(['ada 2026-W44', 'ada 2026-W46', 'ada 2026-W45'])
})

describe('Ada is missing in week 47', () => {
  it.each<[string, Partial<Person>, Sheet[], string[]]>([
    ['when nothing was done with it', {}, [], ['open']],
    ['when she has withdrawn it', {}, [sheet({ status: 'open' })], ['open']],
    ['when it was returned', {}, [sheet({ status: 'returned' })], ['returned']],
    ['when it was opened again', {}, [sheet({ status: 'open', note: 'a day too many' })], ['reopened']],
    [
      'when it was returned and none was expected',
      { from: null },
      [sheet({ status: 'returned' })],
      ['returned'],
    ],
    ['not when she has submitted it', {}, [sheet()], []],
    ['not when it is approved', {}, [sheet({ status: 'approved' })], []],
    ['though she submitted another', {}, [sheet({ week: '2026-W46' })], ['open']],
    ['when she began on its Sunday', { from: '2026-11-22' }, [], ['open']],
    ['not when she began after it', { from: '2026-11-23' }, [], []],
    ['when she left on its Monday', { until: '2026-11-16' }, [], ['open']],
    ['not when she left before it', { until: '2026-11-15' }, [], []],
    ['not when no timesheet is expected of her', { from: null }, [], []],
    ['not when she is not active any more', { active: false }, [], []],
    ['not for Grace, when she answers to Root', { manager: 'root' }, [], []],
  ])('%s', (_, values, sheets, expected) => {
    const missing = missingIn(desk(sheets, [person('ada', values)]), '2026-W47')
    expect(missing.map(({ standing }) => standing)).toEqual(expected)
  })
})

describe('the late hours before Grace', () => {
  it.each<[string, Partial<Late>, boolean]>([
    ['hold what nobody has decided', {}, true],
    ['hold what she accepted on this device', { status: 'accepted', by: 'grace', number: 0 }, true],
    ['not what the server knows as accepted', { status: 'accepted', by: 'grace' }, false],
    ['not what was declined', { status: 'declined', by: 'root' }, false],
    ['not what Ada gave up', { status: 'dropped' }, false],
    ['not what is of somebody else’s people', { person: 'mallory' }, false],
  ])('%s', (_, values, expected) => {
    const found = lateHours(desk([], [person('ada'), late('one', values)]))
    expect(found).toHaveLength(expected ? 1 : 0)
  })

  it('come in the order in which they arrived', () => {
    const rows = [
      person('ada'),
      late('second', { received: '2026-11-21T11:00:00.000Z' }),
      late('first', { entry: 'a', received: '2026-11-21T10:00:00.000Z' }),
    ]
    const found = lateHours(desk([], rows))
    expect(found.map(({ late: { id } }) => id)).toEqual(['first', 'second'])
  })
})

describe('Grace approves several weeks at once', () => {
  const [adas, lins] = [sheet(), sheet({ person: 'lin' })]
  const marked = new Set(['ada 2026-W47', 'lin 2026-W47'])
  const moved = sheet({ version: 'two', changed: true })
  const restored = sheet({}, [entry('unseen')])

  it.each<[string, Sheet[], [string, Sheet][], ReadonlySet<string>, string[]]>([
    ['none that she has not opened', [adas, lins], [], marked, []],
    ['only what she opened', [adas, lins], [['ada 2026-W47', adas]], marked, ['ada 2026-W47']],
    ['only what she marked', [adas, lins], [['ada 2026-W47', adas]], new Set(), []],
    ['not what moved since she opened it', [moved], [['ada 2026-W47', adas]], marked, []],
    ['not what has other hours under the same version', [restored], [['ada 2026-W47', adas]], marked, []],
    ['what moved and was opened again', [moved], [['ada 2026-W47', moved]], marked, ['ada 2026-W47']],
    [
      'not what is not submitted any more',
      [sheet({ status: 'open' })],
      [['ada 2026-W47', sheet({ status: 'open' })]],
      marked,
      [],
    ],
  ])('%s', (_, sheets, seen, marks, expected) => {
    expect(keys(approvable(waitingWeeks(desk(sheets)), marks, new Map(seen)))).toEqual(expected)
  })
})

describe('what Grace approved and the server refused', () => {
  const approve = {
    id: 'mine',
    at: '2026-11-21T09:00:00.000Z',
    kind: 'week.approve' as const,
    person: 'ada',
    week: '2026-W47',
    base: 'one',
    entries: ['hour'],
  } satisfies Change
  const problem = { code: 'week.stale', week: '2026-W47', status: 'approved' } as const
  const cardsOf = (...changes: Change[]) =>
    cards(
      changes.map((change, order) => {
        const refusal = order === 0 ? problem : null
        return { order, person: 'grace', change, kept: change.at, problem: refusal }
      }),
    )
  const by = { status: 'approved', byName: 'Root', version: 'two' } as const
  const { entries: _, ...unsaid } = approve
  const hour = entry('hour', { version: 'hour' })
  const later = entry('later', { version: 'later' })
  const afterwards: Change = { ...approve, id: 'then', kind: 'week.reopen', reason: 'Friday?' }

  it.each<[string, Change[], Sheet, string[]]>([
    ['is settled where Root has approved the same hours', [approve], sheet(by, [hour]), ['Root']],
    ['is not where Root has approved others', [approve], sheet(by, [hour, later]), []],
    ['is not where the week was returned', [approve], sheet({ ...by, status: 'returned' }, [hour]), []],
    ['is not where she wanted more', [approve, afterwards], sheet(by, [hour]), []],
    ['is not where an older app did not say which hours it saw', [unsaid], sheet(by, [hour]), []],
  ])('%s', (_, changes, now, names) => {
    const found = approvedByOthers(cardsOf(...changes), desk([now]).sheets)
    expect(found.map((each) => each.by)).toEqual(names)
  })
})
