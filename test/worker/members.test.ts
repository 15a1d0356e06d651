// Projects for members only: who sees them, who may book on them, and what the others are told.
import { beforeAll, describe, expect, it } from 'vitest'
import { administrator, approver, jsonOf, project, put, somebody, type Somebody, step, words } from './api.ts'
import { decision } from './managed.ts'
import { booking, changed, inFeed, made, name, refused, seen } from './projects.ts'

let root: Somebody
let ada: Somebody
let mallory: Somebody
beforeAll(async () => {
  root = await administrator()
  ada = await somebody()
  mallory = await somebody()
})

describe('a project for its members only', () => {
  it('is seen and booked on by a member, who learns of no other', async () => {
    const club = await made(root, [ada.person, mallory.person])
    expect(await seen(ada, club)).toMatchObject({ name, members: [ada.person] })
    expect(await booking(ada, club)).toMatchObject({ verdict: 'applied' })
  })

  it('is not there for a stranger, who is never told its name', async () => {
    const club = await made(root, [ada.person], {
      name: 'Silent club',
      client: 'Silent client',
      code: 'SILENT',
    })
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
    const attic = await made(root, [ada.person], { archived: true })
    const verdict = await booking(mallory, attic)
    expect(verdict).toMatchObject(refused({ code: 'project.not-yours', project: attic.id }))
    expect(JSON.stringify(verdict)).not.toContain(name)
    expect(await booking(ada, attic)).toMatchObject(refused({ code: 'project.archived', name }))
  })

  it('is told to nobody by the history, the reports or the weeks of another', async () => {
    const club = await made(root, [ada.person], { name: 'Silent club' })
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
    const club = await made(root, [ada.person, mallory.person])
    for (const who of [grace, root]) {
      expect(await seen(who, club)).toMatchObject({ name, members: [ada.person, mallory.person] })
    }
    expect(await booking(grace, club)).toMatchObject(refused({ code: 'project.not-yours' }))
  })

  it('comes to a new member with the next news', async () => {
    const club = await made(root, [ada.person])
    const { cursor } = await mallory.pull()
    await changed(root, club, { members: [ada.person, mallory.person] })
    expect(inFeed(await mallory.pull(cursor), club.id)).toMatchObject({ name, members: [mallory.person] })
    expect(await booking(mallory, club)).toMatchObject({ verdict: 'applied' })
  })

  it('keeps its name for a former member, who cannot book on it any more', async () => {
    const club = await made(root, [ada.person, mallory.person])
    const hour = put(club.id)
    await mallory.push([hour])
    const { cursor } = await mallory.pull()
    const renamed = await changed(root, club, { members: [ada.person], name: 'Quiet harbour II' })
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
    const empty = await made(root, [])
    expect(await seen(ada, empty)).toBeUndefined()
    expect(await booking(ada, empty)).toMatchObject(refused({ code: 'project.not-yours' }))
  })

  it('takes a late hour only of who is still a member when it is accepted', async () => {
    const lin = await somebody()
    const grace = await approver()
    const club = await made(root, [lin.person])
    const submit = step('week.submit', lin, '2026-W47')
    const approve = step('week.approve', lin, '2026-W47', submit.id)
    await lin.push([submit])
    await grace.push([approve])
    const late = put(club.id)
    expect(words(await lin.push([late]))).toEqual(['late'])
    await changed(root, club, { members: [] })
    expect(words(await grace.push([decision('late.accept', lin, late.id)]))).toEqual(['project.not-yours'])
  })
})

describe('a project that was for everybody', () => {
  it('stays visible to who could see it when it becomes members-only, and not to who joins later', async () => {
    const open = await made(root, null)
    expect(await booking(mallory, open)).toMatchObject({ verdict: 'applied' })
    const { cursor } = await mallory.pull()
    const club = await changed(root, open, { members: [ada.person] })
    const later = await somebody()
    expect(inFeed(await mallory.pull(cursor), open.id)).toMatchObject({ name, members: [] })
    expect(await seen(mallory, club)).toMatchObject({ name, members: [] })
    expect(await booking(mallory, club)).toMatchObject(refused({ code: 'project.not-yours' }))
    expect(await seen(later, club)).toBeUndefined()
    expect(await booking(later, club)).toMatchObject(refused({ code: 'project.not-yours' }))
  })

  it('is known on through every change after that', async () => {
    const lin = await somebody()
    let club = await changed(root, await made(root, [lin.person]), { members: [ada.person] })
    club = await changed(root, club, { members: [mallory.person] })
    const later = await somebody()
    for (const who of [lin, ada, mallory]) expect(await seen(who, club)).toMatchObject({ name })
    expect(await seen(later, club)).toBeUndefined()
    club = await changed(root, club, { members: null })
    expect(await seen(later, club)).toMatchObject({ name, members: null })
    expect(await booking(later, club)).toMatchObject({ verdict: 'applied' })
    club = await changed(root, club, { members: [] })
    expect(await seen(later, club)).toMatchObject({ name, members: [] })
  })
})

it('keeps a project that says nothing of members for everybody', async () => {
  const open = await project()
  expect(await seen(await somebody(), open)).toMatchObject({ members: null })
})
