// Whatever a client sends, it is answered with a problem; nothing a client sends makes a 500.
import { beforeAll, describe, expect, it } from 'vitest'
import { call, jsonOf, newId, project, put, somebody, type Somebody } from './api.ts'

let ada: Somebody
let bridge: string
beforeAll(async () => {
  bridge = (await project()).id
  ada = await somebody()
})

const json = { 'content-type': 'application/json' }
const post = (path: string, body: BodyInit, headers: Record<string, string> = json) =>
  ada.call(path, { method: 'POST', body, headers })

describe.each(['/api/changes', '/api/timesheets'])('POST %s', (path) => {
  it.each<[string, BodyInit, number, string]>([
    ['nothing', '', 400, 'body.not-json'],
    ['half a JSON', '{"person": "', 400, 'body.not-json'],
    ['what is no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), 400, 'body.not-json'],
    ['null', 'null', 400, 'input.invalid'],
    ['a number', '1e999', 400, 'input.invalid'],
    ['a list', '[]', 400, 'input.invalid'],
    ['a prototype', '{"__proto__": {"person": 1}, "constructor": 2}', 400, 'input.invalid'],
    ['unknown fields', '{"unknown": true}', 400, 'input.invalid'],
    ['a depth of 100,000', '['.repeat(100_000) + ']'.repeat(100_000), 400, 'input.invalid'],
    ['513 KB', `"${'a'.repeat(513 * 1024)}"`, 413, 'body.too-large'],
  ])('answers %s with a problem', async (_, body, status, code) => {
    const response = await post(path, body)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect({ status: response.status, code: (await jsonOf(response)).code }).toEqual({ status, code })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json-patch',
    'multipart/form-data',
  ])('answers content of type %s with 415', async (type) => {
    expect((await post(path, '{}', { 'content-type': type })).status).toBe(415)
  })

  it('reads no further than the limit, whatever the length claims', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(0x20))
      },
    })
    const response = await post(path, endless)
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(2 * 1024 * 1024)
  })
})

describe('an entry', () => {
  const values = () => ({ project: bridge, date: '2026-11-20', minutes: 60 })
  it.each<[string, Record<string, unknown>, string]>([
    ['no minutes', { minutes: 0 }, 'minutes'],
    ['half a minute', { minutes: 0.5 }, 'minutes'],
    ['more than a day', { minutes: 1441 }, 'minutes'],
    ['minutes as text', { minutes: '60' }, 'minutes'],
    ['more minutes than there are numbers', { minutes: 1e308 }, 'minutes'],
    ['30 February', { date: '2026-02-30' }, 'date'],
    ['29 February of a common year', { date: '2027-02-29' }, 'date'],
    ['an instant for a date', { date: '2026-11-20T00:00:00Z' }, 'date'],
    ['the year 999999', { date: '+999999-01-01' }, 'date'],
    ['a zone that is a place', { zone: 'Berlin, Germany' }, 'zone'],
    ['a note of 1,001 characters', { note: 'a'.repeat(1001) }, 'note'],
    ['half a character', { note: '\ud800' }, 'note'],
    ['a NUL', { note: 'a\0b' }, 'note'],
    ['an id that is none', { id: "1' or '1'='1" }, 'id'],
    ['an id in upper case', { id: newId().toUpperCase() }, 'id'],
    ['a person', { person: newId() }, 'person'],
  ])('with %s is refused, and the field is named', async (_, wrong, path) => {
    const response = await ada.call('/api/timesheets', { method: 'POST', json: { ...values(), ...wrong } })
    const problem = await jsonOf(response)
    expect({ status: response.status, path: problem.issues?.[0]?.path }).toEqual({ status: 400, path })
    expect(problem.issues[0].reason).toMatch(/\w/)
  })

  it('names every field that is wrong', async () => {
    const response = await ada.call('/api/timesheets', {
      method: 'POST',
      json: { minutes: -1, date: 'x', project: 1 },
    })
    const paths = (await jsonOf(response)).issues.map((issue: { path: string }) => issue.path)
    expect(paths.toSorted()).toEqual(['date', 'minutes', 'project'])
  })

  it('comes back as it was typed, whatever was typed', async () => {
    const note = `Rob'); DROP TABLE entries;-- 👩‍👩‍👧 \u202e\t "quoted" \\ <script>alert(1)</script>\n=1+1`
    const created = await ada.call('/api/timesheets', { method: 'POST', json: { ...values(), note } })
    expect((await jsonOf(created)).note).toBe(note)
    expect((await jsonOf(ada.call(created.headers.get('location') ?? ''))).note).toBe(note)
  })

  it('takes the longest note in characters of four bytes', async () => {
    const push = await ada.push([put(bridge, { note: '👷'.repeat(500), date: '2026-10-01' })])
    expect(push.verdicts[0]?.verdict).toBe('applied')
  })
})

