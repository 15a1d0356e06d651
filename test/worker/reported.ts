// What reports are asked for: hours of Ada and Lin, for whom Grace acts, and of Mallory, for whom she does not.
import type { Line, Report } from '../../worker/domain/report.ts'
import {
  administrator,
  approver,
  jsonOf,
  project,
  put,
  remove,
  somebody,
  type Somebody,
  step,
} from './api.ts'
import { answersTo, decision, took } from './managed.ts'

/** All hours of Ada and Lin that count, and those of them in approved weeks. */
export const counted = { ada: [60, 90, 30, 45, 15], lin: [120, 7] }
export const approved = { ada: 60 + 90 + 15, lin: 0 }

/** Ada and Lin answer to Grace, Mallory to `other`, like everybody else here. */
export async function reported() {
  const root = await administrator()
  const [bridge, attic] = await Promise.all([
    project({ name: 'Harbour bridge' }).then(({ id }) => id),
    project({ name: 'Attic', client: 'Smith', code: 'AT', colour: '#111111' }).then(({ id }) => id),
  ])
  const [grace, other] = await Promise.all([approver(), approver()])
  const [ada, lin, mallory] = await Promise.all([somebody(), somebody(), somebody()])
  for (const [who, manager] of [
    [ada, grace],
    [lin, grace],
    [mallory, other],
  ] as const) {
    await answersTo(root, who, { manager: manager.person })
  }
  // Week 46: approved, with a late hour that is accepted, one that is declined and one that nobody has decided.
  const hours = [
    put(bridge, { date: '2026-11-09', minutes: 60 }),
    put(attic, { date: '2026-11-15', minutes: 90, zone: null }),
  ]
  const deleted = put(bridge, { date: '2026-11-10', minutes: 200 })
  const submit = step('week.submit', ada, '2026-W46')
  await took(ada, ...hours, deleted, remove(deleted.entry, deleted.id), submit)
  const approve = step('week.approve', ada, '2026-W46', submit.id)
  await took(grace, approve)
  const late = (minutes: number) => put(bridge, { date: '2026-11-11', minutes, note: 'Late' })
  const [accepted, declined, undecided] = [late(15), late(25), late(35)]
  await took(ada, accepted, declined, undecided)
  await took(grace, decision('late.accept', ada, accepted.id), decision('late.decline', ada, declined.id))
  // Week 47: submitted; and 48: nothing was done with it yet.
  const timed = {
    date: '2026-11-16',
    minutes: 30,
    start: '2026-11-16T09:00+01:00',
    end: '2026-11-16T09:30+01:00',
  }
  await took(ada, put(attic, timed), step('week.submit', ada, '2026-W47'))
  await took(ada, put(bridge, { date: '2026-11-23', minutes: 45, note: '=1+1' }))
  await took(
    lin,
    put(bridge, { date: '2026-11-09', minutes: 120 }),
    put(attic, { date: '2026-11-30', minutes: 7 }),
  )
  await took(mallory, put(bridge, { date: '2026-11-09', minutes: 999, note: 'Mallory only' }))
  return { root, grace, other, ada, lin, mallory, bridge, attic }
}

export const span = 'from=2026-11-09&to=2026-11-30'
export const report = async (who: Somebody, query: string): Promise<Report> =>
  jsonOf(who.call(`/api/reports?${span}&${query}`))
export async function lines(who: Somebody, query = ''): Promise<Line[]> {
  return (await jsonOf(who.call(`/api/reports?${span}&by=entry${query}`))).lines
}
