// Projects for everybody and for members only: who sees them, who may book on them, and what the others are told.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from '../../worker/domain/sync.ts'
import {
  administrator,
  approver,
  jsonOf,
  newId,
  project,
  projectPut,
  put,
  somebody,
  type Somebody,
  step,
  words,
} from './api.ts'

let root: Somebody
let ada: Somebody
let mallory: Somebody
beforeAll(async () => {
  root = await administrator()
  ada = await somebody()
  mallory = await somebody()
})

const name = 'Quiet harbour'
/** A project for these people only (null: for everybody). */
async function made(members: string[] | null, values: object = {}) {
  const change = projectPut(newId(), { name, members, ...values })
  expect(words(await root.push([change]))).toEqual(['applied'])
  return { id: change.project, version: change.id }
}

/** Changes what is said of it, as Root sees it. */
async function changed(of: { id: string; version: string }, values: object) {
  const change = projectPut(of.id, { name, base: of.version, ...values })
  expect(words(await root.push([change]))).toEqual(['applied'])
  return { id: of.id, version: change.id }
}

const inFeed = (page: Page, id: string) => page.rows.find((row) => row.kind === 'project' && row.id === id)
async function inList(who: Somebody, id: string) {
  const { projects } = await jsonOf(who.call('/api/projects'))
  return projects.find((row: { id: string }) => row.id === id)
}
/** How somebody sees it, in the feed and in the list alike. */
async function seen(who: Somebody, { id }: { id: string }) {
  const [fed, listed] = [inFeed(await who.pull(), id), await inList(who, id)]
  expect(fed === undefined).toBe(listed === undefined)
  expect({ ...fed, ...listed }).toEqual({ ...fed })
  return listed
}

const booking = async (who: Somebody, { id }: { id: string }) => (await who.push([put(id)])).verdicts[0]
const refused = (problem: object) => ({ verdict: 'refused', problem })

