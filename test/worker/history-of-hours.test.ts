// The history of an hour, as Ada and Grace read it: every change of it, who made it, and nobody else’s.
import { beforeAll, describe, expect, it } from 'vitest'
import { administrator, approver, jsonOf, project, put, remove, somebody, type Somebody } from './api.ts'
import { friday, life, ofEntry, told } from './life.ts'
import { decision, managedBy, took } from './managed.ts'

let bridge: string
let root: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
})

describe('the history of an hour', () => {
  it('goes from its making to its end, and back', async () => {
    const { ada } = await managedBy(root)
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
    const { ada, grace, changes } = await life(root, bridge)
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
    const { ada, grace, changes } = await life(root, bridge)
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
    const { ada } = await managedBy(root)
    const mallory = await somebody()
    const hour = put(bridge, { date: friday, note: 'Ada’s' })
    await took(ada, hour)
    await took(mallory, put(bridge, { date: friday, entry: hour.entry, note: 'Mallory’s' }))
    expect(JSON.stringify(await ofEntry(ada, hour.entry))).not.toContain('Mallory’s')
    expect(JSON.stringify(await ofEntry(mallory, hour.entry))).not.toContain('Ada’s')
  })
})
