// History, as Ada and Grace read it: every change of an hour and every step of a week, who made it, and nobody else's.
import { beforeAll, describe, expect, it } from 'vitest'
import type { HistoryStep } from '../../worker/domain/history.ts'
import {
  administrator,
  approver,
  jsonOf,
  newId,
  personPut,
  project,
  put,
  remove,
  somebody,
  type Somebody,
  step,
} from './api.ts'
import { managedBy, took } from './managed.ts'

let bridge: string
let root: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
})

const week = '2026-W47'
const [friday, later] = ['2026-11-20', '2026-11-27']
const at = '2026-11-21T09:00:00.000Z'

const both = () => managedBy(root)

const ofWeek = async (who: Somebody, owner = 'me', name = week): Promise<HistoryStep[]> =>
  (await jsonOf(who.call(`/api/weeks/${owner}/${name}/history`))).history
const ofEntry = async (who: Somebody, entry: string, query = ''): Promise<HistoryStep[]> =>
  (await jsonOf(who.call(`/api/timesheets/${entry}/history${query}`))).history
const told = (history: HistoryStep[]) => history.map(({ kind, verdict }) => `${kind} ${verdict}`)

const decision = (kind: 'late.accept' | 'late.decline', { person }: Somebody, late: string, base = late) => ({
  id: newId(),
  kind,
  person,
  late,
  base,
  at,
  ...(kind === 'late.decline' && { reason: 'Not on this project' }),
})
const comment = ({ person }: Somebody, note: string) => ({
  id: newId(),
  kind: 'comment.add',
  person,
  week,
  note,
  at,
})

/** All that can happen to an hour and its week, in order. */
async function life() {
  const { ada, grace } = await both()
  const created = put(bridge, { date: friday, note: 'Survey' })
  const edited = put(bridge, { date: friday, entry: created.entry, base: created.id, minutes: 90 })
  const submit = step('week.submit', ada, week)
  const late = put(bridge, { date: friday, minutes: 15 })
  const said = comment(ada, 'Done')
  await took(ada, created, edited, submit, late, said)
  const back = { ...step('week.return', ada, week, late.id), reason: 'Check Friday' }
  await took(grace, back)
  const again = step('week.submit', ada, week, back.id)
  await took(ada, again)
  const approve = step('week.approve', ada, week, again.id)
  const answered = comment(ada, 'Thank you')
  await took(grace, approve, answered)
  const [wanted, unwanted] = [
    put(bridge, { date: friday, minutes: 20 }),
    put(bridge, { date: friday, minutes: 25 }),
  ]
  expect(await took(ada, wanted, unwanted)).toEqual(['late', 'late'])
  const accept = decision('late.accept', ada, wanted.id)
  const decline = decision('late.decline', ada, unwanted.id)
  await took(grace, accept, decline)
  const changes = {
    created,
    edited,
    submit,
    late,
    said,
    back,
    again,
    approve,
    answered,
    wanted,
    unwanted,
    accept,
    decline,
  }
  return { ada, grace, changes }
}