describe('a project for its members only', () => {
  it('is seen and booked on by a member, who learns of no other', async () => {
    const club = await made([ada.person, mallory.person])
    expect(await seen(ada, club)).toMatchObject({ name, members: [ada.person] })
    expect(await booking(ada, club)).toMatchObject({ verdict: 'applied' })
  })

  it('is not there for a stranger, who is never told its name', async () => {
    const club = await made([ada.person], { name: 'Silent club', client: 'Silent client', code: 'SILENT' })
    expect(await seen(mallory, club)).toBeUndefined()
    expect(await booking(mallory, club)).toMatchObject(
      refused({ code: 'project.not-yours', project: club.id }),
    )
    const values = { project: club.id, date: '2026-11-20', minutes: 5 }
    const rest = await mallory.call('/api/timesheets', { method: 'POST', json: values })
    expect(rest.status).toBe(422)
    const texts = [
      await rest.text(),
      ...(await Promise.all(
        ['/api/changes', '/api/projects', '/api/timesheets'].map(async (path) =>
          (await mallory.call(path)).text(),
        ),
      )),
    ]
    for (const text of texts)
      for (const secret of ['Silent', 'SILENT', ada.person]) expect(text).not.toContain(secret)
  })

  it('keeps its name also when it is archived', async () => {
    const attic = await made([ada.person], { archived: true })
    const verdict = await booking(mallory, attic)
    expect(verdict).toMatchObject(refused({ code: 'project.not-yours', project: attic.id }))
    expect(JSON.stringify(verdict)).not.toContain(name)
    expect(await booking(ada, attic)).toMatchObject(refused({ code: 'project.archived', name }))
  })

  it('is told to nobody by the history, the reports or the weeks of another', async () => {
    const club = await made([ada.person], { name: 'Silent club' })
    await ada.push([put(club.id, { note: 'Silent work' })])
    for (const path of [
      '/api/weeks/me/2026-W47',
      '/api/weeks/me/2026-W47/history',
      '/api/reports?from=2026-11-01&to=2026-11-30&by=project&person=all',
    ]) {
      expect(await (await mallory.call(path)).text()).not.toContain('Silent')
    }
  })

  it('is seen with all of its members by Grace, who approves, and by Root, who manages', async () => {
    const grace = await approver()
    const club = await made([ada.person, mallory.person])
    for (const who of [grace, root]) {
      expect(await seen(who, club)).toMatchObject({ name, members: [ada.person, mallory.person] })
    }
    expect(await booking(grace, club)).toMatchObject(refused({ code: 'project.not-yours' }))
  })

  it('comes to a new member with the next news', async () => {
    const club = await made([ada.person])
    const { cursor } = await mallory.pull()
    await changed(club, { members: [ada.person, mallory.person] })
    expect(inFeed(await mallory.pull(cursor), club.id)).toMatchObject({ name, members: [mallory.person] })
    expect(await booking(mallory, club)).toMatchObject({ verdict: 'applied' })
  })

  it('keeps its name for a former member, who cannot book on it any more', async () => {
    const club = await made([ada.person, mallory.person])
    const hour = put(club.id)
    await mallory.push([hour])
    const { cursor } = await mallory.pull()
    const renamed = await changed(club, { members: [ada.person], name: 'Quiet harbour II' })
    expect(inFeed(await mallory.pull(cursor), club.id)).toMatchObject({
      name: 'Quiet harbour II',
      members: [],
    })
    expect(await seen(mallory, renamed)).toMatchObject({ members: [] })
    expect(await booking(mallory, club)).toMatchObject(refused({ code: 'project.not-yours' }))
    const { lines } = await jsonOf(mallory.call('/api/reports?from=2026-11-20&to=2026-11-20&by=entry'))
    const line = lines.find(({ entry }: { entry: string }) => entry === hour.entry)
    expect(line).toMatchObject({ projectName: 'Quiet harbour II' })
  })

  it('is for nobody when it has no members', async () => {
    const empty = await made([])
    expect(await seen(ada, empty)).toBeUndefined()
    expect(await booking(ada, empty)).toMatchObject(refused({ code: 'project.not-yours' }))
  })

  it('takes a late hour only of who is still a member when it is accepted', async () => {
    const lin = await somebody()
    const grace = await approver()
    const club = await made([lin.person])
    const submit = step('week.submit', lin, '2026-W47')
    const approve = step('week.approve', lin, '2026-W47', submit.id)
    await lin.push([submit])
    await grace.push([approve])
    const late = put(club.id)
    expect(words(await lin.push([late]))).toEqual(['late'])
    await changed(club, { members: [] })
    const accept = {
      id: newId(),
      kind: 'late.accept',
      person: lin.person,
      late: late.id,
      base: late.id,
      at: late.at,
    }
    expect(words(await grace.push([accept]))).toEqual(['project.not-yours'])
  })
})

describe('a project that was for everybody', () => {
  it('stays visible to who could see it when it becomes members-only, and not to who joins later', async () => {
    const open = await made(null)
    expect(await booking(mallory, open)).toMatchObject({ verdict: 'applied' })
    const { cursor } = await mallory.pull()
    const club = await changed(open, { members: [ada.person] })
    const later = await somebody()
    expect(inFeed(await mallory.pull(cursor), open.id)).toMatchObject({ name, members: [] })
    expect(await seen(mallory, club)).toMatchObject({ name, members: [] })
    expect(await booking(mallory, club)).toMatchObject(refused({ code: 'project.not-yours' }))
    expect(await seen(later, club)).toBeUndefined()
    expect(await booking(later, club)).toMatchObject(refused({ code: 'project.not-yours' }))
  })

  it('is known on through every change after that', async () => {
    const lin = await somebody()
    let club = await changed(await made([lin.person]), { members: [ada.person] })
    club = await changed(club, { members: [mallory.person] })
    const later = await somebody()
    for (const who of [lin, ada, mallory]) expect(await seen(who, club)).toMatchObject({ name })
    expect(await seen(later, club)).toBeUndefined()
    club = await changed(club, { members: null })
    expect(await seen(later, club)).toMatchObject({ name, members: null })
    expect(await booking(later, club)).toMatchObject({ verdict: 'applied' })
    club = await changed(club, { members: [] })
    expect(await seen(later, club)).toMatchObject({ name, members: [] })
  })
})

