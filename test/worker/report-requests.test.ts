// Who may ask for a report, of whom and of which days.
import { beforeAll, describe, expect, it } from 'vitest'
import { By } from '../../worker/domain/report.ts'
import { jsonOf, newId, somebody, type Somebody } from './api.ts'
import { counted, lines, reported, span } from './reported.ts'

let grace: Somebody
let ada: Somebody
let lin: Somebody
let mallory: Somebody
beforeAll(async () => {
  ;({ grace, ada, lin, mallory } = await reported())
})

describe('who asks', () => {
  it.each<[string, () => [Somebody, string], number[]]>([
    ['Ada of herself', () => [ada, ''], counted.ada],
    ['Ada of herself, by her id', () => [ada, `&person=${ada.person}`], counted.ada],
    ['Ada of all, who gets herself', () => [ada, '&person=all'], counted.ada],
    ['Grace of Ada', () => [grace, `&person=${ada.person}`], counted.ada],
    ['Grace of herself, who has none', () => [grace, '&person=me'], []],
    ['Grace of all, Mallory not among them', () => [grace, '&person=all'], [...counted.ada, ...counted.lin]],
  ])('%s', async (_, asked, minutes) => {
    const [who, query] = asked()
    const found = await lines(who, query)
    expect(found.map((line) => line.minutes).toSorted()).toEqual(minutes.toSorted())
    expect(JSON.stringify(found)).not.toContain('Mallory')
  })

  it.each<[string, () => [Somebody, Somebody]]>([
    ['Ada of Lin', () => [ada, lin]],
    ['Ada of Grace', () => [ada, grace]],
    ['Mallory of Ada', () => [mallory, ada]],
    ['Grace of Mallory, for whom she does not act', () => [grace, mallory]],
  ])('%s is refused', async (_, asked) => {
    const [who, { person }] = asked()
    for (const by of [...By.options, 'entry']) {
      const response = await who.call(`/api/reports?${span}&by=${by}&person=${person}`)
      expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'week.not-yours'])
    }
  })

  it('of somebody nobody knows is refused in the same words', async () => {
    const response = await grace.call(`/api/reports?${span}&by=day&person=${newId()}`)
    expect([response.status, (await jsonOf(response)).code]).toEqual([403, 'week.not-yours'])
  })

  it('with no right to read gets nothing', async () => {
    const blind = await somebody({ scope: 'create:timesheets approve:timesheets' })
    expect((await blind.call(`/api/reports?${span}&by=day`)).status).toBe(403)
  })
})

describe('a span', () => {
  it.each([
    ['of one day', 'from=2026-11-09&to=2026-11-09', 200],
    ['of a leap year', 'from=2028-01-01&to=2028-12-31', 200],
    ['of 366 days', 'from=2026-01-01&to=2027-01-01', 200],
    ['of 367 days', 'from=2026-01-01&to=2027-01-02', 400],
    ['that ends before it begins', 'from=2026-11-10&to=2026-11-09', 400],
    ['of days that do not exist', 'from=2026-02-29&to=2026-03-01', 400],
    ['without an end', 'from=2026-11-09', 400],
    ['without a beginning', 'to=2026-11-09', 400],
    ['to the last day there is', 'from=2099-12-31&to=2099-12-31', 200],
  ])('%s (%s): %i', async (_, query, status) => {
    for (const by of ['day', 'entry']) {
      const response = await ada.call(`/api/reports?${query}&by=${by}`)
      const { code } = await jsonOf(response)
      expect([response.status, code]).toEqual([status, status === 400 ? 'input.invalid' : undefined])
    }
  })

  it.each(['by=week', 'by=', 'by=day&cursor=x', 'by=day&person=ada', 'by=day&sort=up', ''])(
    'is asked for in no other way: %j',
    async (query) => {
      expect((await ada.call(`/api/reports?${span}&${query}`)).status).toBe(400)
    },
  )
})
