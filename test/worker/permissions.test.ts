// Who may do what to Ada's week and its entries, in which state, by which road. The table is walked completely: through
// sync as a device that knows the week, through plain REST, and through the late lane as a device that does not.
import { beforeAll, describe, expect, it } from 'vitest'
import { addWeeks, daysOf } from '../../worker/domain/calendar.ts'
import {
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
  words,
} from './api.ts'
import { comment } from './managed.ts'

const states = ['untouched', 'open', 'submitted', 'approved', 'returned'] as const
type State = (typeof states)[number]

const everyScope =
  'read:timesheets create:timesheets delete:timesheets approve:timesheets manage:projects manage:people'
const actors = {
  /** Has every scope, and still is nobody's approver here but an owner. */
  owner: everyScope,
  manager: 'read:timesheets create:timesheets delete:timesheets approve:timesheets',
  deputy: 'read:timesheets create:timesheets delete:timesheets approve:timesheets',
  /** Approves other people. */
  approver: 'read:timesheets create:timesheets delete:timesheets approve:timesheets',
  /** Manages people and projects, and may approve those who have no manager: not this one. */
  administrator: everyScope,
  colleague: 'read:timesheets create:timesheets delete:timesheets',
}
type Actor = keyof typeof actors

const ok = 'applied'
const own = 'week.own'
const notYours = 'week.not-yours'
const noScope = 'insufficient_scope'
const stale = 'week.stale'
const closed = ['week.submitted', 'week.approved'] as const
const notSubmitted = 'week.not-submitted'
const all = (code: string) => [code, code, code, code, code] as const

type Expected = readonly [
  untouched: string,
  open: string,
  submitted: string,
  approved: string,
  returned: string,
]

/** What each actor is told, state by state. `late`: what a device is told that had not seen the week's last step. */
const table: Record<string, Record<Actor, Expected>> = {
  'entry.put': others([ok, ok, ...closed, ok], all(ok)),
  'entry.put again': others([ok, ok, ...closed, ok], all('entry.unknown')),
  'entry.delete': others([ok, ok, ...closed, ok], all('entry.unknown')),
  'late entry.put': others([ok, ok, ok, 'late', ok], all(ok)),
  'late entry.put again': others([ok, ok, ok, 'late', ok], all('entry.unknown')),
  'late entry.delete': others([ok, ok, ok, 'late', ok], all('entry.unknown')),
  'week.submit': others([ok, ok, ...closed, ok], all(notYours)),
  'week.withdraw': others([stale, notSubmitted, ok, 'week.approved', notSubmitted], all(notYours)),
  'week.approve': approvers([stale, notSubmitted, ok, 'week.approved', notSubmitted]),
  'week.return': approvers([stale, notSubmitted, ok, 'week.approved', notSubmitted]),
  'week.reopen': approvers([stale, notSubmitted, 'week.submitted', ok, notSubmitted]),
  'late.accept': approvers(['late.unknown', ok, ok, ok, ok]),
  'late.decline': approvers(['late.unknown', ok, ok, ok, ok]),
  'comment.add': { ...approvers(all(ok)), owner: all(ok) },
}

/** The owner's own business. */
function others(owner: Expected, rest: Expected): Record<Actor, Expected> {
  const [manager, deputy, approver, administrator, colleague] = [rest, rest, rest, rest, rest]
  return { owner, manager, deputy, approver, administrator, colleague }
}

/** What is decided by the manager and the deputy, and by nobody else. */
function approvers(mine: Expected): Record<Actor, Expected> {
  const stranger = all(notYours)
  return {
    owner: all(own),
    manager: mine,
    deputy: mine,
    approver: stranger,
    administrator: stranger,
    colleague: all(noScope),
  }
}

let bridge: string
let people: Record<Actor, Somebody>
let week = '2020-W01'

beforeAll(async () => {
  bridge = (await project()).id
  const made = await Promise.all(
    Object.entries(actors).map(async ([name, scope]) => [name, await somebody({ scope })] as const),
  )
  people = Object.fromEntries(made) as typeof people
  const { owner, manager, deputy, administrator } = people
  const ids = { manager: manager.person, deputy: deputy.person }
  await took(administrator, await personPut(administrator, owner.person, ids))
})