describe('an archived project', () => {
  it('keeps its name for who booked on it, and takes nothing new', async () => {
    const bridge = await made(null)
    const hour = put(bridge.id)
    await ada.push([hour])
    const { cursor } = await ada.pull()
    const archived = await changed(bridge, { archived: true, name: 'Old bridge' })
    expect(inFeed(await ada.pull(cursor), bridge.id)).toMatchObject({ name: 'Old bridge', archived: true })
    expect(await seen(ada, archived)).toMatchObject({ name: 'Old bridge' })
    expect(await booking(ada, bridge)).toMatchObject(
      refused({ code: 'project.archived', project: bridge.id, name: 'Old bridge' }),
    )
    const { groups } = await jsonOf(ada.call('/api/reports?from=2026-11-20&to=2026-11-20&by=project'))
    expect(groups).toContainEqual(
      expect.objectContaining({ key: bridge.id, name: 'Old bridge', minutes: 60 }),
    )
  })
})

describe('PUT /projects/:id', () => {
  const fields = { name: 'Tower', client: 'City', code: 'TO-1', colour: '#112233', archived: false }
  const ask = (who: Somebody, id: string, json: object, headers = {}) =>
    who.call(`/api/projects/${id}`, { method: 'PUT', json, headers })
  const none = { 'if-none-match': '*' }

  it('makes a project, and changes it on the version that was seen', async () => {
    const id = newId()
    const created = await ask(root, id, fields, none)
    expect([created.status, await jsonOf(created)]).toMatchObject([201, { id, ...fields, members: null }])
    const etag = String(created.headers.get('etag'))
    const renamed = await ask(
      root,
      id,
      { ...fields, name: 'Tower II', members: [ada.person] },
      { 'if-match': etag },
    )
    expect([renamed.status, await jsonOf(renamed)]).toMatchObject([
      200,
      { name: 'Tower II', members: [ada.person] },
    ])
    expect(renamed.headers.get('etag')).not.toBe(etag)
    const stale = await ask(root, id, fields, { 'if-match': etag })
    expect([stale.status, await jsonOf(stale)]).toMatchObject([
      412,
      { code: 'project.stale', current: { name: 'Tower II' } },
    ])
    expect((await ask(root, id, fields, none)).status).toBe(409)
  })

  it('wants to know which version was seen, and takes no list and no weak one', async () => {
    const { id, version } = await made(null)
    for (const headers of [
      {},
      { 'if-match': '*' },
      { 'if-match': `W/"${version}"` },
      { 'if-match': `"${version}", "x"` },
      { 'if-none-match': `"${version}"` },
    ]) {
      expect((await ask(root, id, fields, headers)).status).toBe(428)
    }
  })

  it('changes nothing that is not there', async () => {
    const response = await ask(root, newId(), fields, { 'if-match': `"${newId()}"` })
    expect([response.status, (await jsonOf(response)).code]).toEqual([422, 'project.unknown'])
    expect((await ask(root, 'tower', fields, none)).status).toBe(422)
  })

  it.each([
    ['colour', { colour: 'red' }],
    ['name', { name: '' }],
    ['code', { code: 'x'.repeat(25) }],
    ['members.0', { members: ['ada'] }],
    ['members', { members: 'ada' }],
    ['client', { client: 'two\nlines' }],
  ])('says what is wrong with %s', async (path, values) => {
    const response = await ask(root, newId(), { ...fields, ...values }, none)
    expect([response.status, await jsonOf(response)]).toMatchObject([
      400,
      { code: 'input.invalid', issues: [{ path }] },
    ])
  })

  it('is Root’s to ask, and neither Grace’s nor Ada’s', async () => {
    for (const who of [ada, await approver()])
      expect((await ask(who, newId(), fields, none)).status).toBe(403)
    expect((await somebody()).person).not.toBe(root.person)
  })

  it('takes of two at once that saw the same version exactly one', async () => {
    const { id, version } = await made(null)
    const answers = await Promise.all(
      ['One', 'Two'].map((each) => ask(root, id, { ...fields, name: each }, { 'if-match': `"${version}"` })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })
})

it('keeps a project that says nothing of members for everybody', async () => {
  const open = await project()
  expect(await seen(await somebody(), open)).toMatchObject({ members: null })
})
