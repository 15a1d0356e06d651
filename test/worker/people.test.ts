// People: made ahead of their first sign-in, linked once by a verified e-mail, moved when the tenant moves, managed by
// Root, and seen by nobody but those who have business with them.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  approver,
  call,
  jsonOf,
  newId,
  personPut,
  project,
  put,
  somebody,
  type Somebody,
  tenant,
  words,
} from './api.ts'

let root: Somebody
let bridge: string
beforeAll(async () => {
  root = await administrator()
  bridge = (await project()).id
})

const at = '2026-11-21T09:00:00.000Z'
const week = '2026-W47'
/** An e-mail address of their own. */
const address = () => `${newId()}@abc.example`

const blank = {
  name: null,
  email: null,
  from: null,
  until: null,
  target: null,
  manager: null,
  deputy: null,
  active: true,
}

/** Creates somebody ahead of their first sign-in; answers their id. */
async function ahead(values: object): Promise<string> {
  const person = newId()
  const response = await create(person, values)
  expect(response.status).toBe(201)
  return person
}
const create = (person: string, values: object) =>
  root.call(`/api/people/${person}`, {
    method: 'PUT',
    headers: { 'if-none-match': '*' },
    json: { ...blank, ...values },
  })

interface Account {
  sub: string
  token: string
  /** PUT /me with an ID token that says this. */
  introduce(claims: object): Promise<Response>
}

/** An account of the tenant that has never called. */
async function account(sub: string = newId(), more: object = {}): Promise<Account> {
  const token = await tenant.forge({ claims: { sub, ...more } })
  const introduce = async (claims: object) => {
    const idToken = await tenant.forge({
      claims: { sub, aud: 'timesheets-app', ...claims },
      header: { typ: 'JWT' },
    })
    return call('/api/me', { method: 'PUT', token, json: { idToken } })
  }
  return { sub, token, introduce }
}

const known = async (person: string) => {
  const { people } = await jsonOf(root.call('/api/people'))
  return people.find(({ id }: { id: string }) => id === person)
}

describe('Lin, whom Root has created ahead', () => {
  it('is that person from her first sign-in on', async () => {
    const email = address()
    const person = await ahead({
      name: 'L. Okafor',
      email,
      target: 2400,
      manager: root.person,
      from: '2026-11-01',
    })
    expect(await known(person)).toMatchObject({ linked: false })
    const lin = await account()
    const me = await jsonOf(lin.introduce({ name: 'Lin Okafor', email, email_verified: true }))
    expect(me).toMatchObject({ person, name: 'Lin Okafor', email })
    expect(await jsonOf(call('/api/me', { token: lin.token }))).toMatchObject({ person })
    expect(await known(person)).toMatchObject({
      linked: true,
      name: 'Lin Okafor',
      target: 2400,
      manager: root.person,
      from: '2026-11-01',
    })
  })

  it('is found however her address is written', async () => {
    const local = newId()
    const person = await ahead({ email: `${local.toUpperCase()}@ABC.example` })
    expect(await known(person)).toMatchObject({ email: `${local}@abc.example` })
    const lin = await account()
    const me = await jsonOf(lin.introduce({ email: `${local}@Abc.Example`, email_verified: true }))
    expect(me).toMatchObject({ person, email: `${local}@abc.example` })
  })

  it.each([
    ['is not verified', { email_verified: false }],
    ['is not said to be verified', {}],
    ['is only called so', { email_verified: 'true' }],
  ])('is not linked by an e-mail that %s', async (_, claims) => {
    const email = address()
    const person = await ahead({ email })
    const mallory = await account()
    const me = await jsonOf(mallory.introduce({ email, name: 'Mallory', ...claims }))
    expect(me.person).not.toBe(person)
    expect(me).toMatchObject({ name: 'Mallory', email: null })
    expect(await known(person)).toMatchObject({ linked: false, name: null })
  })

  it('is linked once: a second account with her e-mail is somebody else, and does not get the address', async () => {
    const email = address()
    const person = await ahead({ email })
    const [lin, mallory] = [await account(), await account()]
    const verified = { email, email_verified: true }
    expect(await jsonOf(lin.introduce(verified))).toMatchObject({ person })
    const other = await jsonOf(mallory.introduce(verified))
    expect(other.person).not.toBe(person)
    expect(other.email).toBeNull()
    expect(await jsonOf(mallory.introduce(verified))).toEqual(other)
    expect(await jsonOf(lin.introduce(verified))).toMatchObject({ person, email })
  })

  it('is linked once also when two accounts come at the same time', async () => {
    const email = address()
    const person = await ahead({ email })
    const accounts = await Promise.all([account(), account(), account()])
    const answers = await Promise.all(
      accounts.map((each) => jsonOf(each.introduce({ email, email_verified: true }))),
    )
    expect(answers.filter((me) => me.person === person)).toHaveLength(1)
    expect(new Set(answers.map((me) => me.person)).size).toBe(3)
  })

  it('becomes a person of her own where her first call says nothing of names, until Root moves her sign-in', async () => {
    const email = address()
    const person = await ahead({ email })
    const lin = await account()
    const own = await jsonOf(call('/api/me', { token: lin.token }))
    expect(own.person).not.toBe(person)
    const me = await jsonOf(lin.introduce({ email, email_verified: true }))
    expect(me).toMatchObject({ person: own.person, email: null })
    const { version } = await known(own.person)
    expect(words(await root.push([moved(own.person, person, version)]))).toEqual(['applied'])
    expect(await jsonOf(call('/api/me', { token: lin.token }))).toMatchObject({ person })
  })

  it('is not let in, be it as somebody new, who was deactivated before the first sign-in', async () => {
    const email = address()
    const person = await ahead({ email, active: false })
    const lin = await account()
    const response = await lin.introduce({ email, email_verified: true })
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'person.deactivated'])
    expect(await known(person)).toMatchObject({ linked: true, active: false })
  })
})

