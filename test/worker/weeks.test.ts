// A week from its first hour to its approval, as Ada logs it and Grace decides on it.
import { beforeAll, describe, expect, it } from 'vitest'
import { addWeeks, weekOf as isoWeekOf } from '../../worker/domain/calendar.ts'
import {
  administrator,
  approver,
  jsonOf,
  project,
  put,
  remove,
  sheetOf,
  somebody,
  type Somebody,
  step,
  words,
} from './api.ts'
import { answersTo, decision, took } from './managed.ts'

let bridge: string
let grace: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  grace = await approver()
})

const week = '2026-W47'
/** A day of that week, and one of the week before. */
const [friday, before] = ['2026-11-20', '2026-11-13']

/** Ada, with one hour in her week. */
async function ada() {
  const person = await somebody()
  const hour = put(bridge, { date: friday })
  await person.push([hour])
  return { ...person, hour }
}

/** Ada, whose week with one hour is submitted; `version` is the week's. */
async function submitted() {
  const person = await ada()
  const submit = step('week.submit', person, week)
  expect(words(await person.push([submit]))).toEqual(['applied'])
  return { ...person, version: submit.id }
}

async function approved() {
  const person = await submitted()
  const approve = step('week.approve', person, week, person.version)
  expect(words(await grace.push([approve]))).toEqual(['applied'])
  return { ...person, approval: approve.id }
}

const weekOf = async (who: Somebody, owner = 'me') => jsonOf(who.call(`/api/weeks/${owner}/${week}`))

describe('submitting', () => {
  it('closes the week for everybody but an approver', async () => {
    const person = await submitted()
    expect(await weekOf(person)).toMatchObject({ status: 'submitted', minutes: 60, version: person.version })
    const edit = put(bridge, { entry: person.hour.entry, base: person.hour.id, seen: person.version })
    expect(words(await person.push([edit, put(bridge, { seen: person.version })]))).toEqual([
      'week.submitted',
      'week.submitted',
    ])
  })

  it('takes an empty week: I did not work', async () => {
    const person = await somebody()
    expect(words(await person.push([step('week.submit', person, '2026-W30')]))).toEqual(['applied'])
  })

  it('names the version that was seen', async () => {
    const person = await submitted()
    expect(words(await person.push([step('week.submit', person, week)]))).toEqual(['week.stale'])
    expect(words(await person.push([step('week.submit', person, week, person.version)]))).toEqual([
      'week.submitted',
    ])
  })

  it('can be withdrawn until it is approved', async () => {
    const person = await submitted()
    const withdraw = step('week.withdraw', person, week, person.version)
    const edit = put(bridge, {
      entry: person.hour.entry,
      base: person.hour.id,
      seen: withdraw.id,
      minutes: 30,
    })
    expect(words(await person.push([withdraw, edit]))).toEqual(['applied', 'applied'])
    const closed = await approved()
    expect(words(await closed.push([step('week.withdraw', closed, week, closed.approval)]))).toEqual([
      'week.approved',
    ])
  })
})

describe('approving', () => {
  it('brings the approver the week with its hours in one piece', async () => {
    const person = await submitted()
    expect(sheetOf(await grace.pull(), person)).toMatchObject({
      week: { status: 'submitted', version: person.version },
      entries: [{ id: person.hour.entry, minutes: 60 }],
      before: null,
    })
  })

  it('shows the owner who approved it', async () => {
    const person = await approved()
    const rows = (await person.pull()).rows.filter(({ kind }) => kind === 'week')
    expect(rows).toMatchObject([{ status: 'approved', by: grace.person, version: person.approval }])
  })

  it('is nobody’s own to do', async () => {
    const own = put(bridge, { date: friday })
    const submit = step('week.submit', grace, week)
    expect(words(await grace.push([own, submit, step('week.approve', grace, week, submit.id)]))).toEqual([
      'applied',
      'applied',
      'week.own',
    ])
  })

  it('covers only what the approver has seen', async () => {
    const person = await submitted()
    const late = put(bridge, { date: friday, minutes: 15 })
    expect(words(await person.push([late]))).toEqual(['applied'])
    expect(words(await grace.push([step('week.approve', person, week, person.version)]))).toEqual([
      'week.stale',
    ])
    expect(sheetOf(await grace.pull(), person)).toMatchObject({
      week: { status: 'submitted', changed: true, version: late.id },
      entries: expect.arrayContaining([expect.objectContaining({ minutes: 15 })]),
    })
    expect(words(await grace.push([step('week.approve', person, week, late.id)]))).toEqual(['applied'])
  })

  it('is only for those whose manager or deputy one is', async () => {
    const person = await submitted()
    const other = await approver()
    await answersTo(await administrator(), person, { manager: other.person })
    expect(words(await grace.push([step('week.approve', person, week, person.version)]))).toEqual([
      'week.not-yours',
    ])
    expect(words(await other.push([step('week.approve', person, week, person.version)]))).toEqual(['applied'])
  })
})

