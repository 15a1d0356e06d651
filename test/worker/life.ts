// The life of Ada's hours and of their week, and what histories tell of it.
import { expect } from 'vitest'
import type { HistoryStep } from '../../worker/domain/history.ts'
import { jsonOf, put, type Somebody, step } from './api.ts'
import { comment, decision, managedBy, took } from './managed.ts'

export const week = '2026-W47'
/** A day of that week, and one of the week after it. */
export const [friday, later] = ['2026-11-20', '2026-11-27']

export const ofWeek = async (who: Somebody, owner = 'me', name = week): Promise<HistoryStep[]> =>
  (await jsonOf(who.call(`/api/weeks/${owner}/${name}/history`))).history
export const ofEntry = async (who: Somebody, entry: string, query = ''): Promise<HistoryStep[]> =>
  (await jsonOf(who.call(`/api/timesheets/${entry}/history${query}`))).history
export const told = (history: HistoryStep[]) => history.map(({ kind, verdict }) => `${kind} ${verdict}`)

/** All that can happen to an hour and its week, in order. */
export async function life(root: Somebody, bridge: string) {
  const { ada, grace } = await managedBy(root)
  const created = put(bridge, { date: friday, note: 'Survey' })
  const edited = put(bridge, { date: friday, entry: created.entry, base: created.id, minutes: 90 })
  const submit = step('week.submit', ada, week)
  const late = put(bridge, { date: friday, minutes: 15 })
  const said = comment(ada, week, 'Done')
  await took(ada, created, edited, submit, late, said)
  const back = { ...step('week.return', ada, week, late.id), reason: 'Check Friday' }
  await took(grace, back)
  const again = step('week.submit', ada, week, back.id)
  await took(ada, again)
  const approve = step('week.approve', ada, week, again.id)
  const answered = comment(ada, week, 'Thank you')
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
