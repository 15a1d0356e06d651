// Who answers to whom, of whom a timesheet is expected, and what Root may decide about a person.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { PersonPut } from '#domain/change.ts'
import {
  Email,
  isExpected,
  mayActFor,
  mayMoveIdentity,
  mayPutPerson,
  type Person,
  personFields,
} from '#domain/person.ts'
import { person, personPut } from './rows.ts'

describe('may act for Ada', () => {
  it.each<[string, string | null, string | null, string, boolean]>([
    ['her manager', 'grace', null, 'grace', true],
    ['her deputy', 'lin', 'grace', 'grace', true],
    ['not another manager', 'lin', null, 'grace', false],
    ['anybody who approves, where she has no manager', null, null, 'grace', true],
    ['never she herself', null, null, 'ada', false],
    ['never she herself, whatever is written down', 'ada', 'ada', 'ada', false],
  ])('%s', (_, manager, deputy, actor, may) => {
    expect(mayActFor(actor, person('ada', { manager, deputy }))).toBe(may)
  })
  it('nobody, where nobody knows her', () => expect(mayActFor('grace', undefined)).toBe(false))
})

describe('a timesheet of 2026-W47 (16 to 22 November) is expected', () => {
  it.each<[string, Partial<Person>, boolean]>([
    ['of who began long ago', { from: '2020-01-01' }, true],
    ['of who begins on its Sunday', { from: '2026-11-22' }, true],
    ['not of who begins on the Monday after', { from: '2026-11-23' }, false],
    ['of who leaves on its Monday', { until: '2026-11-16' }, true],
    ['not of who left on the Sunday before', { until: '2026-11-15' }, false],
    ['of who is there for one day of it', { from: '2026-11-18', until: '2026-11-18' }, true],
    ['not of who has no first day', { from: null }, false],
    ['not of who is not active', { active: false }, false],
  ])('%s', (_, values, expected) => {
    expect(isExpected(person('ada', values), '2026-W47')).toBe(expected)
  })

  it('also in the week that turns the year', () => {
    const [begins, left] = [person('ada', { from: '2027-01-03' }), person('ada', { until: '2026-12-28' })]
    expect([begins, left].map((each) => isExpected(each, '2026-W53'))).toEqual([true, true])
    expect(isExpected(person('ada', { from: '2027-01-04' }), '2026-W53')).toBe(false)
  })
})

describe('Root decides about Ada', () => {
  const people = new Map(
    [
      person('ada', { email: 'ada@abc.example' }),
      person('grace', { email: 'grace@abc.example' }),
      person('lin'),
    ].map((each) => [each.id, each]),
  )
  const decided = (values: Partial<PersonPut>) =>
    mayPutPerson(personPut('ada', { base: 'ada1', ...values }), people.get('ada'), people)

  it.each<[string, Partial<PersonPut>]>([
    ['a manager and a deputy', { manager: 'grace', deputy: 'lin' }],
    ['neither', { manager: null, deputy: null }],
    ['her own e-mail again', { email: 'ada@abc.example' }],
    ['no e-mail, as others have none', { email: null }],
    ['a single day', { from: '2026-11-18', until: '2026-11-18' }],
    ['an end without a beginning', { from: null, until: '2026-11-18' }],
  ])('%s', (_, values) => expect(decided(values)).toBeNull())

  it.each<[string, Partial<PersonPut>, object]>([
    [
      'that she manages herself',
      { manager: 'ada' },
      { code: 'input.invalid', issues: [{ path: 'manager', reason: 'must be somebody else' }] },
    ],
    [
      'that she is her own deputy',
      { deputy: 'ada' },
      { code: 'input.invalid', issues: [{ path: 'deputy', reason: 'must be somebody else' }] },
    ],
    [
      'on a deputy who is the manager',
      { manager: 'grace', deputy: 'grace' },
      { code: 'input.invalid', issues: [{ path: 'deputy', reason: 'must be somebody else' }] },
    ],
    ['on a manager nobody knows', { manager: 'nobody' }, { code: 'person.unknown' }],
    ['on a deputy nobody knows', { deputy: 'nobody' }, { code: 'person.unknown' }],
    [
      'that she leaves before she comes',
      { from: '2026-11-18', until: '2026-11-17' },
      { code: 'input.invalid', issues: [{ path: 'until', reason: 'must not be before the first day' }] },
    ],
    [
      'on Grace’s e-mail',
      { email: 'grace@abc.example' },
      { code: 'person.email-taken', email: 'grace@abc.example' },
    ],
    ['on a version that is old', { base: 'ada0' }, { code: 'person.stale' }],
    ['that she is new', { base: null }, { code: 'person.exists' }],
  ])('not %s', (_, values, problem) => expect(decided(values)).toEqual(problem))

  it('not about who is not there', () => {
    expect(mayPutPerson(personPut('new', { base: 'x' }), undefined, people)).toEqual({
      code: 'person.unknown',
    })
    expect(mayPutPerson(personPut('new'), undefined, people)).toBeNull()
    expect(mayPutPerson(personPut('new', { manager: 'new' }), undefined, people)).toMatchObject({
      code: 'input.invalid',
    })
  })
})

describe('a sign-in goes from Ada to Lin', () => {
  const [ada, lin] = [person('ada'), person('lin', { linked: false })]
  it.each<[string, Person | undefined, Person | undefined, string, string | null]>([
    ['as it was seen', ada, lin, 'ada1', null],
    ['also where Lin has one of her own', ada, person('lin'), 'ada1', null],
    ['not on an older version', ada, lin, 'ada0', 'person.stale'],
    ['not where Ada has none', person('ada', { linked: false }), lin, 'ada1', 'person.unknown'],
    ['not to nobody', ada, undefined, 'ada1', 'person.unknown'],
    ['not from nobody', undefined, lin, 'ada1', 'person.unknown'],
    ['not to Ada herself', ada, ada, 'ada1', 'person.unknown'],
  ])('%s', (_, from, to, base, code) => {
    expect(mayMoveIdentity('root', from, to, base)?.code ?? null).toBe(code)
  })
  it('is not Root’s own to move, to or from himself', () => {
    expect(mayMoveIdentity('ada', ada, lin, 'ada1')?.code).toBe('person.own')
    expect(mayMoveIdentity('lin', ada, lin, 'ada1')?.code).toBe('person.own')
  })
})

describe('what is written about a person', () => {
  it.each([
    [' Ada@ABC.example ', 'ada@abc.example'],
    ['lin+site@abc.example', 'lin+site@abc.example'],
  ])('the e-mail %j is kept as %s', (typed, kept) => expect(v.parse(Email, typed)).toBe(kept))
  // The Kelvin sign becomes a k in lower case.
  it.each(['', 'ada', 'mar\u212a@abc.example', 'ada@', 'a b@abc.example', `${'a'.repeat(320)}@abc.example`])(
    '%j is no e-mail',
    (typed) => expect(v.is(Email, typed)).toBe(false),
  )
  it.each([
    [0, true],
    [2400, true],
    [7 * 1440, true],
    [7 * 1440 + 1, false],
    [-1, false],
    [37.5, false],
    [null, true],
  ])('a target of %s minutes a week: %s', (target, isFine) => {
    expect(v.is(personFields.target, target)).toBe(isFine)
  })
})
