// People, as Root makes, changes, shuts out and lets them in again.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  jsonOf,
  known,
  newId,
  personPut,
  project,
  put,
  somebody,
  type Somebody,
  words,
} from './api.ts'
import { address, ahead, blank, create, newPerson } from './people.ts'

let root: Somebody
let bridge: string
beforeAll(async () => {
  root = await administrator()
  bridge = (await project()).id
})

describe('Root', () => {
  it('cannot create two people with one e-mail, however it is written', async () => {
    const email = address()
    await ahead(root, { email })
    const again = await create(root, newId(), { email: email.toUpperCase() })
    expect([again.status, await jsonOf(again)]).toMatchObject([422, { code: 'person.email-taken', email }])
    expect(words(await root.push([newPerson({ email })]))).toEqual(['person.email-taken'])
  })

  it('cannot create two people with one e-mail in one push, nor in two at once', async () => {
    const [first, second] = [{ email: address() }, { email: address() }]
    expect(words(await root.push([newPerson(first), newPerson(first)]))).toEqual([
      'applied',
      'person.email-taken',
    ])
    const answers = await Promise.all([1, 2].map(() => root.push([newPerson(second)])))
    expect(answers.flatMap(words).toSorted()).toEqual(['applied', 'person.email-taken'])
  })

  it('changes a person on the version that was seen', async () => {
    const person = await ahead(root, { name: 'Ada' })
    const { version } = await known(root, person)
    const change = (etag: string | null, values: object) =>
      root.call(`/api/people/${person}`, {
        method: 'PUT',
        ...(etag !== null && { headers: { 'if-match': `"${etag}"` } }),
        json: { ...blank, ...values },
      })
    expect((await change(null, {})).status).toBe(428)
    const changed = await change(version, { name: 'Ada Brandt', target: 2100 })
    expect([changed.status, await jsonOf(changed)]).toMatchObject([200, { name: 'Ada Brandt', target: 2100 }])
    const stale = await change(version, { name: 'Ada B.' })
    expect([stale.status, await jsonOf(stale)]).toMatchObject([
      412,
      { code: 'person.stale', current: { name: 'Ada Brandt' } },
    ])
    expect((await create(root, person, {})).status).toBe(409)
  })

  it.each<[string, () => object, number, string]>([
    ['a manager nobody knows', () => ({ manager: newId() }), 404, 'person.unknown'],
    ['a deputy nobody knows', () => ({ deputy: newId() }), 404, 'person.unknown'],
    [
      'an end before the beginning',
      () => ({ from: '2026-11-02', until: '2026-11-01' }),
      400,
      'input.invalid',
    ],
    ['no e-mail address', () => ({ email: 'ada' }), 400, 'input.invalid'],
    ['a field nobody knows', () => ({ linked: true }), 400, 'input.invalid'],
  ])('cannot create somebody with %s', async (_, values, status, code) => {
    const response = await create(root, newId(), values())
    expect([response.status, (await jsonOf(response)).code]).toEqual([status, code])
  })

  it('cannot make somebody their own manager', async () => {
    const person = newId()
    expect((await jsonOf(create(root, person, { manager: person }))).code).toBe('input.invalid')
  })

  it('shuts somebody out, whose rows stay, and lets them in again', async () => {
    const lin = await somebody()
    const hour = put(bridge)
    await lin.push([hour])
    expect(words(await root.push([await personPut(root, lin.person, { active: false })]))).toEqual([
      'applied',
    ])
    for (const path of ['/api/me', '/api/timesheets', '/api/changes', '/api/weeks/me/2026-W47']) {
      const response = await lin.call(path)
      expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'person.deactivated'])
    }
    const push = await lin.call('/api/changes', {
      method: 'POST',
      json: { person: lin.person, changes: [put(bridge)] },
    })
    expect((await jsonOf(push)).code).toBe('person.deactivated')
    expect(await jsonOf(root.call(`/api/weeks/${lin.person}/2026-W47`))).toMatchObject({ minutes: 60 })
    await root.push([await personPut(root, lin.person, { active: true })])
    expect(words(await lin.push([put(bridge)]))).toEqual(['applied'])
  })
})

it('expects a timesheet of somebody new from the day on which they came', async () => {
  const day = () => new Date().toISOString().slice(0, 10)
  const before = day()
  const lin = await known(root, (await somebody()).person)
  expect(lin).toMatchObject({ until: null, target: null, manager: null, active: true, linked: true })
  expect([before, day()]).toContain(lin.from)
})