describe('Root', () => {
  it('cannot create two people with one e-mail, however it is written', async () => {
    const email = address()
    await ahead({ email })
    const again = await create(newId(), { email: email.toUpperCase() })
    expect([again.status, await jsonOf(again)]).toMatchObject([422, { code: 'person.email-taken', email }])
    const change = { ...blank, email, id: newId(), kind: 'person.put', person: newId(), base: null, at }
    expect(words(await root.push([change]))).toEqual(['person.email-taken'])
  })

  it('cannot create two people with one e-mail in one push, nor in two at once', async () => {
    const change = (email: string) => ({
      ...blank,
      email,
      id: newId(),
      kind: 'person.put',
      person: newId(),
      base: null,
      at,
    })
    const [first, second] = [address(), address()]
    expect(words(await root.push([change(first), change(first)]))).toEqual(['applied', 'person.email-taken'])
    const answers = await Promise.all([root.push([change(second)]), root.push([change(second)])])
    expect(answers.flatMap(words).toSorted()).toEqual(['applied', 'person.email-taken'])
  })

  it('changes a person on the version that was seen', async () => {
    const person = await ahead({ name: 'Ada' })
    const { version } = await known(person)
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
    expect((await create(person, {})).status).toBe(409)
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
    const response = await create(newId(), values())
    expect([response.status, (await jsonOf(response)).code]).toEqual([status, code])
  })

  it('cannot make somebody their own manager', async () => {
    const person = newId()
    expect((await jsonOf(create(person, { manager: person }))).code).toBe('input.invalid')
  })

  it('shuts somebody out, whose rows stay, and lets them in again', async () => {
    const lin = await somebody()
    const hour = put(bridge)
    await lin.push([hour])
    expect(words(await root.push([await personPut(root, lin.person, { active: false })]))).toEqual([
      'applied',
    ])
    for (const path of ['/api/me', '/api/timesheets', '/api/changes', `/api/weeks/me/${week}`]) {
      const response = await lin.call(path)
      expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'person.deactivated'])
    }
    const push = await lin.call('/api/changes', {
      method: 'POST',
      json: { person: lin.person, changes: [put(bridge)] },
    })
    expect((await jsonOf(push)).code).toBe('person.deactivated')
    expect(await jsonOf(root.call(`/api/weeks/${lin.person}/${week}`))).toMatchObject({ minutes: 60 })
    await root.push([await personPut(root, lin.person, { active: true })])
    expect(words(await lin.push([put(bridge)]))).toEqual(['applied'])
  })
})

