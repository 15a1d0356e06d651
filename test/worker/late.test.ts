// Late hours between two weeks and taken back: what was settled stays so, and nothing is in the way.
import { beforeAll, describe, expect, it } from 'vitest'
import { administrator, jsonOf, project, put, remove, sheetOf, type Somebody, step, words } from './api.ts'
import { friday, later, ofEntry, told, week } from './life.ts'
import { approvedBy, decision, took } from './managed.ts'

let bridge: string
let root: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
})

describe('what was settled', () => {
  it('stays so for the hours of both weeks when a late move between them is accepted', async () => {
    const september = '2026-W37'
    const [stays, goes] = [put(bridge, { date: '2026-09-08' }), put(bridge, { date: '2026-09-10' })]
    const { ada, grace } = await approvedBy(root, september, stays, goes)
    const move = put(bridge, { entry: goes.entry, base: goes.id, date: friday, seenBefore: null })
    expect(await took(ada, move)).toEqual(['late'])
    const accept = decision('late.accept', ada, move.id)
    await took(grace, accept)
    expect(sheetOf(await grace.pull(), ada, september)).toMatchObject({
      week: { status: 'approved', version: accept.id, settled: [stays.id] },
      entries: [{ id: stays.entry }],
      before: [{ id: stays.entry }],
    })
  })
})

describe('a late hour that its owner takes back', () => {
  it('is decided by nobody any more, and never was in the way', async () => {
    const { ada, grace } = await approvedBy(root, week)
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
    const { ada, grace } = await approvedBy(root, week)
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

describe('a late hour that was left behind when its week was opened again', () => {
  it('makes way for the next one, and stays in the history', async () => {
    const hour = put(bridge, { date: friday, minutes: 60 })
    const { ada, grace, approve } = await approvedBy(root, week, hour)
    const on = { entry: hour.entry, date: friday }
    const left = put(bridge, { ...on, base: hour.id, minutes: 90 })
    expect(await took(ada, left)).toEqual(['late'])
    const reopen = { ...step('week.reopen', ada, week, approve.id), reason: 'Friday' }
    await took(grace, reopen)
    const edit = put(bridge, { ...on, base: hour.id, minutes: 120, seen: reopen.id })
    const again = step('week.submit', ada, week, reopen.id)
    expect(await took(ada, edit, again)).toEqual(['applied', 'applied'])
    await took(grace, step('week.approve', ada, week, again.id))
    const next = put(bridge, { ...on, base: edit.id, minutes: 150, seen: reopen.id })
    expect(await took(ada, next)).toEqual(['late'])
    await took(grace, decision('late.accept', ada, left.id, next.id))
    expect(await jsonOf(ada.call(`/api/weeks/me/${week}`))).toMatchObject({
      minutes: 150,
      late: [{ id: left.id, status: 'accepted', minutes: 150, before: { minutes: 120 } }],
    })
    const changes = (await ofEntry(ada, hour.entry)).map(({ change }) => change)
    expect(changes).toEqual([expect.any(String), next.id, edit.id, left.id, hour.id])
  })
})
