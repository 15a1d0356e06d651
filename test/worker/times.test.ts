// From when to when: on every road, with overlaps refused on each, and devices that know nothing of it still welcome.
import { beforeAll, describe, expect, it } from 'vitest'
import { approver, jsonOf, project, put, remove, somebody, type Somebody, step, words } from './api.ts'
import { decision } from './managed.ts'

let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
})

const friday = '2026-11-20'
const clock = (from: string, to: string, date = friday) => ({
  date,
  start: `${date}T${from}+01:00`,
  end: `${date}T${to}+01:00`,
})
const nine = { ...clock('09:00', '10:00'), minutes: 60 }
const half = { ...clock('09:30', '10:30'), minutes: 60 }
const ten = { ...clock('10:00', '11:00'), minutes: 60 }
const night = {
  date: '2026-11-19',
  start: '2026-11-19T22:00+01:00',
  end: '2026-11-20T06:00+01:00',
  minutes: 480,
}
const early = { ...clock('05:00', '05:30'), minutes: 30 }
/** The hour that the clock shows twice in Berlin. */
const twice = {
  date: '2026-10-25',
  start: '2026-10-25T02:30+02:00',
  end: '2026-10-25T02:30+01:00',
  minutes: 60,
}

type Hour = { date: string; start: string; end: string; minutes: number }
interface Road {
  add(
    who: Somebody,
    hour: Hour | Omit<Hour, 'start' | 'end'>,
  ): Promise<{ code: string; entry: string; version: string }>
  change(who: Somebody, of: { entry: string; version: string }, hour: object): Promise<string>
}

const roads: Record<string, Road> = {
  sync: {
    async add(who, hour) {
      const change = put(bridge, hour)
      return { code: words(await who.push([change]))[0] ?? '', entry: change.entry, version: change.id }
    },
    async change(who, { entry, version }, hour) {
      return words(await who.push([put(bridge, { ...hour, entry, base: version })]))[0] ?? ''
    },
  },
  REST: {
    async add(who, hour) {
      const response = await who.call('/api/timesheets', {
        method: 'POST',
        json: { project: bridge, ...hour },
      })
      const { code = 'applied', id = '', version = '' } = await jsonOf(response)
      return { code, entry: id, version }
    },
    async change(who, { entry, version }, hour) {
      const headers = { 'if-match': `"${version}"` }
      const response = await who.call(`/api/timesheets/${entry}`, {
        method: 'PUT',
        headers,
        json: { project: bridge, ...hour },
      })
      return (await jsonOf(response)).code ?? 'applied'
    },
  },
}