interface Fixture {
  week: string
  date: string
  /** An hour of that week, and its version. */
  hour: { entry: string; version: string }
  /** The version of the week; a made-up one where there is none. */
  version: string
  /** The version before the last step: what a device knows that was away meanwhile. */
  known: string | null
  late: { id: string; version: string }
}

/** A week of the owner's in this state, with an hour and (but for an untouched one) a late hour that nobody has decided. */
async function weekIn(state: State): Promise<Fixture> {
  const { owner, manager } = people
  week = addWeeks(week, 1)
  const date = daysOf(week)[2] ?? ''
  const hour = put(bridge, { date })
  const submit = step('week.submit', owner, week)
  await owner.push(state === 'untouched' ? [hour] : [hour, submit])
  const fixture = { week, date, hour: { entry: hour.entry, version: hour.id } }
  if (state === 'untouched') {
    return { ...fixture, version: newId(), known: null, late: { id: newId(), version: newId() } }
  }
  const approve = step('week.approve', owner, week, submit.id)
  const late = put(bridge, { date })
  await manager.push([approve])
  expect(words(await owner.push([late]))).toEqual(['late'])
  const steps = [submit.id, approve.id]
  const reopen = { ...step('week.reopen', owner, week, approve.id), reason: 'Again' }
  if (state !== 'approved') steps.push(await took(manager, reopen))
  if (state === 'submitted' || state === 'returned') {
    steps.push(await took(owner, step('week.submit', owner, week, steps.at(-1))))
  }
  if (state === 'returned') {
    steps.push(await took(manager, { ...step('week.return', owner, week, steps.at(-1)), reason: 'No' }))
  }
  const [known = null, version = ''] = steps.slice(-2)
  return { ...fixture, version, known, late: { id: late.id, version: late.id } }
}

async function took(who: Somebody, change: { id: string; reason?: string }): Promise<string> {
  expect(words(await who.push([change]))).toEqual([ok])
  return change.id
}

/** The change of that name, as a device sends it. */
function changeFor(action: string, { week, date, hour, version, known, late }: Fixture, state: State) {
  const { owner } = people
  const isLate = action.startsWith('late entry')
  const seen = isLate ? known : state === 'untouched' ? null : version
  const onLate = { id: newId(), at, person: owner.person, late: late.id, base: late.version }
  const reason = { reason: 'Because' }
  switch (action.replace(/^late entry/, 'entry')) {
    case 'entry.put':
      return put(bridge, { date, seen })
    case 'entry.put again':
      return put(bridge, { date, seen, entry: hour.entry, base: hour.version, minutes: 5 })
    case 'entry.delete':
      return { ...remove(hour.entry, hour.version), seen }
    case 'week.submit':
      return step('week.submit', owner, week, state === 'untouched' ? null : version)
    case 'week.return':
    case 'week.reopen':
      return { ...step(action, owner, week, version), ...reason }
    case 'late.accept':
      return { ...onLate, kind: action }
    case 'late.decline':
      return { ...onLate, kind: action, ...reason }
    case 'comment.add':
      return comment(owner, week, 'Really?')
    default:
      return step(action, owner, week, version)
  }
}

async function bySync(who: Somebody, change: { id: string }): Promise<string> {
  const answer = await who.push([change])
  // A scope that is lacking stops the whole push: its answer is a problem.
  if (!('verdicts' in answer)) return (answer as { code: string }).code
  return words(answer)[0] ?? ''
}

