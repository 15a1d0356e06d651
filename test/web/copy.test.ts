// The device's copy of what the server said: pages and cursor together, and a new copy when the old one leads nowhere.
import { describe, expect, it } from 'vitest'
import { mondayOf } from '#domain/calendar.ts'
import { snapshot } from '../../web/data/copy.ts'
import { sync } from '../../web/data/sync.ts'
import { people } from './set-up.ts'
import { adasPage, hour, outboxOf, save, screen } from './arrange.ts'
import { Phone } from './platform.ts'
import { approve, gracesPage, signInTo } from './weeks.ts'
import { dead, heldAnswer, lost, problem, World } from './world.ts'

async function adaWithHours(count: number) {
  const world = new World()
  const phone = new Phone(world)
  const page = await adasPage(world, phone)
  for (let number = 0; number < count; number += 1) await save(page, hour({ minutes: number + 1 }))
  await sync(page)
  return { world, phone, page }
}

describe('the copy', () => {
  it('comes page by page, and goes on where it was cut off', async () => {
    const { world } = await adaWithHours(10)
    world.api.rowsPerPage = 4
    world.upset('GET /api/changes', (_, arrive) => arrive())
    world.upset('GET /api/changes', dead)
    const fresh = await adasPage(world, new Phone(world))
    expect((await screen(fresh)).length).toBeGreaterThan(0)
    expect((await screen(fresh)).length).toBeLessThan(10)
    const before = world.count('GET /api/changes')
    expect(await sync(fresh)).toMatchObject({ outcome: 'done' })
    expect(await screen(fresh)).toHaveLength(10)
    expect(world.count('GET /api/changes') - before).toBe(3)
  })

  it('learns of what is deleted elsewhere', async () => {
    const { world, page } = await adaWithHours(2)
    const other = await adasPage(world, new Phone(world))
    const [first] = await screen(other)
    await save(other, { kind: 'entry.delete', entry: first?.id ?? '' })
    await sync(other)
    await sync(page)
    expect(await screen(page)).toHaveLength(1)
  })

  it('is not moved on by verdicts: what another device did in between is not missed', async () => {
    const { world, page } = await adaWithHours(1)
    const other = await adasPage(world, new Phone(world))
    await save(other, hour({ note: 'in between' }))
    await sync(other)
    await save(page, hour({ note: 'mine' }))
    // An answer with verdicts and no news.
    world.upset('POST /api/changes', async (_, arrive) => {
      const answer = await arrive()
      const { verdicts } = (await answer.json()) as { verdicts: unknown }
      return Response.json({ verdicts }, answer)
    })
    world.upset('GET /api/changes', dead)
    await sync(page)
    await sync(page)
    expect((await screen(page)).map(({ note }) => note)).toContain('in between')
  })

  it('passes over kinds of rows that only a newer app knows, and still delivers', async () => {
    const { world, page } = await adaWithHours(1)
    await save(page, hour())
    world.upset('POST /api/changes', async (_, arrive) => {
      const answer = await arrive()
      const body = (await answer.json()) as { news: { rows: unknown[] } }
      body.news.rows.push({ kind: 'expense', day: '2026-11-21' })
      return Response.json(body, answer)
    })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })
})

/** Grace's phone with the approved week of Ada, a week that was given back to her, and one that waits, all of June. */
async function graceInJune() {
  const world = new World()
  world.now = Date.parse('2026-06-26T09:00:00.000Z')
  const ada = await adasPage(world, new Phone(world))
  const away = await adasPage(world, new Phone(world))
  for (const which of ['2026-W23', '2026-W24', '2026-W25']) {
    await save(ada, hour({ date: mondayOf(which) }))
    await save(ada, { kind: 'week.submit', week: which, saw: null })
  }
  await sync(ada)
  approve(world, '2026-W23')
  approve(world, '2026-W25')
  const grace = await gracesPage(world)
  const sheets = async () =>
    (await snapshot(grace, people.Grace)).rows.flatMap((row) => (row.kind === 'sheet' ? [row.week.week] : []))
  return { world, away, grace, sheets }
}

describe("an approver's phone", () => {
  it('lets go of approved weeks that are older than twelve weeks, and of no other', async () => {
    const { world, grace, sheets } = await graceInJune()
    expect(await sheets()).toEqual(['2026-W23', '2026-W24', '2026-W25'])
    world.now = Date.parse('2026-09-11T09:00:00.000Z')
    await sync(grace)
    expect(await sheets()).toEqual(['2026-W23', '2026-W24', '2026-W25'])
    world.now = Date.parse('2027-01-11T09:00:00.000Z')
    await sync(grace)
    expect(await sheets()).toEqual(['2026-W24'])
  })

  it('keeps an old week for as long after its approval', async () => {
    const { world, grace, sheets } = await graceInJune()
    world.now = Date.parse('2027-01-11T09:00:00.000Z')
    await sync(grace)
    expect(await sheets()).toEqual(['2026-W24'])
    approve(world, '2026-W24')
    await sync(grace)
    await sync(grace)
    expect(await sheets()).toEqual(['2026-W24'])
    world.now = Date.parse('2027-05-11T09:00:00.000Z')
    await sync(grace)
    expect(await sheets()).toEqual([])
  })

  it('keeps an old week in which late hours wait for her', async () => {
    const { world, away, grace, sheets } = await graceInJune()
    world.now = Date.parse('2027-01-11T09:00:00.000Z')
    await save(away, hour({ date: mondayOf('2026-W23') }))
    expect(await sync(away)).toMatchObject({ delivered: 1 })
    await sync(grace)
    expect(await sheets()).toEqual(['2026-W23', '2026-W24'])
  })

  it('does not let go of anything because its clock is wrong', async () => {
    const { world, grace, sheets } = await graceInJune()
    const wrong = new Phone(world, 400 * 86_400_000)
    const page = wrong.open()
    await signInTo(world, page, 'Grace')
    const { rows } = await snapshot(page, people.Grace)
    expect(rows.filter(({ kind }) => kind === 'sheet')).toHaveLength(3)
    await sync(grace)
    expect(await sheets()).toHaveLength(3)
  })
})

