// Weeks as large as somebody can make them, on their way to an approver: in pages that a Worker can hold, and all of them.
import { beforeAll, expect, it } from 'vitest'
import { daysOf } from '../../worker/domain/calendar.ts'
import { entriesPerDay } from '../../worker/domain/entry.ts'
import type { Page } from '../../worker/domain/sync.ts'
import { noteLength } from '../../worker/domain/text.ts'
import { administrator, approver, project, put, somebody, type Somebody, step } from './api.ts'
import { answersTo, took } from './managed.ts'

let bridge: string
let root: Somebody
beforeAll(async () => {
  bridge = (await project()).id
  root = await administrator()
})

const sheetsIn = ({ rows }: Page) =>
  rows.flatMap((row) => (row.kind === 'sheet' ? [[row.week.week, row.entries.length]] : []))

async function pages(who: Somebody, since?: string): Promise<Page[]> {
  const page = await who.pull(since)
  return page.more ? [page, ...(await pages(who, page.cursor))] : [page]
}

it('two of them come one by one, unless one change has moved both', async () => {
  const [lin, grace] = [await somebody(), await approver()]
  await answersTo(root, lin, { manager: grace.person })
  const weeks = ['2026-W46', '2026-W47']
  // Of all characters that a note may hold, the one that is longest in JSON.
  const note = '"'.repeat(noteLength)
  const hours: ReturnType<typeof put>[] = []
  for (const date of weeks.flatMap(daysOf)) {
    // One fewer, so that another finds room.
    const day = Array.from({ length: entriesPerDay - 1 }, () => put(bridge, { date, minutes: 1, note }))
    await took(lin, ...day)
    hours.push(...day)
  }
  const full = 7 * (entriesPerDay - 1)
  const submitted = weeks.map((week) => step('week.submit', lin, week))
  await took(lin, ...submitted)
  const back = submitted.map(({ week, id }) => ({ ...step('week.return', lin, week, id), reason: 'Notes?' }))
  await took(grace, ...back)
  await took(lin, ...back.map(({ week, id }) => step('week.submit', lin, week, id)))
  const found = await pages(grace)
  expect(found.map(sheetsIn).filter((sheets) => sheets.length > 0)).toEqual([
    [['2026-W46', full]],
    [['2026-W47', full]],
  ])
  const [hour] = hours
  const move = put(bridge, {
    entry: hour?.entry,
    base: hour?.id,
    date: '2026-11-20',
    minutes: 1,
    note,
    seenBefore: null,
  })
  await took(lin, move)
  const since = found.at(-1)?.cursor
  const news = (await pages(grace, since)).map(sheetsIn)
  expect(news.map((sheets) => new Map(sheets.map(([week, count]) => [week, count])))).toEqual([
    new Map([
      ['2026-W46', full - 1],
      ['2026-W47', full + 1],
    ]),
  ])
}, 30_000)
