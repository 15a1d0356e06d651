// Who sees whom and decides for whom, and what becomes of the copies on devices when that changes.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../worker/domain/sync.ts'
import {
  administrator,
  approver,
  approves,
  call,
  jsonOf,
  known,
  newId,
  personPut,
  project,
  put,
  sheetOf,
  somebody,
  type Somebody,
  step,
  tenant,
  words,
} from './api.ts'
import { answersTo } from './managed.ts'

let root: Somebody
let bridge: string
beforeAll(async () => {
  root = await administrator()
  bridge = (await project()).id
})

const week = '2026-W47'

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const peopleIn = (page: Page) => page.rows.filter((row) => row.kind === 'person')

describe('who sees whom', () => {
  it('Ada herself and who approves her weeks, Grace those she acts for, Root everybody; in list and feed alike', async () => {
    const [ada, lin, mallory, grace, other] = await Promise.all([
      somebody(),
      somebody(),
      somebody(),
      approver(),
      approver(),
    ])
    await answersTo(root, ada, { manager: grace.person })
    await answersTo(root, lin, { manager: other.person, deputy: grace.person })
    await answersTo(root, mallory, { manager: other.person })
    for (const [who, sees, not] of [
      [ada, [ada, grace], [lin, mallory, other]],
      [lin, [lin, grace, other], [ada, mallory]],
      [grace, [grace, ada, lin], [mallory]],
      [other, [other, lin, mallory], [ada]],
      [root, [root, ada, lin, mallory, grace, other], []],
    ] as const) {
      const listed: string[] = ids((await jsonOf(who.call('/api/people'))).people)
      const fed = ids(peopleIn(await who.pull()))
      expect(listed.toSorted()).toEqual(fed.toSorted())
      expect(listed).toEqual(expect.arrayContaining(sees.map(({ person }) => person)))
      for (const { person } of not) expect(listed).not.toContain(person)
    }
  })

  it('of her manager and her deputy Ada learns the name and nothing else', async () => {
    const [ada, grace] = await Promise.all([somebody(), approver()])
    const secret = {
      name: 'Grace Moreau',
      email: `${newId()}@abc.example`,
      target: 2400,
      manager: root.person,
      until: '2030-01-01',
    }
    expect(words(await root.push([await personPut(root, grace.person, secret)]))).toEqual(['applied'])
    await answersTo(root, ada, { deputy: grace.person })
    const { people } = await jsonOf(ada.call('/api/people'))
    const hidden = { email: null, from: null, until: null, target: null, manager: null, deputy: null }
    for (const list of [people, peopleIn(await ada.pull())]) {
      const shown = list.find(({ id }: { id: string }) => id === grace.person)
      expect(shown).toMatchObject({ name: 'Grace Moreau', ...hidden })
    }
  })

  it('lets Grace read the week of whom she acts for, and of nobody else', async () => {
    const [ada, grace, other] = await Promise.all([somebody(), approver(), approver()])
    await answersTo(root, ada, { manager: grace.person })
    await ada.push([put(bridge)])
    expect(await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}`))).toMatchObject({ minutes: 60 })
    for (const who of [other, await somebody(), root]) {
      const response = await who.call(`/api/weeks/${ada.person}/${week}`)
      expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'week.not-yours'])
    }
  })

  it('shows no approver’s people to a token without approve:timesheets', async () => {
    const sub = newId()
    const grace = await approverWith(sub)
    const ada = await somebody()
    await answersTo(root, ada, { manager: grace.person })
    const token = await tenant.forge({ claims: { sub } })
    const { people } = await jsonOf(call('/api/people', { token }))
    expect(ids(people)).toEqual([grace.person])
    expect((await call(`/api/weeks/${ada.person}/${week}`, { token })).status).toBe(403)
  })
})

describe('the hours of Lin, who has no manager,', () => {
  const range = 'from=2026-11-16&to=2026-11-22&person=all'
  it.each([
    '/api/weeks',
    '/api/weeks?status=submitted',
    ...['project', 'day', 'person', 'entry'].map((by) => `/api/reports?${range}&by=${by}`),
  ])('are not read at %s without approve:timesheets', async (path) => {
    const sub = newId()
    await approverWith(sub)
    const lin = await somebody()
    const own = (await project({ name: `Lin’s ${newId()}` })).id
    expect(words(await lin.push([put(own), step('week.submit', lin, week)]))).toEqual(['applied', 'applied'])
    const [with_, without] = [
      await tenant.forge({ claims: { sub, scope: approves } }),
      await tenant.forge({ claims: { sub } }),
    ]
    const textOf = async (token: string) => (await call(path, { token })).text()
    const [seen, unseen] = [JSON.parse(await textOf(with_)), JSON.parse(await textOf(without))]
    expect(JSON.stringify(seen)).not.toBe(JSON.stringify(unseen))
    expect(JSON.stringify(unseen)).not.toContain(lin.person)
    expect(unseen.minutes ?? 0).toBe(0)
    expect(unseen.weeks ?? unseen.groups ?? unseen.lines).toEqual([])
  })
})

const approverWith = (sub: string) => somebody({ sub, scope: approves })

describe('when somebody else becomes Ada’s manager', () => {
  async function managed() {
    const [ada, grace, other] = await Promise.all([somebody(), approver(), approver()])
    await answersTo(root, ada, { manager: grace.person })
    const submit = step('week.submit', ada, week)
    await ada.push([put(bridge, { note: 'Ada’s own words' }), submit])
    return { ada, grace, other, submit }
  }
  const isGone = async (who: Somebody, cursor: string) => {
    const response = await who.call(`/api/changes?since=${cursor}`)
    expect([response.status, (await jsonOf(response)).code]).toEqual([410, 'rights.changed'])
    const push = await who.call('/api/changes', {
      method: 'POST',
      json: { person: who.person, changes: [put(bridge, { date: '2026-10-01', minutes: 1 })], since: cursor },
    })
    expect([push.status, (await jsonOf(push)).code]).toEqual([410, 'rights.changed'])
  }

  it('both copies are told so, and a new one has her weeks, or has nothing of hers', async () => {
    const { ada, grace, other, submit } = await managed()
    const [before, none] = [await grace.pull(), await other.pull()]
    expect(sheetOf(before, ada)).toMatchObject({ week: { version: submit.id } })
    expect(sheetOf(none, ada)).toBeUndefined()
    await answersTo(root, ada, { manager: other.person })
    await isGone(grace, before.cursor)
    await isGone(other, none.cursor)
    expect(JSON.stringify(await grace.pull())).not.toContain(ada.person)
    expect(sheetOf(await other.pull(), ada)).toMatchObject({ entries: [{ note: 'Ada’s own words' }] })
  })

  it('her own copy goes on, and brings her the news of herself', async () => {
    const { ada, other } = await managed()
    const { cursor } = await ada.pull()
    await answersTo(root, ada, { manager: other.person })
    const { rows } = await ada.pull(cursor)
    const news = rows.map((row) => ('id' in row ? row.id : row.kind))
    expect(news.toSorted()).toEqual([ada.person, other.person].toSorted())
    expect(rows).toContainEqual(expect.objectContaining({ id: ada.person, manager: other.person }))
  })

  it('a deputy’s copy is told so too, and who manages people needs no other', async () => {
    const { ada, other } = await managed()
    const [none, all] = [await other.pull(), await root.pull()]
    const manager = (await known(root, ada.person)).manager
    await answersTo(root, ada, { manager, deputy: other.person })
    await isGone(other, none.cursor)
    expect((await root.pull(all.cursor)).rows).toMatchObject([
      { kind: 'person', id: ada.person, deputy: other.person },
    ])
    expect(sheetOf(await other.pull(), ada)).toBeDefined()
  })

  it('an administrator who gives her away with a push, and gets her back, misses nothing of hers', async () => {
    const [ada, second] = await Promise.all([somebody(), administrator()])
    await answersTo(second, ada, { manager: root.person })
    const { cursor } = await root.pull()
    await ada.push([step('week.submit', ada, week)])
    const away = await personPut(root, ada.person, { manager: second.person })
    const { news } = await root.push([away], { since: cursor })
    await answersTo(second, ada, { manager: root.person })
    expect(await root.pull(news?.cursor)).toMatchObject({ code: 'rights.changed' })
  })

  it('a decision of hers is hers to make no more', async () => {
    const { ada, grace, other, submit } = await managed()
    await answersTo(root, ada, { manager: other.person })
    const approve = step('week.approve', ada, week, submit.id)
    expect(words(await grace.push([approve]))).toEqual(['week.not-yours'])
    expect(words(await other.push([{ ...approve, id: newId() }]))).toEqual(['applied'])
  })

  it('a refused decision stays refused, though a copy of it comes when she may decide', async () => {
    const { ada, other, submit } = await managed()
    const approve = step('week.approve', ada, week, submit.id)
    expect(words(await other.push([approve]))).toEqual(['week.not-yours'])
    await answersTo(root, ada, { manager: other.person })
    expect(words(await other.push([approve]))).toEqual(['week.not-yours'])
    expect(await jsonOf(ada.call(`/api/weeks/me/${week}`))).toMatchObject({ status: 'submitted' })
  })

  it('who makes themselves her manager and decides in one push, decides in her history, and once', async () => {
    const { ada, submit } = await managed()
    const approve = step('week.approve', ada, week, submit.id)
    const push = [await personPut(root, ada.person, { manager: root.person }), approve]
    expect(words(await root.push(push))).toEqual(['applied', 'applied'])
    expect(words(await root.push(push))).toEqual(['applied', 'applied'])
    const { history } = await jsonOf(ada.call(`/api/weeks/me/${week}/history`))
    expect(history[0]).toMatchObject({
      change: approve.id,
      kind: 'week.approve',
      by: { person: root.person },
    })
  })
})
