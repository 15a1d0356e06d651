// Late hours between two weeks and taken back: what was settled stays so, and nothing is in the way.
import { beforeAll, describe, expect, it } from 'vitest'
import type { HistoryStep } from '../../worker/domain/history.ts'
import type { Sheet } from '../../worker/domain/sheet.ts'
import { administrator, jsonOf, newId, project, put, remove, type Somebody, step, words } from './api.ts'
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
describe('what was settled', () => {
  const sheetOf = async (who: Somebody, { person }: Somebody, name: string) =>
    (await who.pull()).rows.find(
      (row): row is Sheet => row.kind === 'sheet' && row.week.person === person && row.week.week === name,
    )

  it('stays so for the hours of both weeks when a late move between them is accepted', async () => {
    const { ada, grace } = await both()
    const september = '2026-W37'
    const [stays, goes] = [put(bridge, { date: '2026-09-08' }), put(bridge, { date: '2026-09-10' })]
    const submit = step('week.submit', ada, september)
    await took(ada, stays, goes, submit)
    const approve = step('week.approve', ada, september, submit.id)
    await took(grace, approve)
    const move = put(bridge, { entry: goes.entry, base: goes.id, date: friday, seenBefore: null })
    expect(await took(ada, move)).toEqual(['late'])
    const accept = decision('late.accept', ada, move.id)
    await took(grace, accept)
    expect(await sheetOf(grace, ada, september)).toMatchObject({
      week: { status: 'approved', version: accept.id, settled: [stays.id] },
      entries: [{ id: stays.entry }],
      before: [{ id: stays.entry }],
    })
  })
})

describe('a late hour that its owner takes back', () => {
  it('is decided by nobody any more, and never was in the way', async () => {
    const { ada, grace } = await both()
    const submit = step('week.submit', ada, week)
    await took(ada, submit)
    await took(grace, step('week.approve', ada, week, submit.id))
    const late = put(bridge, { date: friday })
    const gone = remove(late.entry, late.id)
    expect(await took(ada, late)).toEqual(['late'])
    expect(await took(ada, gone)).toEqual(['late'])
    expect(await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}`))).toMatchObject({
      minutes: 0,
      late: [{ status: 'dropped' }],
    })
    expect(words(await grace.push([decision('late.accept', ada, late.id, gone.id)]))).toEqual([
      'late.settled',
    ])
    expect(told(await ofEntry(ada, late.entry))).toEqual(['entry.delete late', 'entry.put late'])
  })

  it('goes where she moves it, and waits there for Grace', async () => {
    const { ada, grace } = await both()
    const submit = step('week.submit', ada, week)
    await took(ada, submit)
    await took(grace, step('week.approve', ada, week, submit.id))
    const late = put(bridge, { date: friday })
    const moved = put(bridge, { entry: late.entry, base: late.id, date: later })
    expect(await took(ada, late, moved)).toEqual(['late', 'late'])
    await took(grace, decision('late.accept', ada, late.id, moved.id))
    expect(await jsonOf(ada.call('/api/weeks/me/2026-W48'))).toMatchObject({
      minutes: 60,
      entries: [{ id: late.entry, version: moved.id }],
    })
  })
})
