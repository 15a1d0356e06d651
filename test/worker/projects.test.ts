// Projects: made and changed by Root on the version that was seen, and archived.
import { beforeAll, describe, expect, it } from 'vitest'
import { administrator, approver, jsonOf, newId, put, somebody, type Somebody } from './api.ts'
import { booking, changed, inFeed, made, refused, seen } from './projects.ts'

let root: Somebody
let ada: Somebody
beforeAll(async () => {
  root = await administrator()
  ada = await somebody()
})

describe('an archived project', () => {
  it('keeps its name for who booked on it, and takes nothing new', async () => {
    const bridge = await made(root, null)
    const hour = put(bridge.id)
    await ada.push([hour])
    const { cursor } = await ada.pull()
    const archived = await changed(root, bridge, { archived: true, name: 'Old bridge' })
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
    const { id, version } = await made(root, null)
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
  })

  it('takes of two at once that saw the same version exactly one', async () => {
    const { id, version } = await made(root, null)
    const answers = await Promise.all(
      ['One', 'Two'].map((each) => ask(root, id, { ...fields, name: each }, { 'if-match': `"${version}"` })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })
})
