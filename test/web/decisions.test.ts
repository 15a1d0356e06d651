// Grace decides about weeks of others on her phone: about exactly what was on her screen, and each word she typed is kept.
import { describe, expect, it } from 'vitest'
import { entriesOf } from '#domain/book.ts'
import { weekKey } from '#domain/change.ts'
import { versionsOf } from '#domain/sheet.ts'
import { cards } from '../../web/data/cards.ts'
import type { Device } from '../../web/data/device.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { asFile } from '../../web/data/outbox-file.ts'
import { sync } from '../../web/data/sync.ts'
import { adasPage, bookOn, hour, outboxOf, save } from './arrange.ts'
import { Phone } from './platform.ts'
import { people } from './set-up.ts'
import { approve, submitted, versionOn, week } from './weeks.ts'
import { World } from './world.ts'

const of = { person: people.Ada, week }
const adas = weekKey(people.Ada, week)

/** The week is submitted; and while Grace was without a network, Ada took the week back and submitted another. */
async function changedMeanwhile() {
  const story = await submitted()
  const { ada, entry, saw, grace } = story
  await save(grace, { kind: 'week.return', ...of, saw, reason: 'Friday is missing' }, 'Grace')
  const { id } = await save(ada, { kind: 'week.withdraw', week, saw })
  await save(ada, hour({ entry, minutes: 120 }))
  await save(ada, { kind: 'week.submit', week, saw: id })
  await sync(ada)
  expect(await sync(grace)).toMatchObject({ outcome: 'done', refused: 1 })
  return story
}

/** Grace's approval of what is on her screen. */
async function approvalOn(grace: Device) {
  const entries = versionsOf(entriesOf(await bookOn(grace, people.Grace), people.Ada, week))
  return { kind: 'week.approve', ...of, saw: await versionOn(grace, people.Grace), entries } as const
}

