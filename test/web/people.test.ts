// Root writes who people are and what projects are; what cannot be kept is said at its field, before anything is sent.
import { describe, expect, it } from 'vitest'
import { fieldOf, newPerson, type PersonValues, readPerson, valuesOf } from '../../web/parts/person-input.ts'
import { type ProjectValues, readProject } from '../../web/parts/project-input.ts'
import { isMeant } from '../../web/parts/search.ts'
import type { Refusal } from '../../worker/domain/problem.ts'

const grace = '00000000-0000-4000-8000-000000000001'
const lin: PersonValues = { ...newPerson, name: 'Lin Okafor', email: 'lin@abc.example' }

describe('Root makes Lin ahead of her first day', () => {
  it('with everything as she is to be kept', () => {
    const typed = {
      name: '  Lin Okafor ',
      email: ' Lin@ABC.example',
      from: '2026-12-01',
      until: '2027-05-31',
      target: '38,5',
      manager: grace,
    }
    expect(readPerson({ ...lin, ...typed }, true)).toEqual({
      person: {
        name: 'Lin Okafor',
        email: 'lin@abc.example',
        from: '2026-12-01',
        until: '2027-05-31',
        target: 2310,
        manager: grace,
        deputy: null,
        active: true,
      },
    })
  })

  it.each<[string, Partial<PersonValues>, string]>([
    ['without a name', { name: ' ' }, 'name'],
    ['with a name that no badge could hold', { name: 'x'.repeat(201) }, 'name'],
    ['without an address', { email: '' }, 'email'],
    ['with half an address', { email: 'lin@' }, 'email'],
    ['with a day that is none', { from: '2026-02-30' }, 'from'],
    ['with an end before the beginning', { from: '2026-12-01', until: '2026-11-30' }, 'until'],
    ['with a target that cannot be read', { target: 'full time' }, 'target'],
    ['with more hours than a week has', { target: '169' }, 'target'],
    ['with a deputy who is the approver', { manager: grace, deputy: grace }, 'deputy'],
  ])('not %s', (_, patch, field) => {
    const read = readPerson({ ...lin, ...patch }, true)
    expect('problems' in read && Object.keys(read.problems)).toEqual([field])
  })

  it('on one single day, if that is all', () => {
    expect(readPerson({ ...lin, from: '2026-12-01', until: '2026-12-01' }, true)).toHaveProperty('person')
  })
})

describe('Root edits somebody', () => {
  it('whom the tenant sent without a name or an address', () => {
    expect(readPerson({ ...lin, name: '', email: '' }, false)).toHaveProperty('person')
  })

  it('and changes nothing by opening and saving the form', () => {
    const read = readPerson(lin, true)
    if ('problems' in read) throw new Error('unreadable')
    const person = { ...read.person, target: 2310, from: '2026-12-01', deputy: grace, active: false }
    expect(readPerson(valuesOf(person, 'v1'), false)).toEqual({ person })
  })

  it.each<[Refusal, string]>([
    [{ code: 'person.email-taken', email: 'lin@abc.example' }, 'email'],
    [{ code: 'input.invalid', issues: [{ path: 'manager', reason: 'must be somebody else' }] }, 'manager'],
    [{ code: 'input.invalid', issues: [{ path: '', reason: 'too odd' }] }, 'form'],
    [{ code: 'person.unknown' }, 'form'],
  ])('and %o is said at the field %s', (refusal, field) => {
    expect(fieldOf(refusal)).toBe(field)
  })
})

const bridge: ProjectValues = {
  name: 'Harbour bridge',
  client: 'Port of Hallstad',
  code: 'HAL-110',
  colour: '#0c8a7c',
  isForAll: true,
  members: [],
  saw: null,
}

describe('Root makes a project', () => {
  it('for everybody, whoever was ticked before', () => {
    const { name, client, code, colour } = bridge
    expect(readProject({ ...bridge, name: ' Harbour bridge ', members: [grace] })).toEqual({
      project: { name, client, code, colour, members: null },
    })
  })

  it('for its members only', () => {
    const read = readProject({ ...bridge, isForAll: false, members: [grace] })
    expect(read).toHaveProperty('project.members', [grace])
  })

  it.each<[string, Partial<ProjectValues>, string]>([
    ['without a name', { name: '' }, 'name'],
    ['without a client', { client: ' ' }, 'client'],
    ['with a code like a sentence', { code: 'x'.repeat(25) }, 'code'],
    ['for members of whom there are none', { isForAll: false }, 'members'],
  ])('not %s', (_, patch, field) => {
    const read = readProject({ ...bridge, ...patch })
    expect('problems' in read && Object.keys(read.problems)).toEqual([field])
  })
})

describe('Root looks for somebody', () => {
  it.each([
    ['', true],
    ['okafor lin', true],
    ['LIN@', true],
    ['öka', true],
    ['ada', false],
    ['okafor ada', false],
  ])('by %j', (typed, isFound) => {
    expect(isMeant(['Lin Okafor', 'lin@abc.example', null], typed)).toBe(isFound)
  })
})
