// The history of a week, as Ada and Grace read it: every step, who made it, and nobody else’s.
import { beforeAll, describe, expect, it } from 'vitest'
import {
  administrator,
  approver,
  at,
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
import { friday, later, life, ofEntry, ofWeek, told, week } from './life.ts'
import { mostSteps, type HistoryStep } from '../../worker/domain/history.ts'
import { approvedBy, comment, decision, managedBy, took } from './managed.ts'

let bridge: string
let root: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
})

/** So many changes, each going on from the one before. */
function again<Change extends { id: string }>(
  count: number,
  first: string,
  next: (base: string, place: number) => Change,
): Change[] {
  const changes: Change[] = []
  for (let place = 0; place < count; place++) changes.push(next(changes.at(-1)?.id ?? first, place))
  return changes
}

describe('the history of a week', () => {
  it('has every step, newest first, in the same words for Ada and for Grace', async () => {
    const { ada, grace, changes } = await life(root, bridge)
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
    const { ada, grace, changes } = await life(root, bridge)
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
    const { ada, grace } = await managedBy(root)
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
    const { ada, grace, submit, approve } = await approvedBy(root, week)
    const hour = put(bridge, { date: later })
    const move = put(bridge, { entry: hour.entry, base: hour.id, date: friday, seenBefore: null })
    expect(await took(ada, hour, move)).toEqual(['applied', 'late'])
    const changes = (await ofWeek(grace, ada.person)).map(({ change }) => change)
    expect(changes).toEqual([move.id, hour.id, approve.id, submit.id])
  })

  it('has a withdrawal and an opening again, with its reason', async () => {
    const { ada, grace } = await managedBy(root)
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

  it('always has what Grace decided and what was said, however much Ada does after it, and says what is left out', async () => {
    const { ada, grace } = await managedBy(root)
    const hour = put(bridge, { date: friday })
    const submit = step('week.submit', ada, week)
    const said = comment(ada, week, 'Done')
    await took(ada, hour, submit, said)
    const back = { ...step('week.return', ada, week, submit.id), reason: 'Check Friday' }
    await took(grace, back)
    const whole = await jsonOf(ada.call(`/api/weeks/me/${week}/history`))
    expect([whole.history.length, whole.more]).toEqual([4, false])
    await took(
      ada,
      ...again(mostSteps, hour.id, (base) => put(bridge, { date: friday, entry: hour.entry, base })),
    )
    const edited = await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}/history`))
    const kept = edited.history.map(({ change }: HistoryStep) => change)
    expect(kept).toEqual(expect.arrayContaining([submit.id, said.id, back.id]))
    expect([kept.length, kept.includes(hour.id), edited.more]).toEqual([mostSteps + 3, false, true])
    const ofHour = await jsonOf(ada.call(`/api/timesheets/${hour.entry}/history`))
    expect([ofHour.history.length, ofHour.more]).toEqual([mostSteps, true])
    const kinds = ['week.submit', 'week.withdraw']
    await took(
      ada,
      ...again(mostSteps, back.id, (base, place) => step(kinds[place % 2] ?? '', ada, week, base)),
    )
    const stepped = (await ofWeek(ada)).map(({ change }) => change)
    expect(stepped).toContain(back.id)
    expect(stepped).not.toContain(submit.id)
  })

  it('is empty where nothing has happened, and has nothing of the weeks beside it', async () => {
    const { ada } = await life(root, bridge)
    for (const other of ['2026-W46', '2026-W48']) expect(await ofWeek(ada, 'me', other)).toEqual([])
  })

  it('is not told to Mallory, nor to an approver of others, who learn no id of hers', async () => {
    const { ada, changes } = await life(root, bridge)
    for (const who of [await somebody(), await approver(), root]) {
      const response = await who.call(`/api/weeks/${ada.person}/${week}/history`)
      expect([response.status, (await jsonOf(response.clone())).code]).toEqual([403, 'week.not-yours'])
      const text = await response.text()
      for (const { id } of Object.values(changes)) expect(text).not.toContain(id)
    }
  })

  it('has nothing of what strangers tried, and nothing of theirs', async () => {
    const { ada, grace, changes } = await life(root, bridge)
    const mallory = await approver()
    await mallory.push([
      step('week.reopen', ada, week, changes.accept.id),
      decision('late.accept', ada, changes.unwanted.id),
      comment(ada, week, 'Hello'),
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
    const { ada, grace } = await life(root, bridge)
    await took(root, await personPut(root, ada.person, { manager: root.person }))
    expect((await grace.call(`/api/weeks/${ada.person}/${week}/history`)).status).toBe(403)
    expect((await ofWeek(root, ada.person)).length).toBe(13)
  })
})