describe('returning and opening again', () => {
  it('tells the reason, and what has changed when it comes again', async () => {
    const person = await submitted()
    const back = { ...step('week.return', person, week, person.version), reason: 'Friday is missing' }
    await grace.push([back])
    expect(await weekOf(person)).toMatchObject({ status: 'returned', note: 'Friday is missing' })
    const edit = put(bridge, { entry: person.hour.entry, base: person.hour.id, seen: back.id, minutes: 90 })
    const again = step('week.submit', person, week, back.id)
    expect(words(await person.push([edit, again]))).toEqual(['applied', 'applied'])
    expect(sheetOf(await grace.pull(), person)).toMatchObject({
      week: { status: 'submitted' },
      entries: [{ minutes: 90 }],
      before: [{ minutes: 60 }],
    })
  })

  it('opens an approved week with a reason', async () => {
    const person = await approved()
    const reopen = { ...step('week.reopen', person, week, person.approval), reason: 'Wrong project' }
    expect(words(await grace.push([reopen]))).toEqual(['applied'])
    expect(words(await person.push([remove(person.hour.entry, person.hour.id)]))).toEqual(['applied'])
  })
})

describe('an hour that comes after the approval', () => {
  it('waits beside the week, counted nowhere, until it is accepted', async () => {
    const person = await approved()
    const late = put(bridge, { date: friday, minutes: 45 })
    expect(await person.push([late])).toMatchObject({
      verdicts: [{ verdict: 'late', row: { kind: 'late', status: 'proposed', minutes: 45 } }],
    })
    expect(await weekOf(grace, person.person)).toMatchObject({ minutes: 60, late: [{ minutes: 45 }] })
    const accept = decision('late.accept', person, late.id)
    await took(grace, accept)
    expect(await weekOf(person)).toMatchObject({ status: 'approved', minutes: 105, version: accept.id })
    const rows = (await person.pull()).rows
    expect(rows.filter((row) => row.kind === 'entry')).toHaveLength(2)
    expect(rows.find((row) => row.kind === 'late')).toMatchObject({ status: 'accepted', by: grace.person })
  })

  it('is refused where the device had seen the approval', async () => {
    const person = await approved()
    expect(words(await person.push([put(bridge, { date: friday, seen: person.approval })]))).toEqual([
      'week.approved',
    ])
  })

  it('counts also where an entry was, when it would move out of an approved week', async () => {
    const person = await approved()
    const move = put(bridge, { entry: person.hour.entry, base: person.hour.id, date: before })
    expect(await person.push([{ ...move, seenBefore: null }])).toMatchObject({
      verdicts: [{ verdict: 'late' }],
    })
    const seen = put(bridge, { entry: person.hour.entry, base: person.hour.id, date: before })
    expect(words(await person.push([{ ...seen, seenBefore: person.approval }]))).toEqual(['week.approved'])
  })
})

describe('the list of weeks', () => {
  const old = '2025-W10'
  const lastWeek = addWeeks(isoWeekOf(new Date().toISOString().slice(0, 10)), -1)

  /** Four weeks of Lin, the first of them approved, and two of Mallory's; both answer to Heidi. */
  async function six() {
    const [root, heidi, lin, mallory] = await Promise.all([
      administrator(),
      approver(),
      somebody(),
      somebody(),
    ])
    for (const who of [lin, mallory]) await answersTo(root, who, { manager: heidi.person })
    const steps = [3, 2, 1, 0].map((ago) => step('week.submit', lin, addWeeks(lastWeek, -ago)))
    await took(lin, ...steps)
    const [first] = steps
    await took(heidi, step('week.approve', lin, first?.week ?? '', first?.id))
    await took(mallory, step('week.submit', mallory, old), step('week.submit', mallory, lastWeek))
    const owners = new Map([
      [lin.person, 'Lin'],
      [mallory.person, 'Mallory'],
    ])
    const listed = async (query: string): Promise<{ names: string[]; cursor: string | null }> => {
      const { weeks, cursor } = await jsonOf(heidi.call(`/api/weeks?${query}`))
      const hers = weeks.filter((each: { person: string }) => owners.has(each.person))
      const nameOf = (each: { person: string; week: string }) => `${each.week} ${owners.get(each.person)}`
      return { names: hers.map(nameOf), cursor }
    }
    return { lin, mallory, heidi, listed }
  }

  it('is read page by page, newest first, each week once', async () => {
    const { listed } = await six()
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await listed(`from=${old}&limit=2${cursor && `&cursor=${cursor}`}`)
      names.push(...page.names)
      cursor = page.cursor
    }
    expect(new Set(names).size).toBe(6)
    expect(names).toHaveLength(6)
    const weeks = names.map((name) => name.slice(0, 8))
    expect(weeks).toEqual(weeks.toSorted().toReversed())
  })

  it('has those of whom one asks, of the weeks one asks for, as they stand', async () => {
    const { lin, listed } = await six()
    const [first, second] = [addWeeks(lastWeek, -3), addWeeks(lastWeek, -2)]
    const of = `person=${lin.person}&from=${first}&to=${second}`
    expect((await listed(of)).names).toEqual([`${second} Lin`, `${first} Lin`])
    expect((await listed(`${of}&status=approved`)).names).toEqual([`${first} Lin`])
  })

  it('has what waits, however old, and else the last twelve weeks', async () => {
    const { mallory, listed } = await six()
    const of = `person=${mallory.person}`
    expect((await listed(of)).names).toEqual([`${lastWeek} Mallory`])
    expect((await listed(`${of}&status=submitted`)).names).toEqual([`${lastWeek} Mallory`, `${old} Mallory`])
  })

  it('takes no cursor of another making', async () => {
    for (const cursor of ['x', '2026-W60.5eed0003-0000-4000-8000-000000000001', '2026-W46.x']) {
      expect((await grace.call(`/api/weeks?cursor=${cursor}`)).status).toBe(400)
    }
  })
})
