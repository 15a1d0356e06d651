// Whatever Ada's phones, her client and Grace do to a week at the real Worker, all of them offline in turn: no approval
// covers an hour that was not on Grace's screen, nothing is lost or doubled, and the totals agree wherever one looks.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { entriesOf } from '#domain/book.ts'
import { daysOf, weekOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import type { Entry } from '#domain/entry.ts'
import { entryFrom, type Late } from '#domain/late.ts'
import { isLocked, type Week } from '#domain/week.ts'
import { cards } from '../../web/data/cards.ts'
import type { Device } from '../../web/data/device.ts'
import { plot, plots, prelude, weeks } from './approving-plots.ts'
import { adas, boss, closeStage, openStage, stage, world } from './approving-stage.ts'
import { sheetOn, Story } from './approving.ts'
import { bookOn, outboxOf } from './arrange.ts'

beforeAll(openStage, 120_000)
afterAll(closeStage)

interface LedgerRow {
  number: number
  chain: string
  change: string
  actor: string
  kind: string
  verdict: string
  was: string | null
  became: string | null
}

/** What the ledger says of Ada's timesheet, row by row, told without the domain's rules; answers where it breaks a promise. */
function retold(ledger: readonly LedgerRow[], story: Story) {
  const entries = new Map<string, Entry>()
  const steps = new Map<string, Week>()
  const lates = new Map<string, Late>()
  const submitted = new Map<string, { week: string; entries: string[] }>()
  const broken: string[] = []
  const inWeek = (week: string) =>
    [...entries.values()].filter((entry) => !entry.deleted && weekOf(entry.date) === week)
  const versionsIn = (week: string) =>
    inWeek(week)
      .map(({ version }) => version)
      .toSorted()
  const taken = ledger.filter(({ chain, verdict }) => chain === stage.ada && verdict !== 'refused')
  for (const { change, actor, kind, was, became } of taken) {
    const { also = [], ...first } = JSON.parse(became ?? '{}') as (Entry | Week | Late) & {
      also?: (Entry | Week)[]
    }
    const past = weeks.map((week) => ({
      week,
      status: steps.get(week)?.status,
      had: versionsIn(week).join(),
    }))
    const seen = story.seen.get(change)
    if (seen && was !== seen.version) broken.push(`${kind} of ${was ?? ''}, where ${seen.version} was seen`)
    for (const row of [first, ...also]) {
      if (row.kind === 'entry') entries.set(row.id, row)
      if (row.kind === 'week') steps.set(row.week, row)
      if (row.kind !== 'late') continue
      lates.set(row.id, row)
      const base = entries.get(row.entry)?.version ?? null
      if (kind === 'late.accept' && base !== row.base) broken.push(`accepted over ${String(base)}`)
      if (row.status === 'accepted') entries.set(row.entry, entryFrom(row))
    }
    if (kind === 'week.submit' && first.kind === 'week') {
      submitted.set(change, { week: first.week, entries: inWeek(first.week).map(({ id }) => id) })
    }
    if (kind === 'week.approve' && first.kind === 'week') {
      const had = versionsIn(first.week).join()
      if (had !== seen?.entries.join())
        broken.push(`approved ${had}, seen ${seen?.entries.join() ?? 'nothing'}`)
      if (had !== first.settled?.toSorted().join())
        broken.push(`approved ${had}, settled ${String(first.settled)}`)
      if (actor !== stage.grace) broken.push('approved by somebody else')
    }
    for (const { week, status, had } of past) {
      const isHers = kind === 'late.accept' && actor === stage.grace
      if (had === versionsIn(week).join() || isHers) continue
      if (status === 'approved') broken.push(`${kind} changed the approved ${week}`)
      const step = steps.get(week)
      if (isLocked(step) && step.version !== change)
        broken.push(`${kind} changed ${week} and not its version`)
    }
  }
  return { steps, lates, broken, inWeek, submitted, taken: taken.map(({ change }) => change) }
}

async function check(story: Story): Promise<void> {
  const ledger = await world.rowsOf<LedgerRow>('ledger')
  const truth = retold(ledger, story)
  expect(truth.broken).toEqual([])

  // Nothing lost, nothing doubled: each change is in the ledger or on a card, and none is there that nobody made.
  const boxes = await Promise.all(story.pages.map((page, who) => outboxOf(page, story.person(who))))
  const visible = boxes.flat().map(({ change }) => change.id)
  expect(visible.filter((id) => truth.taken.includes(id))).toEqual([])
  const found = new Set([...truth.taken, ...visible])
  expect([...story.kept].filter((id) => !found.has(id) && !story.dropped.has(id))).toEqual([])
  expect([...found].filter((id) => !story.kept.has(id))).toEqual([])
  for (const box of boxes) expect(cards(box).flatMap(({ items }) => items)).toHaveLength(box.length)

  // No week went without an hour that its phone still had.
  const without = [...story.before].flatMap(([submission, touches]) => {
    const submitted = truth.submitted.get(submission)
    if (!submitted) return []
    const before = new Set(truth.taken.slice(0, truth.taken.indexOf(submission)))
    return touches.filter(({ id, entry, to, from }) => {
      if (story.dropped.has(id) || before.has(id)) return false
      // Of what shall leave the week it is enough that it is not there.
      return to === submitted.week || (from === submitted.week && submitted.entries.includes(entry))
    })
  })
  expect(without).toEqual([])

  // Late hours are told alike on both sides, and the weeks.
  const books = await Promise.all(story.pages.map((page, who) => bookOn(page, story.person(who))))
  const standing = [...truth.lates.values()].map(({ id, status, version }) => `${id} ${status} ${version}`)
  for (const { lates, weeks: known } of books) {
    const told = [...lates.values()].map(({ id, status, version }) => `${id} ${status} ${version}`)
    expect(told.toSorted()).toEqual(standing.toSorted())
    for (const { week, version, status } of truth.steps.values()) {
      expect(known.get(weekKey(stage.ada, week))).toMatchObject({ version, status })
    }
  }
  for (const week of weeks) await checkWeek(story, week, truth, books)
}

type Truth = ReturnType<typeof retold>

/** A week is the same, and adds up, wherever one looks. */
async function checkWeek(
  story: Story,
  week: string,
  truth: Truth,
  books: Awaited<ReturnType<typeof bookOn>>[],
) {
  const [from = '', , , , , , to = ''] = daysOf(week)
  const counted = truth
    .inWeek(week)
    .map(({ version }) => version)
    .toSorted()
  const minutes = truth.inWeek(week).reduce((sum, entry) => sum + entry.minutes, 0)
  const status = truth.steps.get(week)?.status ?? 'open'
  const version = truth.steps.get(week)?.version ?? null
  const proposals = [...truth.lates.values()].filter((proposal) => proposal.week === week)
  for (const [client, whose] of [
    [adas, 'me'],
    [boss, stage.ada],
  ] as const) {
    const ask = async (path: string) => (await (await client(path)).json()) as never
    const shown: { entries: Entry[]; late: Late[] } = await ask(`/weeks/${whose}/${week}`)
    expect(shown).toMatchObject({ status, version, minutes })
    expect(shown.entries.map((entry) => entry.version).toSorted()).toEqual(counted)
    expect(shown.late.map(({ id }) => id).toSorted()).toEqual(proposals.map(({ id }) => id).toSorted())
    for (const by of ['project', 'day']) {
      const approved = status === 'approved' ? minutes : 0
      const report: { groups: { minutes: number }[] } = await ask(
        `/reports?from=${from}&to=${to}&by=${by}&person=${whose}`,
      )
      expect(report).toMatchObject({ minutes, approved })
      expect(report.groups.reduce((sum, group) => sum + group.minutes, 0)).toBe(minutes)
    }
    const { history }: { history: { change: string }[] } = await ask(`/weeks/${whose}/${week}/history`)
    const told = new Set(history.map(({ change }) => change))
    expect([...story.seen.keys()].filter((id) => version === id && !told.has(id))).toEqual([])
  }
  for (const book of books.slice(0, 2)) {
    expect(
      entriesOf(book, stage.ada, week)
        .map((entry) => entry.version)
        .toSorted(),
    ).toEqual(counted)
  }
  if (isLocked(truth.steps.get(week)))
    expect(await sheetOn(story.pages[2] as Device, week)).toEqual({ version, entries: counted })
}

it.each([
  ['her manager', true],
  ['an approver, and Ada has no manager', false],
])(
  'approves what she saw and nothing else, whatever happens in between: Grace is %s',
  { timeout: 1_200_000 },
  async (_, isManager) => {
    const run = fc.assert(
      fc.asyncProperty(plot, async ({ begun, steps }) => {
        const story = new Story()
        await story.begin(isManager ? stage.grace : null)
        for (const each of [...prelude.slice(0, begun), ...steps]) await story.follow(each)
        await story.end()
        await check(story)
      }),
      {
        numRuns: Number(process.env['RUNS'] ?? 16),
        endOnFailure: process.env['RUNS'] !== undefined,
        examples: plots.map((each) => [each] as [typeof each]),
      },
    )
    await expect(run).resolves.toBeUndefined()
  },
)