describe.each(Object.entries(roads))('by %s', (_, road) => {
  it.each<[string, Hour]>([
    ['an hour', nine],
    ['a night', night],
    ['the hour that the clock shows twice', twice],
    [
      'a whole day',
      { date: friday, start: '2026-11-20T00:00+01:00', end: '2026-11-21T00:00+01:00', minutes: 1440 },
    ],
    [
      'from one zone to another',
      { date: friday, start: '2026-11-20T09:00+01:00', end: '2026-11-20T09:00+00:00', minutes: 60 },
    ],
  ])('%s comes back as it was written', async (__, hour) => {
    const ada = await somebody()
    const { entry, code } = await road.add(ada, hour)
    expect(code).toBe('applied')
    expect(await jsonOf(ada.call(`/api/timesheets/${entry}`))).toMatchObject(hour)
    expect((await ada.pull()).rows).toContainEqual(expect.objectContaining({ kind: 'entry', ...hour }))
  })

  it.each<[string, Hour, Hour, string]>([
    ['the same times', nine, nine, 'entry.overlaps'],
    ['half of them', nine, half, 'entry.overlaps'],
    ['half of them, the other way round', half, nine, 'entry.overlaps'],
    ['back-to-back', nine, ten, 'applied'],
    ['back-to-back, the other way round', ten, nine, 'applied'],
    ['a night before', night, early, 'entry.overlaps'],
    ['a night after', early, night, 'entry.overlaps'],
    [
      'the same instants elsewhere',
      nine,
      { date: friday, start: '2026-11-20T22:00+14:00', end: '2026-11-20T23:00+14:00', minutes: 60 },
      'entry.overlaps',
    ],
    [
      'the same times elsewhere',
      nine,
      { date: friday, start: '2026-11-20T09:00+00:00', end: '2026-11-20T10:00+00:00', minutes: 60 },
      'applied',
    ],
    [
      'a day that ends three dates before, by its place',
      { date: '2026-11-17', start: '2026-11-17T23:59-12:00', end: '2026-11-18T23:59-12:00', minutes: 1440 },
      { date: '2026-11-20', start: '2026-11-20T00:00+14:00', end: '2026-11-20T01:00+14:00', minutes: 60 },
      'entry.overlaps',
    ],
  ])('beside %s', async (__, first, second, expected) => {
    const ada = await somebody()
    await road.add(ada, first)
    expect((await road.add(ada, second)).code).toBe(expected)
    expect((await road.add(await somebody(), second)).code).toBe('applied')
  })

  it('what only says how long overlaps nothing, and is overlapped by nothing', async () => {
    const ada = await somebody()
    for (const hour of [{ date: friday, minutes: 60 }, nine, { date: friday, minutes: 60 }]) {
      expect((await road.add(ada, hour)).code).toBe('applied')
    }
  })

  it('an hour moves over itself, and not into another', async () => {
    const ada = await somebody()
    const first = await road.add(ada, nine)
    await road.add(ada, { ...clock('11:00', '12:00'), minutes: 60 })
    expect(await road.change(ada, first, { ...clock('10:30', '11:30'), minutes: 60 })).toBe('entry.overlaps')
    expect(await road.change(ada, first, half)).toBe('applied')
  })

  it('a deleted hour leaves its time free, and is not restored into one that was taken', async () => {
    const ada = await somebody()
    const first = await road.add(ada, nine)
    const gone = remove(first.entry, first.version)
    expect(words(await ada.push([gone]))).toEqual(['applied'])
    expect((await road.add(ada, half)).code).toBe('applied')
    expect(await road.change(ada, { entry: first.entry, version: gone.id }, nine)).toBe('entry.overlaps')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['an end alone', { ...nine, start: null }, 'start'],
    ['a start alone', { ...nine, end: null }, 'end'],
    ['other minutes', { ...nine, minutes: 59 }, 'minutes'],
    ['another date', { ...nine, date: '2026-11-21' }, 'date'],
    ['an end before the start', { ...nine, start: nine.end, end: nine.start }, 'minutes'],
    ['a time in UTC', { ...nine, start: '2026-11-20T09:00Z' }, 'start'],
    ['seconds', { ...nine, end: '2026-11-20T10:00:00+01:00' }, 'end'],
    [
      'more than a day',
      { date: friday, start: '2026-11-20T00:00+01:00', end: '2026-11-21T00:01+01:00', minutes: 1441 },
      'minutes',
    ],
  ])('%s is refused, and the field is named', async (__, hour, path) => {
    const ada = await somebody()
    const answer = await jsonOf(
      road === roads['sync']
        ? ada.call('/api/changes', {
            method: 'POST',
            json: { person: ada.person, changes: [put(bridge, hour)] },
          })
        : ada.call('/api/timesheets', { method: 'POST', json: { project: bridge, ...hour } }),
    )
    const problem = answer.verdicts ? answer.verdicts[0].problem : answer
    expect(problem).toMatchObject({ code: 'input.invalid', issues: [{ path }] })
    expect((await ada.pull()).rows.filter(({ kind }) => kind === 'entry')).toEqual([])
  })

  it('a day never has more than its minutes, be they timed or not', async () => {
    const ada = await somebody()
    await road.add(ada, { date: friday, minutes: 1400 })
    expect((await road.add(ada, nine)).code).toBe('day.full')
  })
})