describe('a push', () => {
  const send = (body: unknown) => ada.call('/api/changes', { method: 'POST', json: body })
  it.each<[string, () => unknown]>([
    ['no changes', () => ({ person: ada.person, changes: [] })],
    ['201 changes', () => ({ person: ada.person, changes: Array.from({ length: 201 }, () => put(bridge)) })],
    ['a change without an id', () => ({ person: ada.person, changes: [{ kind: 'entry.put' }] })],
    ['a change that is text', () => ({ person: ada.person, changes: ['entry.put'] })],
    ['no person', () => ({ changes: [put(bridge)] })],
    [
      'a cursor of somewhere else',
      () => ({ person: ada.person, changes: [put(bridge)], since: "0' or 1=1" }),
    ],
    [
      'a cursor of enormous numbers',
      () => ({ person: ada.person, changes: [put(bridge)], since: `${'9'.repeat(40)}.1.a.b` }),
    ],
  ])('with %s is refused whole', async (_, body) => {
    const response = await send(body())
    expect({ status: response.status, code: (await jsonOf(response)).code }).toEqual({
      status: 400,
      code: 'input.invalid',
    })
  })

  it.each<[string, object]>([
    ['a kind of another time', { kind: 'week.submit' }],
    ['a kind of 100 KB', { kind: 'a'.repeat(100_000) }],
    ['an unknown field', { ...put('x'), surprise: true }],
    ['a key of 100 KB', { ...put(newId()), ['k'.repeat(100_000)]: 1 }],
    ['keys by the thousand', Object.fromEntries(Array.from({ length: 5000 }, (_, key) => [`k${key}`, key]))],
    ['a kind that is a list, and a time that is a number', { kind: [], at: 5 }],
  ])('answers a change with %s with a verdict of its own', async (_, change) => {
    const answer = await ada.push([{ ...change, id: newId() }])
    expect(answer.verdicts).toMatchObject([{ verdict: 'refused', problem: { code: 'input.invalid' } }])
    expect(JSON.stringify(answer).length).toBeLessThan(4000)
  })
})

describe('addresses', () => {
  it.each([
    ['GET', '/api/nothing', 404, 'route.unknown'],
    ['GET', '/api', 404, 'route.unknown'],
    ['POST', '/api/timesheets/x/y/z', 404, 'route.unknown'],
    ['PATCH', '/api/timesheets', 405, 'method.unknown'],
    ['DELETE', '/api/health', 405, 'method.unknown'],
    ['GET', '/api/timesheets/%00', 404, 'entry.unknown'],
    ['GET', '/api/timesheets/..%2f..%2fetc', 404, 'entry.unknown'],
    ['GET', '/api/timesheets?limit=0', 400, 'input.invalid'],
    ['GET', '/api/timesheets?limit=1e3', 400, 'input.invalid'],
    ['GET', '/api/timesheets?offset=5', 400, 'input.invalid'],
    ['GET', '/api/timesheets?cursor=2026', 400, 'input.invalid'],
    ['GET', '/api/timesheets?from=yesterday', 400, 'input.invalid'],
    ['GET', '/api/changes?since=x', 400, 'input.invalid'],
    ['GET', '/assets/index-0ld4a5h.js', 404, 'route.unknown'],
    ['POST', '/outbox', 404, 'route.unknown'],
  ])('%s %s answers %i', async (method, path, status, code) => {
    const response = await ada.call(path, { method })
    expect({ status: response.status, code: (await jsonOf(response)).code }).toEqual({ status, code })
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('lets configured origins in and no others', async () => {
    const origin = async (name: string) =>
      (await call('/api/health', { headers: { origin: name } })).headers.get('access-control-allow-origin')
    expect(await origin('https://other.abc.example')).toBe('https://other.abc.example')
    expect(await origin('https://evil.example')).toBeNull()
    expect(await origin('null')).toBeNull()
  })

  it('marks each answer and gives it an id to look it up by', async () => {
    const response = await call('/api/nothing')
    expect(response.headers.get('x-timesheets')).toBe('1')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
})
