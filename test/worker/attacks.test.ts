// What somebody with a valid token and bad intentions has tried, each with what has to come of it.
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { daysOf } from '../../worker/domain/calendar.ts'
import { mostComments } from '../../worker/domain/comment.ts'
import { entriesPerDay } from '../../worker/domain/entry.ts'
import { mostLate } from '../../worker/domain/late.ts'
import { noteLength } from '../../worker/domain/text.ts'
import {
  administrator,
  approver,
  call,
  jsonOf,
  known,
  newId,
  personPut,
  project,
  put,
  remove,
  somebody,
  type Somebody,
  step,
  tenant,
  words,
} from './api.ts'
import { answersTo, comment, decision } from './managed.ts'
import { moved, newPerson } from './people.ts'

const week = '2026-W47'
const friday = '2026-11-20'
const submission = { method: 'PUT', headers: { 'if-none-match': '*' } }

let bridge: string
let root: Somebody
let grace: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
  grace = await approver()
})

/** Somebody whom Grace manages. */
async function managed(): Promise<Somebody> {
  const who = await somebody()
  await answersTo(root, who, { manager: grace.person })
  return who
}

/** The same with an hour in an approved week. */
async function approved() {
  const ada = await managed()
  const hour = put(bridge, { date: friday, minutes: 480, note: 'Deck' })
  const submit = step('week.submit', ada, week)
  await ada.push([hour, submit])
  expect(words(await grace.push([step('week.approve', ada, week, submit.id)]))).toEqual(['applied'])
  return { ...ada, hour }
}

describe('a week that nobody can open', () => {
  it('cannot be made: a day holds so many entries and no more', async () => {
    const ada = await managed()
    const many = Array.from({ length: 60 }, () => put(bridge, { minutes: 1, note: '測'.repeat(1000) }))
    const told = words(await ada.push(many))
    expect([told.filter((word) => word === 'applied').length, told.at(-1)]).toEqual([50, 'day.crowded'])
    await ada.push([step('week.submit', ada, week)])
    expect((await grace.call('/api/changes')).status).toBe(200)
    expect((await grace.call(`/api/weeks/${ada.person}/${week}`)).status).toBe(200)
  })

  it('cannot be made of characters that nobody sees and that are six bytes each on their way', async () => {
    const ada = await managed()
    const told = new Set<string>()
    for (const day of daysOf(week)) {
      const many = Array.from({ length: entriesPerDay }, () =>
        put(bridge, { date: day, minutes: 1, note: '\u0001'.repeat(noteLength) }),
      )
      for (const word of words(await ada.push(many))) told.add(word)
    }
    expect(told).toEqual(new Set(['input.invalid']))
    await ada.push([step('week.submit', ada, week)])
    expect((await grace.call('/api/changes')).status).toBe(200)
  })

  it('cannot be made of late hours: so many wait for a decision and no more', async () => {
    const ada = await approved()
    const told: string[] = []
    for (let push = 0; push < 2; push++) {
      told.push(...words(await ada.push(Array.from({ length: 200 }, () => put(bridge, { minutes: 1 })))))
    }
    expect([told.filter((word) => word === 'late').length, told.at(-1)]).toEqual([mostLate, 'week.crowded'])
  })

  it('nor of late hours that were taken back or moved away, to make room for others', async () => {
    const ada = await approved()
    const told: string[] = []
    for (let push = 0; push < 6; push++) {
      const many = Array.from({ length: 66 }, () => put(bridge, { minutes: 1 }))
      const back = many.map(({ entry, id }) => remove(entry, id))
      const away = many.map(({ entry, id }) => put(bridge, { entry, base: id, date: '2026-06-01' }))
      told.push(...words(await ada.push([...many, ...(push % 2 ? back : away)])))
    }
    expect(told).toContain('week.crowded')
    const { late } = await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}`))
    expect(late.length).toBeLessThanOrEqual(mostLate)
  })

  it('cannot be made of comments, whoever makes them', async () => {
    const ada = await managed()
    const told = words(
      await ada.push(Array.from({ length: 150 }, (_, place) => comment(ada, week, String(place)))),
    )
    told.push(...words(await grace.push(Array.from({ length: 51 }, () => comment(ada, week, 'And?')))))
    expect([told.filter((word) => word === 'applied').length, told.at(-1)]).toEqual([
      mostComments,
      'week.crowded',
    ])
    expect(words(await ada.push([comment(ada, '2026-W46', 'Another week')]))).toEqual(['applied'])
    const { comments } = await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}`))
    expect(comments.map(({ note }: { note: string }) => note).slice(0, 2)).toEqual(['0', '1'])
    expect(comments).toHaveLength(mostComments)
  })
})