describe('the history of a week', () => {
  it('has every step, newest first, in the same words for Ada and for Grace', async () => {
    const { ada, grace, changes } = await life()
    const history = await ofWeek(ada)
    expect(history.map(({ change }) => change)).toEqual(
      Object.values(changes)
        .map(({ id }) => id)
        .toReversed(),
    )
    expect(told(history)).toEqual([
      'late.decline applied',
      'late.accept applied',
      'entry.put late',
      'entry.put late',
      'comment.add applied',
      'week.approve applied',
      'week.submit applied',
      'week.return applied',
      'comment.add applied',
      'entry.put applied',
      'week.submit applied',
      'entry.put applied',
      'entry.put applied',
    ])
    expect(await ofWeek(grace, ada.person)).toEqual(history)
  })

  it('says who, with what, when, why, what it was and what it became', async () => {
    const { ada, grace, changes } = await life()
    const byId = new Map((await ofWeek(ada)).map((each) => [each.change, each]))
    expect(byId.get(changes.back.id)).toMatchObject({
      by: { person: grace.person },
      client: 'timesheets-app',
      at,
      received: expect.stringMatching(/Z$/),
      was: changes.late.id,
      became: { kind: 'week', status: 'returned', note: 'Check Friday' },
    })
    expect(byId.get(changes.edited.id)).toMatchObject({
      by: { person: ada.person },
      was: changes.created.id,
      became: { minutes: 90 },
    })
    expect(byId.get(changes.answered.id)).toMatchObject({
      by: { person: grace.person },
      became: { note: 'Thank you' },
    })
    expect(byId.get(changes.decline.id)).toMatchObject({
      by: { person: grace.person },
      became: { kind: 'late', status: 'declined', reason: 'Not on this project' },
    })
    expect(byId.get(changes.accept.id)).toMatchObject({
      became: { kind: 'late', status: 'accepted', minutes: 20 },
    })
  })

  it('keeps an hour that has left the week, or is deleted, after it was decided', async () => {
    const { ada, grace } = await both()
    const [goes, dies] = [put(bridge, { date: friday }), put(bridge, { date: friday })]
    const submit = step('week.submit', ada, week)
    await took(ada, goes, dies, submit)
    const back = { ...step('week.return', ada, week, submit.id), reason: 'Wrong week' }
    await took(grace, back)
    const moved = put(bridge, { entry: goes.entry, base: goes.id, date: later })
    const gone = remove(dies.entry, dies.id)
    await took(ada, moved, gone)
    const changes = (await ofWeek(ada)).map(({ change }) => change)
    expect(changes).toEqual([gone.id, moved.id, back.id, submit.id, dies.id, goes.id])
  })

  it('tells of an hour that would come late from another week what it was there', async () => {
    const { ada, grace } = await both()
    const submit = step('week.submit', ada, week)
    await took(ada, submit)
    const approve = step('week.approve', ada, week, submit.id)
    await took(grace, approve)
    const hour = put(bridge, { date: later })
    const move = put(bridge, { entry: hour.entry, base: hour.id, date: friday, seenBefore: null })
    expect(await took(ada, hour, move)).toEqual(['applied', 'late'])
    const changes = (await ofWeek(grace, ada.person)).map(({ change }) => change)
    expect(changes).toEqual([move.id, hour.id, approve.id, submit.id])
  })

  it('has a withdrawal and an opening again, with its reason', async () => {
    const { ada, grace } = await both()
    const submit = step('week.submit', ada, week)
    const withdraw = step('week.withdraw', ada, week, submit.id)
    const again = step('week.submit', ada, week, withdraw.id)
    await took(ada, submit, withdraw, again)
    const approve = step('week.approve', ada, week, again.id)
    const reopen = { ...step('week.reopen', ada, week, approve.id), reason: 'Wrong project' }
    await took(grace, approve, reopen)
    const history = await ofWeek(ada)
    expect(told(history)).toEqual([
      'week.reopen applied',
      'week.approve applied',
      'week.submit applied',
      'week.withdraw applied',
      'week.submit applied',
    ])
    expect(history[0]).toMatchObject({ became: { status: 'open', note: 'Wrong project' } })
  })

  it('is empty where nothing has happened, and has nothing of the weeks beside it', async () => {
    const { ada } = await life()
    for (const other of ['2026-W46', '2026-W48']) expect(await ofWeek(ada, 'me', other)).toEqual([])
  })

  it('is not told to Mallory, nor to an approver of others, who learn no id of hers', async () => {
    const { ada, changes } = await life()
    for (const who of [await somebody(), await approver(), root]) {
      const response = await who.call(`/api/weeks/${ada.person}/${week}/history`)
      expect([response.status, (await jsonOf(response.clone())).code]).toEqual([403, 'week.not-yours'])
      const text = await response.text()
      for (const { id } of Object.values(changes)) expect(text).not.toContain(id)
    }
  })

  it('has nothing of what strangers tried, and nothing of theirs', async () => {
    const { ada, grace, changes } = await life()
    const mallory = await approver()
    await mallory.push([
      step('week.reopen', ada, week, changes.accept.id),
      decision('late.accept', ada, changes.unwanted.id),
      comment(ada, 'Hello'),
      { id: newId(), kind: 'week.approve', person: ada.person },
      put(bridge, { entry: changes.created.entry, date: friday }),
    ])
    const text = JSON.stringify([
      await ofWeek(ada),
      await ofWeek(grace, ada.person),
      await ofEntry(ada, changes.created.entry),
    ])
    expect(text).not.toContain(mallory.person)
    const ids = new Set([...text.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g)].map(([id]) => id))
    const known = new Set([
      ada.person,
      grace.person,
      bridge,
      ...Object.values(changes).flatMap((change) => [change.id, 'entry' in change ? change.entry : '']),
    ])
    expect([...ids].filter((id) => !known.has(id))).toEqual([])
  })

  it('is no more told to who was her manager once', async () => {
    const { ada, grace } = await life()
    await took(root, await personPut(root, ada.person, { manager: root.person }))
    expect((await grace.call(`/api/weeks/${ada.person}/${week}/history`)).status).toBe(403)
    expect((await ofWeek(root, ada.person)).length).toBe(13)
  })
})

