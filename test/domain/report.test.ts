// A report is the sum of its lines, by project, by day and by person.
import { describe, expect, it } from 'vitest'
import { By, type Group, groupsOf, inOrder, type Line } from '#domain/report.ts'

const line = (values: Partial<Line>): Line => ({
  entry: 'a',
  person: 'ada',
  personName: 'Ada',
  date: '2026-11-20',
  zone: null,
  start: null,
  end: null,
  minutes: 60,
  project: 'bridge',
  projectName: 'Harbour bridge',
  client: 'Port',
  code: 'HB',
  colour: '#0f766e',
  note: '',
  status: 'open',
  ...values,
})

const lines = [
  line({ minutes: 20 }),
  line({ minutes: 20, status: 'approved', date: '2026-11-19' }),
  line({
    minutes: 20,
    status: 'submitted',
    project: 'attic',
    projectName: 'Attic',
    client: 'Smith',
    code: 'AT',
    colour: '#111111',
  }),
  line({ minutes: 45, person: 'lin', personName: null, status: 'approved' }),
  line({ minutes: 5, person: 'lin', personName: null, status: 'returned' }),
]
const nothing = { client: null, code: null, colour: null }
const bridge = { key: 'bridge', name: 'Harbour bridge', client: 'Port', code: 'HB', colour: '#0f766e' }
const attic = { key: 'attic', name: 'Attic', client: 'Smith', code: 'AT', colour: '#111111' }

describe('the hours of Ada and Lin', () => {
  it.each<[By, Group[]]>([
    [
      'project',
      [
        { ...attic, minutes: 20, approved: 0 },
        { ...bridge, minutes: 90, approved: 65 },
      ],
    ],
    [
      'day',
      [
        { key: '2026-11-19', name: '2026-11-19', ...nothing, minutes: 20, approved: 20 },
        { key: '2026-11-20', name: '2026-11-20', ...nothing, minutes: 90, approved: 45 },
      ],
    ],
    [
      'person',
      [
        { key: 'lin', name: null, ...nothing, minutes: 50, approved: 45 },
        { key: 'ada', name: 'Ada', ...nothing, minutes: 60, approved: 20 },
      ],
    ],
  ])('by %s', (by, groups) => {
    expect(groupsOf(lines, by)).toEqual(groups)
    expect(groupsOf(lines.toReversed(), by)).toEqual(groups)
  })

  it.each(By.options)('by %s are all of them, each once', (by) => {
    const groups = groupsOf(lines, by)
    expect(groups.reduce((sum, group) => sum + group.minutes, 0)).toBe(110)
    expect(groups.reduce((sum, group) => sum + group.approved, 0)).toBe(65)
    expect(groupsOf([], by)).toEqual([])
  })

  it('on two projects of one name are two groups, in the same order however they come', () => {
    const twins = [line({ project: 'two' }), line({ project: 'one' })]
    const keys = (some: Line[]) => groupsOf(some, 'project').map(({ key }) => key)
    expect(keys(twins)).toEqual(['one', 'two'])
    expect(keys(twins.toReversed())).toEqual(['one', 'two'])
    expect(inOrder(groupsOf(twins, 'project').toReversed()).map(({ key }) => key)).toEqual(['one', 'two'])
  })
})