describe('a decision', () => {
  it('is about the version that was on the screen, and is shown at once', async () => {
    const { world, grace } = await submitted()
    const approval = await approvalOn(grace)
    await save(grace, approval, 'Grace')
    expect((await bookOn(grace, people.Grace)).weeks.get(adas)).toMatchObject({
      status: 'approved',
      number: 0,
    })
    const [item] = await outboxOf(grace, people.Grace)
    expect(item?.change).toMatchObject({ base: approval.saw, entries: [expect.any(String)] })
    expect(await sync(grace)).toMatchObject({ outcome: 'done', delivered: 1 })
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'approved', byName: 'Grace of ABC' })
    expect(await keep(grace, people.Grace, approval)).toMatchObject({ refused: { code: 'week.stale' } })
  })

  it('is not repeated on a version that Grace has not seen', async () => {
    const { world, grace, saw } = await changedMeanwhile()
    const stale = { code: 'week.stale', week, status: 'submitted' }
    expect(cards(await outboxOf(grace, people.Grace))).toMatchObject([{ thing: adas, problem: stale }])
    expect(await retry(grace, people.Grace, adas)).toEqual({ refused: stale })
    expect(await outboxOf(grace, people.Grace)).toMatchObject([{ change: { base: saw }, problem: stale }])
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'submitted' })
  })

  it('made anew after a look takes the place of the one that was refused', async () => {
    const { world, grace } = await changedMeanwhile()
    await save(grace, await approvalOn(grace), 'Grace')
    expect(await outboxOf(grace, people.Grace)).toMatchObject([
      { change: { kind: 'week.approve' }, problem: null },
    ])
    expect(await sync(grace)).toMatchObject({ delivered: 1, refused: 0 })
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'approved' })
  })

  it('that was refused can be given up, and its reason is in the file until then', async () => {
    const { grace } = await changedMeanwhile()
    const items = await outboxOf(grace, people.Grace)
    expect(await asFile(items, []).text()).toContain(`Friday is missing,week.return`)
    expect(await discard(grace, people.Grace, adas)).toBe(true)
    expect(await outboxOf(grace, people.Grace)).toEqual([])
  })

  it('about a late hour is not repeated either when the hour has changed', async () => {
    const { world, ada, tablet, grace } = await submitted()
    approve(world)
    const late = await save(tablet, hour({ minutes: 30 }))
    expect(await sync(tablet)).toMatchObject({ delivered: 1 })
    await sync(grace)
    const proposal = world.api.latesOf('Ada')[0]
    const decision = { person: people.Ada, late: proposal?.id ?? '', saw: late.id }
    await save(grace, { kind: 'late.accept', ...decision }, 'Grace')
    // Another approver was faster.
    const made = { id: crypto.randomUUID(), at: '2026-11-21T09:00:00.000Z' }
    const { late: id, person } = decision
    world.api.act('Grace', { ...made, kind: 'late.decline', person, late: id, base: late.id, reason: 'no' })
    await sync(grace)
    expect(await retry(grace, people.Grace, id)).toMatchObject({ refused: { code: 'late.settled' } })
    await sync(ada)
    expect((await bookOn(ada)).lates.get(`${people.Ada} ${id}`)).toMatchObject({ status: 'declined' })
  })

  it('is no approval on top of a late hour that she has accepted and nobody has confirmed', async () => {
    const { world, ada, tablet, grace } = await submitted()
    const made = () => ({ ...of, id: crypto.randomUUID(), at: '2026-11-21T09:00:00.000Z' })
    const saw = approve(world)
    await save(tablet, hour({ minutes: 30 }))
    await sync(tablet)
    const reopen = { ...made(), kind: 'week.reopen' as const, base: saw, reason: 'The late one' }
    expect(world.api.act('Grace', reopen)).toMatchObject({ verdict: 'applied' })
    await sync(ada)
    await save(ada, { kind: 'week.submit', week, saw: reopen.id })
    await sync(ada)
    await sync(grace)
    const [late] = world.api.latesOf('Ada')
    const about = { person: people.Ada, late: late?.id ?? '', saw: late?.version ?? '' }
    await save(grace, { kind: 'late.accept', ...about }, 'Grace')
    const ahead = await keep(grace, people.Grace, await approvalOn(grace))
    expect(ahead).toMatchObject({ refused: { code: 'week.stale' } })

    await sync(grace)
    await save(grace, await approvalOn(grace), 'Grace')
    expect(await sync(grace)).toMatchObject({ delivered: 1, refused: 0 })
  })

  it('without a reason is refused here, for it could not be sent', async () => {
    const { grace, saw } = await submitted()
    expect(await keep(grace, people.Grace, { kind: 'week.return', ...of, saw, reason: ' ' })).toEqual({
      refused: { code: 'input.invalid', issues: [{ path: 'reason', reason: 'must not be empty' }] },
    })
    expect(await outboxOf(grace, people.Grace)).toEqual([])
  })
})

describe("the owner's step", () => {
  it('is retried on the newest version', async () => {
    const { world, ada, saw } = await submitted()
    const { id } = await save(ada, { kind: 'week.withdraw', week, saw })
    const tablet = await adasPage(world, new Phone(world))
    await save(tablet, { kind: 'week.withdraw', week, saw })
    const again = { kind: 'week.submit' as const, week, saw: await versionOn(tablet, people.Ada) }
    const { id: newest } = await save(tablet, again)
    await sync(tablet)
    expect(await sync(ada)).toMatchObject({ refused: 1 })
    expect(cards(await outboxOf(ada))).toMatchObject([{ problem: { code: 'week.stale' }, change: { id } }])
    expect(await retry(ada, people.Ada, adas)).toMatchObject({
      kept: { kind: 'week.withdraw', base: newest },
    })
    expect(await sync(ada)).toMatchObject({ delivered: 1 })
    expect(world.api.weekOf('Ada', week)).toMatchObject({ status: 'open' })
  })

  it('is refused here where there is nothing to withdraw', async () => {
    const world = new World()
    const ada = await adasPage(world, new Phone(world))
    expect(await keep(ada, people.Ada, { kind: 'week.withdraw', week, saw: null })).toMatchObject({
      refused: { code: 'week.stale', status: 'open' },
    })
  })
})