describe('what a server of another age says', () => {
  it.each([
    ['an entry of the next century', { kind: 'entry', date: '2100-01-01' }],
    ['an entry in a zone this phone does not know', { kind: 'entry', zone: 'Moon/Tranquility' }],
    ['an entry with a long note', { kind: 'entry', note: 'x'.repeat(5000) }],
    ['an entry of more than a day', { kind: 'entry', minutes: 2000 }],
    ['a project with a long name', { kind: 'project', name: 'x'.repeat(500) }],
    ['a project with a named colour', { kind: 'project', colour: 'teal' }],
  ])('is taken, and stops no delivery: %s', async (_, { kind, ...strange }) => {
    const { world, page } = await adaWithHours(1)
    await save(page, hour())
    world.upset('POST /api/changes', async (_request, arrive) => {
      const answer = await arrive()
      const body = (await answer.json()) as { news: { rows: unknown[] } }
      const id = crypto.randomUUID()
      body.news.rows.push({
        ...(kind === 'entry' ? world.api.entriesOf('Ada')[0] : world.api.projects[0]),
        id,
        ...strange,
      })
      return Response.json(body, answer)
    })
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1 })
  })
})

describe('when what Ada may see has changed', () => {
  it('keeps the old rows on the screen until the new copy is complete, and the outbox as it is', async () => {
    const { world, page } = await adaWithHours(5)
    world.api.rowsPerPage = 2
    world.api.scopes.Ada = ['read:timesheets', 'create:timesheets']
    await save(page, hour({ note: 'waiting' }))
    const seen: number[] = []
    for (let count = 0; count < 6; count += 1) {
      world.upset('GET /api/changes', async (_, arrive) => {
        seen.push((await screen(page)).length)
        return arrive()
      })
    }
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1, waiting: 0 })
    expect(seen.length).toBeGreaterThan(2)
    expect(new Set(seen)).toEqual(new Set([6]))
    expect(await screen(page)).toHaveLength(6)
  })

  it('takes a cursor that the server cannot read for the same, and blames no change for it', async () => {
    const { world, page } = await adaWithHours(1)
    await save(page, hour())
    const issues = [{ path: 'since', reason: 'must be a cursor of this API' }]
    world.upset('POST /api/changes', problem(400, 'input.invalid', {}, { issues }))
    expect(await sync(page)).toMatchObject({ outcome: 'done', delivered: 1, refused: 0 })
  })
})

describe("when the server's history was restored to an earlier day", () => {
  it('delivers again what was lost there, once, and takes what was not', async () => {
    const { world, page } = await adaWithHours(4)
    await save(page, hour({ note: 'waiting' }))
    world.api.restore(2)
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 0, refused: 0 })
    expect(world.api.appliedOf('Ada')).toHaveLength(5)
    expect(await screen(page)).toHaveLength(5)
    expect(await outboxOf(page)).toEqual([])
  })

  it('loses nothing when the phone dies on the way', async () => {
    const { world, phone, page } = await adaWithHours(4)
    world.api.restore(1)
    world.upset('POST /api/changes', lost)
    await sync(page)
    const worker = phone.open()
    const answer = heldAnswer()
    world.upset('POST /api/changes', answer.accident)
    void sync(worker).catch(() => undefined)
    await answer.done
    await worker.kill()
    expect(await sync(phone.open())).toMatchObject({ outcome: 'done', waiting: 0 })
    expect(world.api.appliedOf('Ada')).toHaveLength(4)
    expect(await screen(page)).toHaveLength(4)
  })

  it('delivers again what was lost there although the clock of the phone jumped ahead by a year', async () => {
    const { world, phone, page } = await adaWithHours(3)
    phone.offset = 365 * 86_400_000
    await save(page, hour({ note: 'from the future' }))
    await sync(page)
    world.api.restore(0)
    expect(await sync(page)).toMatchObject({ outcome: 'done', waiting: 0 })
    expect(world.api.appliedOf('Ada')).toHaveLength(4)
  })

  it('forgets delivered changes after 35 days', async () => {
    const { world, page } = await adaWithHours(3)
    world.now += 36 * 86_400_000
    await save(page, hour({ note: 'later' }))
    await sync(page)
    world.api.restore(0)
    await sync(page)
    expect(world.api.appliedOf('Ada')).toHaveLength(1)
  })
})

it('a snapshot says how the last sync went', async () => {
  const { world, phone, page } = await adaWithHours(1)
  phone.isOnline = false
  await save(page, hour())
  await sync(page)
  const { report, complete } = await snapshot(page, people.Ada)
  expect(report).toMatchObject({ outcome: 'offline', waiting: 1, detail: 'offline' })
  expect(complete).toBe(world.now)
})