describe('the history of an hour', () => {
  it('goes from its making to its end, and back', async () => {
    const { ada } = await both()
    const created = put(bridge, { date: friday, note: 'Survey' })
    const edited = put(bridge, { date: friday, entry: created.entry, base: created.id, minutes: 90 })
    const gone = remove(created.entry, edited.id)
    const back = put(bridge, { date: friday, entry: created.entry, base: gone.id })
    await took(ada, created, edited, put(bridge, { date: friday }), gone, back)
    const history = await ofEntry(ada, created.entry)
    expect(history.map(({ change, was }) => [change, was])).toEqual([
      [back.id, gone.id],
      [gone.id, edited.id],
      [edited.id, created.id],
      [created.id, null],
    ])
    expect(history.map(({ became }) => became)).toMatchObject([
      { deleted: false, minutes: 60 },
      { deleted: true, minutes: 90 },
      { minutes: 90 },
      { minutes: 60, note: 'Survey' },
    ])
  })

  it('has what was proposed for it late, and what was decided on that', async () => {
    const { ada, grace, changes } = await life()
    const edit = put(bridge, {
      date: friday,
      entry: changes.created.entry,
      base: changes.edited.id,
      minutes: 75,
    })
    expect(await took(ada, edit)).toEqual(['late'])
    const accept = decision('late.accept', ada, edit.id)
    await took(grace, accept)
    const history = await ofEntry(ada, changes.created.entry)
    expect(told(history)).toEqual([
      'late.accept applied',
      'entry.put late',
      'entry.put applied',
      'entry.put applied',
    ])
    expect(history[0]).toMatchObject({ change: accept.id, by: { person: grace.person } })
    expect(told(await ofEntry(ada, changes.unwanted.entry))).toEqual([
      'late.decline applied',
      'entry.put late',
    ])
  })

  it('is read by Grace too, who says whose it is, and by nobody else', async () => {
    const { ada, grace, changes } = await life()
    const { entry } = changes.created
    expect(await ofEntry(grace, entry, `?person=${ada.person}`)).toEqual(await ofEntry(ada, entry))
    expect((await grace.call(`/api/timesheets/${entry}/history`)).status).toBe(404)
    for (const who of [await somebody(), await approver(), root]) {
      const named = await who.call(`/api/timesheets/${entry}/history?person=${ada.person}`)
      expect([named.status, (await jsonOf(named)).code]).toEqual([403, 'week.not-yours'])
      const own = await who.call(`/api/timesheets/${entry}/history`)
      expect([own.status, (await jsonOf(own)).code]).toEqual([404, 'entry.unknown'])
    }
  })

  it('is of one’s own hour, though another person’s has the same id', async () => {
    const { ada } = await both()
    const mallory = await somebody()
    const hour = put(bridge, { date: friday, note: 'Ada’s' })
    await took(ada, hour)
    await took(mallory, put(bridge, { date: friday, entry: hour.entry, note: 'Mallory’s' }))
    expect(JSON.stringify(await ofEntry(ada, hour.entry))).not.toContain('Mallory’s')
    expect(JSON.stringify(await ofEntry(mallory, hour.entry))).not.toContain('Ada’s')
  })
})