describe('what is no hour', () => {
  it('is delivered, retried and given up like one: comments, projects, people', async () => {
    const { world, grace } = await submitted()
    await save(grace, { kind: 'comment.add', ...of, note: 'What about Friday?' }, 'Grace')
    const values = { name: ' Dam ', client: 'City', code: 'DAM', colour: '#0f766e', archived: false }
    const dam = { kind: 'project.put' as const, ...values, members: [people.Lin], saw: null }
    const made = await save(grace, dam, 'Grace')
    expect(made).toMatchObject({ name: 'Dam', base: null })
    const lin = {
      kind: 'person.put' as const,
      name: 'Lin Park',
      email: null,
      from: '2026-02-01',
      until: null,
    }
    const terms = { target: 1200, manager: people.Grace, deputy: null, active: true }
    await save(grace, { ...lin, ...terms, person: people.Lin, saw: people.Lin }, 'Grace')
    expect(await sync(grace)).toMatchObject({ outcome: 'done', delivered: 3, refused: 0 })
    const book = await bookOn(grace, people.Grace)
    expect(book.people.get(people.Lin)).toMatchObject({
      name: 'Lin Park',
      manager: people.Grace,
      linked: true,
    })
    expect([...book.comments.values()]).toMatchObject([
      { note: 'What about Friday?', authorName: 'Grace of ABC' },
    ])
    expect(book.projects.get(made.project)).toMatchObject({ name: 'Dam', members: [people.Lin] })
    expect(world.api.projects.map(({ name }) => name)).toContain('Dam')
  })

  it('keeps a comment that the server refused, word by word', async () => {
    const { world, grace } = await submitted()
    const comment = await save(grace, { kind: 'comment.add', ...of, note: 'What about Friday?' }, 'Grace')
    world.api.act('Grace', {
      id: comment.id,
      at: comment.at,
      kind: 'comment.add',
      ...of,
      note: 'another comment of the same id',
    })
    expect(await sync(grace)).toMatchObject({ refused: 1 })
    const items = await outboxOf(grace, people.Grace)
    expect(await asFile(items, []).text()).toContain('What about Friday?,comment.add')
    expect(await retry(grace, people.Grace, comment.id)).toMatchObject({
      kept: { note: 'What about Friday?' },
    })
    expect(await outboxOf(grace, people.Grace)).toHaveLength(1)
    expect(await sync(grace)).toMatchObject({ delivered: 1, refused: 0 })
  })

  it('of a person is not lost to a decision about their sign-in', async () => {
    const { world, grace } = await submitted()
    const fields = {
      from: null,
      until: null,
      target: 1,
      manager: null,
      deputy: null,
      active: true,
      email: null,
    }
    const put = { kind: 'person.put' as const, person: people.Lin, name: 'Typed', ...fields, saw: people.Lin }
    await save(grace, put, 'Grace')
    world.api.act('Grace', { ...(await outboxOf(grace, people.Grace))[0]!.change, id: crypto.randomUUID() })
    expect(await sync(grace)).toMatchObject({ refused: 1 })
    const saw = (await bookOn(grace, people.Grace)).people.get(people.Lin)?.version ?? ''
    const move = { kind: 'identity.move' as const, person: people.Lin, to: people.Ada, saw }
    await save(grace, move, 'Grace')
    expect(cards(await outboxOf(grace, people.Grace))).toMatchObject([
      { change: { name: 'Typed' }, items: [{}] },
    ])
    expect(await sync(grace)).toMatchObject({ delivered: 1 })
  })
})
