// Who a sign-in leads to: linked once by a verified e-mail, named as the tenant says, and moved when the tenant moves.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  approver,
  call,
  jsonOf,
  known,
  newId,
  project,
  put,
  somebody,
  type Somebody,
  step,
  words,
} from './api.ts'
import { answersTo, took } from './managed.ts'
import { account, address, ahead, moved } from './people.ts'

let root: Somebody
let bridge: string
beforeAll(async () => {
  root = await administrator()
  bridge = (await project()).id
})

describe('Lin, whom Root has created ahead', () => {
  it('is that person from her first sign-in on', async () => {
    const email = address()
    const person = await ahead(root, {
      name: 'L. Okafor',
      email,
      target: 2400,
      manager: root.person,
      from: '2026-11-01',
    })
    expect(await known(root, person)).toMatchObject({ linked: false })
    const lin = await account()
    const me = await jsonOf(lin.introduce({ name: 'Lin Okafor', email, email_verified: true }))
    expect(me).toMatchObject({ person, name: 'Lin Okafor', email })
    expect(await jsonOf(call('/api/me', { token: lin.token }))).toMatchObject({ person })
    expect(await known(root, person)).toMatchObject({
      linked: true,
      name: 'Lin Okafor',
      target: 2400,
      manager: root.person,
      from: '2026-11-01',
    })
  })

  it('is found however her address is written', async () => {
    const local = newId()
    const person = await ahead(root, { email: `${local.toUpperCase()}@ABC.example` })
    expect(await known(root, person)).toMatchObject({ email: `${local}@abc.example` })
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
    const person = await ahead(root, { email })
    const mallory = await account()
    const me = await jsonOf(mallory.introduce({ email, name: 'Mallory', ...claims }))
    expect(me.person).not.toBe(person)
    expect(me).toMatchObject({ name: 'Mallory', email: null })
    expect(await known(root, person)).toMatchObject({ linked: false, name: null })
  })

  it('is linked once: a second account with her e-mail is somebody else, and does not get the address', async () => {
    const email = address()
    const person = await ahead(root, { email })
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
    const person = await ahead(root, { email })
    const accounts = await Promise.all([account(), account(), account()])
    const answers = await Promise.all(
      accounts.map((each) => jsonOf(each.introduce({ email, email_verified: true }))),
    )
    expect(answers.filter((me) => me.person === person)).toHaveLength(1)
    expect(new Set(answers.map((me) => me.person)).size).toBe(3)
  })

  it('becomes a person of her own where her first call says nothing of names, until Root moves her sign-in', async () => {
    const email = address()
    const person = await ahead(root, { email })
    const lin = await account()
    const own = await jsonOf(call('/api/me', { token: lin.token }))
    expect(own.person).not.toBe(person)
    const me = await jsonOf(lin.introduce({ email, email_verified: true }))
    expect(me).toMatchObject({ person: own.person, email: null })
    const { version } = await known(root, own.person)
    expect(words(await root.push([moved(own.person, person, version)]))).toEqual(['applied'])
    expect(await jsonOf(call('/api/me', { token: lin.token }))).toMatchObject({ person })
  })

  it('is not let in, be it as somebody new, who was deactivated before the first sign-in', async () => {
    const email = address()
    const person = await ahead(root, { email, active: false })
    const lin = await account()
    const response = await lin.introduce({ email, email_verified: true })
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'person.deactivated'])
    expect(await known(root, person)).toMatchObject({ linked: true, active: false })
  })
})

it('keeps name and e-mail as the tenant says them, and counts no change where nothing changed', async () => {
  const lin = await account()
  const [first, second] = [address(), address()]
  const said = { name: 'Lin', email: first, email_verified: true }
  const { person } = await jsonOf(lin.introduce(said))
  const before = await known(root, person)
  await lin.introduce(said)
  expect(await known(root, person)).toEqual(before)
  expect(await jsonOf(lin.introduce({ ...said, name: 'Lin Okafor', email: second }))).toMatchObject({
    person,
    name: 'Lin Okafor',
    email: second,
  })
  expect(await jsonOf(lin.introduce({ name: 'Lin O.' }))).toMatchObject({ name: 'Lin O.', email: second })
  expect(await jsonOf(lin.introduce({ name: '  ' }))).toMatchObject({ name: 'Lin O.', email: second })
})

