// What becomes of an approver's copy when somebody new comes: the first week of a new company must not send everybody
// back to the beginning each time.
import { beforeAll, expect, it } from 'vitest'
import { addWeeks } from '../../worker/domain/calendar.ts'
import { type Page, sheetsPerPage } from '../../worker/domain/sync.ts'
import {
  administrator,
  approver,
  at,
  newId,
  project,
  put,
  sheetOf,
  somebody,
  type Somebody,
  step,
  words,
} from './api.ts'
import { answersTo, took } from './managed.ts'

const week = '2026-W47'

let root: Somebody
let bridge: string
beforeAll(async () => {
  root = await administrator()
  bridge = (await project()).id
})

/** Every page that is there, read on from a cursor. */
async function pages(who: Somebody, since?: string): Promise<Page[]> {
  const page = await who.pull(since)
  expect(page).toHaveProperty('cursor')
  return page.more ? [page, ...(await pages(who, page.cursor))] : [page]
}

/** An approver whose copy is complete, and up to where. */
async function copied() {
  const grace = await approver()
  const cursor = (await pages(grace)).at(-1)?.cursor
  return { grace, cursor }
}

it('Grace’s copy goes on, and brings the newcomer and their week', async () => {
  const { grace, cursor } = await copied()

  const lin = await somebody()
  await took(lin, put(bridge, { note: 'the first hour' }), step('week.submit', lin, week))

  const news = await grace.pull(cursor)
  expect(news.rows).toContainEqual(expect.objectContaining({ kind: 'person', id: lin.person }))
  expect(sheetOf(news, lin)).toMatchObject({ entries: [{ note: 'the first hour' }] })
  expect(await grace.pull(news.cursor)).toMatchObject({ rows: [], more: false })
})

it('Grace’s copy goes on between two pages, too', async () => {
  const [lin, grace] = await Promise.all([somebody(), approver()])
  const steps = Array.from({ length: sheetsPerPage + 1 }, (_, place) =>
    step('week.submit', lin, addWeeks('2026-W10', place)),
  )
  await took(lin, ...steps)
  const first = await grace.pull()
  expect(first.more).toBe(true)

  const ada = await somebody()
  await took(ada, step('week.submit', ada, week))

  const rest = await pages(grace, first.cursor)
  expect(rest.filter((page) => sheetOf(page, ada))).toHaveLength(1)
  expect(await grace.pull(rest.at(-1)?.cursor)).toMatchObject({ rows: [], more: false })
})

it('somebody made ahead for Grace comes to her copy with the push that made them', async () => {
  const { grace, cursor } = await copied()
  const person = newId()
  const ahead = {
    id: newId(),
    kind: 'person.put',
    person,
    name: 'Lin',
    email: `${newId()}@contractor.example`,
    from: '2026-11-01',
    until: null,
    target: null,
    manager: grace.person,
    deputy: null,
    active: true,
    base: null,
    at,
  }
  expect(words(await root.push([ahead]))).toEqual(['applied'])
  const news = await grace.pull(cursor)
  expect(news.rows).toMatchObject([{ kind: 'person', id: person }])
  expect(await grace.pull(news.cursor)).toMatchObject({ rows: [], more: false })
})

it('Grace’s copy is told so when the newcomer goes to another approver', async () => {
  const [{ grace, cursor }, other] = await Promise.all([copied(), approver()])
  const lin = await somebody()
  const news = await grace.pull(cursor)
  await answersTo(root, lin, { manager: other.person })
  expect(await grace.pull(news.cursor)).toMatchObject({ code: 'rights.changed' })
  // The copy that never had anything of hers needs nothing.
  expect(JSON.stringify(await grace.pull(cursor))).not.toContain(lin.person)
})