/** The same wish through the API's other addresses. */
async function byRest(
  who: Somebody,
  action: string,
  { week, date, hour, version, late }: Fixture,
  state: State,
) {
  const path = `/api/weeks/${people.owner.person}/${week}`
  const match = (seen: string) => ({ headers: { 'if-match': `"${seen}"` } })
  const reason = { json: { reason: 'Because' } }
  const hours = { json: { project: bridge, date, minutes: 5 } }
  const requests: Record<string, [path: string, init: object]> = {
    'entry.put': ['/api/timesheets', { method: 'POST', ...hours }],
    'entry.put again': [`/api/timesheets/${hour.entry}`, { method: 'PUT', ...hours, ...match(hour.version) }],
    'entry.delete': [`/api/timesheets/${hour.entry}`, { method: 'DELETE', ...match(hour.version) }],
    'week.submit': [
      `${path}/submission`,
      { method: 'PUT', ...(state === 'untouched' ? { headers: { 'if-none-match': '*' } } : match(version)) },
    ],
    'week.withdraw': [`${path}/submission`, { method: 'DELETE', ...match(version) }],
    'week.approve': [`${path}/approval`, { method: 'PUT', ...match(version) }],
    'week.return': [`${path}/return`, { method: 'PUT', ...match(version), ...reason }],
    'week.reopen': [`${path}/reopening`, { method: 'PUT', ...match(version), ...reason }],
    'late.accept': [`/api/late/${late.id}/acceptance`, { method: 'PUT', ...match(late.version) }],
    'late.decline': [`/api/late/${late.id}/refusal`, { method: 'PUT', ...match(late.version), ...reason }],
    'comment.add': [`${path}/comments`, { method: 'POST', json: { note: 'Really?' } }],
  }
  const request = requests[action]
  if (!request) throw new Error(`no request for ${action}`)
  const response = await who.call(...request)
  return response.ok ? ok : String((await jsonOf(response)).code)
}

/** What the owner's week is, as far as anybody could have changed it. */
const picture = async (fixture: Fixture) => jsonOf(people.owner.call(`/api/weeks/me/${fixture.week}`))

/** Weeks that nothing happens to, for all that may not change them, with how they look. */
const untouched = new Map<State, Promise<{ fixture: Fixture; before: object }>>()
function shared(state: State) {
  const known = untouched.get(state) ?? weekIn(state).then(withPicture)
  untouched.set(state, known)
  return known
}
const withPicture = async (fixture: Fixture) => ({ fixture, before: await picture(fixture) })

const changesNothing = (expected: string) => expected !== ok && expected !== 'late'

const cases = Object.entries(table).flatMap(([action, row]) =>
  (Object.keys(actors) as Actor[]).flatMap((actor) =>
    states.map((state, place) => ({ action, actor, state, expected: row[actor][place] ?? '' })),
  ),
)

describe.each([['sync'], ['REST']])('by %s', (road) => {
  const walked = cases.filter(({ action }) => road === 'sync' || !action.startsWith('late entry'))
  it.each(walked)('$actor, $action on a week that is $state: $expected', async (each) => {
    const { action, actor, state, expected } = each
    const who = people[actor]
    const isOthersOwn = action.includes('entry.') && actor !== 'owner'
    const mayNotChange = changesNothing(expected) || isOthersOwn
    const { fixture, before } = await (mayNotChange ? shared(state) : weekIn(state).then(withPicture))
    const told =
      road === 'sync'
        ? await bySync(who, changeFor(action, fixture, state))
        : await byRest(who, action, fixture, state)
    // Whose proposal it is, is not told to who has no business with it.
    const isHidden =
      road === 'REST' && action.startsWith('late.') && (expected === own || expected === notYours)
    expect(told).toBe(isHidden ? 'late.unknown' : expected)
    const isAsBefore = JSON.stringify(await picture(fixture)) === JSON.stringify(before)
    expect(isAsBefore).toBe(mayNotChange)
  })
})

it.each(
  Object.entries({
    owner: 200,
    manager: 200,
    deputy: 200,
    approver: 403,
    administrator: 403,
    colleague: 403,
  }),
)('lets the %s read the week with %i', async (actor, status) => {
  const { fixture } = await shared('submitted')
  const who = people[actor as Actor]
  for (const path of ['', '/history']) {
    const response = await who.call(`/api/weeks/${people.owner.person}/${fixture.week}${path}`)
    expect(response.status).toBe(status)
  }
  const sheets = (await who.pull()).rows.filter((row) => row.kind === 'sheet')
  const isBrought = sheets.some((row) => row.week.person === people.owner.person)
  expect(isBrought).toBe(actor === 'manager' || actor === 'deputy')
})