describe('when the tenant moves', () => {
  /** Ada, and the person that her new account made. */
  async function twice() {
    const ada = await somebody()
    const again = await somebody()
    await ada.push([put(bridge)])
    const { version } = await known(root, again.person)
    return { ada, again, move: moved(again.person, ada.person, version) }
  }

  it('leads Ada’s new account to what was hers, and keeps her old one', async () => {
    const { ada, again, move } = await twice()
    expect(words(await root.push([move]))).toEqual(['applied'])
    expect(await jsonOf(again.call('/api/me'))).toMatchObject({ person: ada.person })
    expect((await jsonOf(again.call('/api/timesheets'))).timesheets).toHaveLength(1)
    expect(await jsonOf(ada.call('/api/me'))).toMatchObject({ person: ada.person })
    expect([await known(root, again.person), await known(root, ada.person)]).toMatchObject([
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

  it('gives that device no hours of somebody else, whether or not it says whose it is', async () => {
    const { again, move } = await twice()
    const { cursor } = await again.pull()
    await root.push([move])
    for (const since of ['', `&since=${cursor}`]) {
      const response = await again.call(`/api/changes?person=${again.person}${since}`)
      expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'account.mismatch'])
    }
    expect(await again.pull(cursor)).toMatchObject({ code: 'rights.changed' })
  })

  it('lets nobody approve, by their new place, the week of the place they left', async () => {
    const [mallory, place] = await Promise.all([approver(), somebody()])
    const submit = step('week.submit', mallory, '2026-W47')
    await took(mallory, put(bridge, { minutes: 1440 }), submit)
    const { version } = await known(root, mallory.person)
    await took(root, moved(mallory.person, place.person, version))
    const approve = step('week.approve', mallory, '2026-W47', submit.id)
    const sent = await mallory.push([approve], { person: place.person })
    expect(words(sent)).toEqual(['week.not-yours'])
    expect(words(await root.push([{ ...approve, id: newId() }]))).toEqual(['applied'])
  })

  it('lets nobody approve it by a detour over another place either', async () => {
    const [mallory, second, third] = await Promise.all([approver(), somebody(), somebody()])
    await answersTo(root, mallory, { manager: third.person })
    const submit = step('week.submit', mallory, '2026-W47')
    await took(mallory, submit)
    for (const [from, to] of [
      [mallory, second],
      [second, third],
    ] as const) {
      const { version } = await known(root, from.person)
      await took(root, moved(from.person, to.person, version))
    }
    const approve = step('week.approve', mallory, '2026-W47', submit.id)
    expect(words(await mallory.push([approve], { person: third.person }))).toEqual(['week.not-yours'])
  })

  it('leads each sign-in of one push where it would one by one', async () => {
    const [a, b, c, d] = await Promise.all([somebody(), somebody(), somebody(), somebody()])
    const versionOf = async ({ person }: Somebody) => (await known(root, person)).version
    const first = moved(a.person, b.person, await versionOf(a))
    const second = moved(c.person, a.person, await versionOf(c))
    await took(root, first, second, moved(a.person, d.person, second.id))
    expect(await jsonOf(a.call('/api/me'))).toMatchObject({ person: b.person })
    expect(await jsonOf(c.call('/api/me'))).toMatchObject({ person: d.person })
  })

  it('refuses what nobody has seen, and who has no sign-in to give', async () => {
    const { ada, move } = await twice()
    expect(words(await root.push([{ ...move, base: newId() }]))).toEqual(['person.stale'])
    expect(words(await root.push([{ ...move, id: newId(), to: newId() }]))).toEqual(['person.unknown'])
    const person = await ahead(root, {})
    const { version } = await known(root, person)
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
