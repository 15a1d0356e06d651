// On what Ada, Lin and Mallory may book, and what a refusal tells them.
import { describe, expect, it } from 'vitest'
import { isMember, mayBookOn, type Project } from '#domain/project.ts'
import { bookOf, project, put, told } from './rows.ts'

const club = project('club', { members: ['ada'], name: 'Secret club' })
const attic = project('attic', { members: ['ada'], archived: true, name: 'Secret attic' })

describe('to book on a project', () => {
  it.each<[string, Project | undefined, string, object | null]>([
    ['for everybody is anybody’s', project('bridge'), 'mallory', null],
    ['for its members is a member’s', club, 'ada', null],
    [
      'for its members is nobody else’s, and the name is not told',
      club,
      'mallory',
      { code: 'project.not-yours', project: 'club' },
    ],
    [
      'for nobody is nobody’s',
      project('empty', { members: [] }),
      'ada',
      { code: 'project.not-yours', project: 'empty' },
    ],
    [
      'that is archived is not a member’s any more',
      attic,
      'ada',
      { code: 'project.archived', project: 'attic', name: 'Secret attic' },
    ],
    [
      'that is archived is not a stranger’s, and the name is not told',
      attic,
      'mallory',
      { code: 'project.not-yours', project: 'attic' },
    ],
    ['that nobody knows is nobody’s', undefined, 'ada', { code: 'project.unknown' }],
  ])('%s', (_, asked, who, problem) => {
    expect(mayBookOn(asked, who)).toEqual(problem)
  })
})

it.each<[string[] | null, string, boolean]>([
  [null, 'ada', true],
  [['ada', 'lin'], 'lin', true],
  [['lin'], 'ada', false],
  [[], 'ada', false],
])('of members %j: %s is one, %s', (members, who, isOne) => {
  expect(isMember(project('x', { members }), who)).toBe(isOne)
})

it('asks on which project an entry goes, not on which it was', () => {
  const [left, club] = [project('left', { members: ['lin'] }), project('club', { members: ['ada'] })]
  const hour = {
    kind: 'entry',
    id: 'a',
    person: 'ada',
    project: 'left',
    date: '2026-11-20',
    zone: null,
    start: null,
    end: null,
    minutes: 60,
    note: '',
    version: 'a1',
    number: 2,
    deleted: false,
  } as const
  const book = () => bookOf('ada', left, club, hour)
  expect(told(book(), put({ base: 'a1', project: 'club' }))).toBe('applied')
  expect(told(book(), put({ base: 'a1', project: 'left', minutes: 5 }))).toBe('project.not-yours')
  expect(told(book(), { id: 'gone', kind: 'entry.delete', entry: 'a', base: 'a1', at: '' })).toBe('applied')
})
