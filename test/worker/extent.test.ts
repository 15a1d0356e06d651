// How much of the past an approver's copy is made of: it must not grow with the years that their people have worked.
import { beforeAll, expect, it } from 'vitest'
import { addWeeks } from '../../worker/domain/calendar.ts'
import { type Page, rowsPerPage } from '../../worker/domain/sync.ts'
import { administrator, approver, newId, project, put, somebody, type Somebody, step } from './api.ts'
import { answersTo, took } from './managed.ts'

let root: Somebody
let bridge: string
beforeAll(async () => {
  root = await administrator()
  bridge = (await project()).id
})

/** Longer ago than the twelve weeks that a copy holds. */
const longAgo = '2025-W10'
const submitted = (who: Somebody, week: string) => took(who, step('week.submit', who, week))

/** Grace, whom Ada answers to, with so many hours of her own, and Heidi, who stands in for her. */
async function approvers(hours: number) {
  const [ada, grace, heidi] = await Promise.all([somebody(), approver(), approver()])
  await answersTo(root, ada, { manager: grace.person, deputy: heidi.person })
  for (let place = 0; place < hours; place += 200) {
    const batch = Array.from({ length: Math.min(200, hours - place) }, (_, each) => {
      const day = `2026-${String(1 + ((place + each) % 12)).padStart(2, '0')}-${String(1 + (each % 28)).padStart(2, '0')}`
      return put(bridge, { date: day, minutes: 1 })
    })
    await took(grace, ...batch)
  }
  return { ada, grace, heidi }
}

async function pages(who: Somebody, since?: string): Promise<Page[]> {
  const page = await who.pull(since)
  return page.more ? [page, ...(await pages(who, page.cursor))] : [page]
}
const weeksIn = (found: readonly Page[]) =>
  found.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'sheet' ? [row.week] : [])))

it('a copy holds no old week that was decided, also where it takes more than one page', async () => {
  const { ada, grace, heidi } = await approvers(rowsPerPage + 10)
  for (const place of [0, 1, 2]) {
    const submit = step('week.submit', ada, addWeeks(longAgo, place))
    await took(ada, submit)
    await took(heidi, step('week.approve', ada, submit.week, submit.id))
  }
  await submitted(ada, addWeeks(longAgo, 3))

  const found = await pages(grace)

  expect(found.length).toBeGreaterThan(1)
  expect(weeksIn(found)).toMatchObject([{ week: addWeeks(longAgo, 3), status: 'submitted' }])
})

it('a copy hears what becomes of an old week that it holds', async () => {
  const { ada, grace, heidi } = await approvers(1)
  const submit = step('week.submit', ada, longAgo)
  await took(ada, submit)
  const before = await pages(grace)
  expect(weeksIn(before)).toMatchObject([{ status: 'submitted' }])

  await took(heidi, { ...step('week.approve', ada, longAgo, submit.id), id: newId() })

  const news = await pages(grace, before.at(-1)?.cursor)
  expect(weeksIn(news)).toMatchObject([{ week: longAgo, status: 'approved' }])
})

it('a copy hears it also when that happens between two of its pages', async () => {
  const { ada, grace, heidi } = await approvers(rowsPerPage + 10)
  const submit = step('week.submit', ada, longAgo)
  await took(ada, submit)
  const first = await grace.pull()
  expect(first.more).toBe(true)
  await took(heidi, step('week.approve', ada, longAgo, submit.id))

  expect(weeksIn(await pages(grace, first.cursor)).at(-1)).toMatchObject({
    week: longAgo,
    status: 'approved',
  })
})