describe('a late hour', () => {
  it('that takes away another says what it takes away, and not what was typed before', async () => {
    const ada = await approved()
    const lie = put(bridge, {
      entry: ada.hour.entry,
      base: ada.hour.id,
      date: '2026-11-19',
      minutes: 1,
      note: 'x',
    })
    const takeAway = remove(ada.hour.entry, lie.id)
    expect(words(await ada.push([lie, takeAway]))).toEqual(['late', 'late'])
    const { late } = await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}`))
    const what = { date: friday, minutes: 480 }
    expect(late).toMatchObject([{ wants: 'delete', ...what, note: 'Deck', before: what }])
    expect(words(await grace.push([decision('late.accept', ada, lie.id, takeAway.id)]))).toEqual(['applied'])
  })

  it('says what it takes the place of, in whichever week that is', async () => {
    const ada = await approved()
    const move = put(bridge, {
      entry: ada.hour.entry,
      base: ada.hour.id,
      date: '2026-11-24',
      minutes: 30,
      seenBefore: null,
    })
    expect(await ada.push([move])).toMatchObject({
      verdicts: [{ verdict: 'late', row: { before: { date: friday, minutes: 480, project: bridge } } }],
    })
  })

  it('on a project that is not there can be declined and does no harm when accepted', async () => {
    const ada = await approved()
    const lie = put(newId(), { entry: ada.hour.entry, base: ada.hour.id })
    await ada.push([lie])
    expect(words(await grace.push([decision('late.accept', ada, lie.id)]))).toEqual(['project.unknown'])
  })

  it('of a restored tombstone that is deleted again leaves nothing to decide', async () => {
    const ada = await managed()
    const hour = put(bridge, { date: friday })
    const gone = remove(hour.entry, hour.id)
    const submit = step('week.submit', ada, week)
    await ada.push([hour, gone, submit])
    await grace.push([step('week.approve', ada, week, submit.id)])
    const again = put(bridge, { entry: hour.entry, base: gone.id, date: friday })
    expect(words(await ada.push([again, remove(hour.entry, again.id)]))).toEqual(['late', 'late'])
    const { late } = await jsonOf(grace.call(`/api/weeks/${ada.person}/${week}`))
    expect(late).toMatchObject([{ status: 'dropped' }])
  })

  it('with the id of somebody else’s is not accepted in their place', async () => {
    const [ada, lin] = [await approved(), await approved()]
    const id = newId()
    await ada.push([put(bridge, { id, date: friday, minutes: 5 })])
    await lin.push([put(bridge, { id, date: friday, minutes: 600 })])
    const put1 = (query: string) =>
      grace.call(`/api/late/${id}/acceptance${query}`, { method: 'PUT', headers: { 'if-match': `"${id}"` } })
    expect((await put1('')).status).toBe(404)
    expect((await put1(`?person=${ada.person}`)).status).toBe(200)
    expect(await jsonOf(lin.call(`/api/weeks/me/${week}`))).toMatchObject({ minutes: 480 })
  })
})

describe('an approval', () => {
  it('sent again to a restored server covers no hours that were not on the screen', async () => {
    const ada = await managed()
    const hour = put(bridge, { date: friday, minutes: 30 })
    const submit = step('week.submit', ada, week)
    const approve = { ...step('week.approve', ada, week, submit.id), entries: [hour.id] }
    // The server has forgotten: the same version of the week stands over other hours now.
    await ada.push([put(bridge, { date: friday, minutes: 1000 }), submit])
    expect(words(await grace.push([approve]))).toEqual(['week.stale'])
  })

  it('by an administrator in another’s place takes a second administrator', async () => {
    const move = async (from: Somebody, to: Somebody) =>
      moved(from.person, to.person, (await known(root, from.person)).version)
    const moves = [await move(root, grace), await move(grace, root)]
    expect(words(await root.push(moves))).toEqual(['person.own', 'person.own'])
  })
})

describe('what Mallory is told', () => {
  it('of a refusal says nothing of a stranger’s week', async () => {
    const ada = await approved()
    const mallory = await somebody()
    const key = newId()
    const headers = { 'idempotency-key': key }
    await mallory.call('/api/timesheets', {
      method: 'POST',
      json: { project: bridge, date: friday, minutes: 1 },
      headers,
    })
    const response = await mallory.call(`/api/weeks/${ada.person}/${week}/submission`, {
      ...submission,
      headers: { ...submission.headers, ...headers },
    })
    expect([response.status, (await jsonOf(response)).current]).toEqual([422, undefined])
  })
})

describe('somebody who was deactivated', () => {
  it('changes nothing any more, not even a name', async () => {
    const sub = newId()
    const ada = await somebody({ sub })
    await root.push([await personPut(root, ada.person, { active: false })])
    const claims = { sub, aud: 'timesheets-app', name: 'Somebody else' }
    const idToken = await tenant.forge({ claims, header: { typ: 'JWT' } })
    const response = await call('/api/me', { method: 'PUT', token: ada.token, json: { idToken } })
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'person.deactivated'])
    expect(await env.DB.prepare('select name from people where id = ?').bind(ada.person).first('name')).toBe(
      null,
    )
  })
})

describe('an administrator', () => {
  it('who makes somebody and speaks to them in one push gets verdicts', async () => {
    const person = newId()
    const welcome = comment({ person }, week, 'Welcome')
    expect(words(await root.push([newPerson({ person }), welcome]))).toEqual(['applied', 'applied'])
  })
})