it('keeps name and e-mail as the tenant says them, and counts no change where nothing changed', async () => {
  const lin = await account()
  const [first, second] = [address(), address()]
  const said = { name: 'Lin', email: first, email_verified: true }
  const { person } = await jsonOf(lin.introduce(said))
  const before = await known(person)
  await lin.introduce(said)
  expect(await known(person)).toEqual(before)
  expect(await jsonOf(lin.introduce({ ...said, name: 'Lin Okafor', email: second }))).toMatchObject({
    person,
    name: 'Lin Okafor',
    email: second,
  })
  expect(await jsonOf(lin.introduce({ name: 'Lin O.' }))).toMatchObject({ name: 'Lin O.', email: second })
  expect(await jsonOf(lin.introduce({ name: '  ' }))).toMatchObject({ name: 'Lin O.', email: second })
})

it('expects a timesheet of somebody new from the day on which they came', async () => {
  const day = () => new Date().toISOString().slice(0, 10)
  const before = day()
  const lin = await known((await somebody()).person)
  expect(lin).toMatchObject({ until: null, target: null, manager: null, active: true, linked: true })
  expect([before, day()]).toContain(lin.from)
})

const moved = (person: string, to: string, base: string) => ({
  id: newId(),
  kind: 'identity.move',
  person,
  to,
  base,
  at,
})

describe('when the tenant moves', () => {
  /** Ada, and the person that her new account made. */
  async function twice() {
    const ada = await somebody()
    const again = await somebody()
    await ada.push([put(bridge)])
    const { version } = await known(again.person)
    return { ada, again, move: moved(again.person, ada.person, version) }
  }

  it('leads Ada’s new account to what was hers, and keeps her old one', async () => {
    const { ada, again, move } = await twice()
    expect(words(await root.push([move]))).toEqual(['applied'])
    expect(await jsonOf(again.call('/api/me'))).toMatchObject({ person: ada.person })
    expect((await jsonOf(again.call('/api/timesheets'))).timesheets).toHaveLength(1)
    expect(await jsonOf(ada.call('/api/me'))).toMatchObject({ person: ada.person })
    expect([await known(again.person), await known(ada.person)]).toMatchObject([
      { linked: false },
      { linked: true },
    ])
  })

  it('takes nothing more of a device that believes it is somebody else', async () => {
    const { again, move } = await twice()
    await root.push([move])
    const response = await again.call('/api/changes', {
      method: 'POST',
      json: { person: again.person, changes: [put(bridge)] },
    })
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'account.mismatch'])
  })

  it('refuses what nobody has seen, and who has no sign-in to give', async () => {
    const { ada, move } = await twice()
    expect(words(await root.push([{ ...move, base: newId() }]))).toEqual(['person.stale'])
    expect(words(await root.push([{ ...move, id: newId(), to: newId() }]))).toEqual(['person.unknown'])
    const person = await ahead({})
    const { version } = await known(person)
    expect(words(await root.push([moved(person, ada.person, version)]))).toEqual(['person.unknown'])
  })

  it('leads where the last of several moves in one push does', async () => {
    const { ada, again, move } = await twice()
    const lin = await somebody()
    expect(words(await root.push([move, moved(ada.person, lin.person, move.id)]))).toEqual([
      'applied',
      'applied',
    ])
    for (const each of [again, ada])
      expect(await jsonOf(each.call('/api/me'))).toMatchObject({ person: lin.person })
  })

  it('is Root’s to do, and nobody’s without manage:people', async () => {
    const { ada, again, move } = await twice()
    const grace = await approver()
    for (const who of [ada, again, grace]) {
      expect(await who.push([{ ...move, id: newId() }])).toMatchObject({
        code: 'insufficient_scope',
        scope: 'manage:people',
      })
    }
  })
})