it('names the hour that is in the way', async () => {
  const ada = await somebody()
  const first = put(bridge, nine)
  const { verdicts } = await ada.push([first, put(bridge, half)])
  expect(verdicts[1]).toMatchObject({
    problem: { code: 'entry.overlaps', entry: first.entry, start: nine.start, end: nine.end },
  })
})

it('refuses overlaps within one push, in whatever order they come', async () => {
  const ada = await somebody()
  expect(
    words(
      await ada.push([
        put(bridge, nine),
        put(bridge, half),
        put(bridge, ten),
        put(bridge, night),
        put(bridge, early),
      ]),
    ),
  ).toEqual(['applied', 'entry.overlaps', 'applied', 'applied', 'entry.overlaps'])
})

it('lets one of ten that come at once have the time', async () => {
  const ada = await somebody()
  const answers = await Promise.all(Array.from({ length: 10 }, () => ada.push([put(bridge, nine)])))
  expect(answers.flatMap(words).filter((word) => word === 'applied')).toHaveLength(1)
})

describe('an hour that comes too late', () => {
  async function approved(...hours: Hour[]) {
    const [ada, grace] = [await somebody(), await approver()]
    const submit = step('week.submit', ada, '2026-W47')
    await ada.push([...hours.map((hour) => put(bridge, hour)), submit])
    expect(words(await grace.push([step('week.approve', ada, '2026-W47', submit.id)]))).toEqual(['applied'])
    return { ada, grace }
  }

  it('is not accepted where it overlaps what counts, by sync or by REST', async () => {
    const { ada, grace } = await approved(nine)
    const late = put(bridge, half)
    expect(words(await ada.push([late]))).toEqual(['late'])
    expect(words(await grace.push([decision('late.accept', ada, late.id)]))).toEqual(['entry.overlaps'])
    const rest = await grace.call(`/api/late/${late.id}/acceptance`, {
      method: 'PUT',
      headers: { 'if-match': `"${late.id}"` },
    })
    expect([rest.status, (await jsonOf(rest)).code]).toEqual([422, 'entry.overlaps'])
    expect(await jsonOf(ada.call('/api/weeks/me/2026-W47'))).toMatchObject({ minutes: 60 })
  })

  it('is not accepted over the night before, which lies in another week', async () => {
    const { ada, grace } = await approved()
    const before = {
      date: '2026-11-15',
      start: '2026-11-15T22:00+01:00',
      end: '2026-11-16T06:00+01:00',
      minutes: 480,
    }
    const monday = put(bridge, { ...clock('05:00', '07:00', '2026-11-16'), minutes: 120 })
    expect(words(await ada.push([put(bridge, before), monday]))).toEqual(['applied', 'late'])
    expect(words(await grace.push([decision('late.accept', ada, monday.id)]))).toEqual(['entry.overlaps'])
  })

  it('is accepted back-to-back, once only of two that overlap', async () => {
    const { ada, grace } = await approved(nine)
    const [one, two] = [put(bridge, ten), put(bridge, { ...clock('10:30', '11:30'), minutes: 60 })]
    expect(words(await ada.push([one, two]))).toEqual(['late', 'late'])
    expect(
      words(await grace.push([decision('late.accept', ada, one.id), decision('late.accept', ada, two.id)])),
    ).toEqual(['applied', 'entry.overlaps'])
    const { entries } = await jsonOf(ada.call('/api/weeks/me/2026-W47'))
    expect(entries).toMatchObject([nine, ten])
  })
})

it('still takes the changes of a device that knows nothing of start and end', async () => {
  const ada = await somebody()
  const { start: _, end: __, ...old } = { start: null, end: null, ...put(bridge) }
  expect(old).not.toHaveProperty('start')
  expect(words(await ada.push([old]))).toEqual(['applied'])
  const edit = put(bridge, { entry: old.entry, base: old.id, minutes: 30 })
  expect(words(await ada.push([edit]))).toEqual(['applied'])
  expect(await jsonOf(ada.call(`/api/timesheets/${old.entry}`))).toMatchObject({
    start: null,
    end: null,
    minutes: 30,
  })
})
