// Ada edits on two phones and through a client of her own while Grace approves, all of them offline in turn, in whatever
// order, against the real Worker: no approval covers an hour that was not on Grace's screen, and the totals agree.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { entriesOf } from '#domain/book.ts'
import { addDays, addWeeks, daysOf, instantOf, weekOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import type { Entry } from '#domain/entry.ts'
import { entryFrom, type Late } from '#domain/late.ts'
import { isLocked, type Week } from '#domain/week.ts'
import { beginSignIn, completeSignIn } from '../../web/account/redirect.ts'
import { account } from '../../web/account/session.ts'
import { cards } from '../../web/data/cards.ts'
import { snapshot } from '../../web/data/copy.ts'
import { transact } from '../../web/data/database.ts'
import type { Device } from '../../web/data/device.ts'
import type { Intent } from '../../web/data/intent.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import { bookOn, hour, outboxOf, screen } from './arrange.ts'
import { type Context, Phone } from './platform.ts'
import { type Client, endPlatform, RealWorld } from './real-world.ts'
import { type Accident, dead, lost, truncated } from './world.ts'

const accidents: Record<string, Accident> = { dead, lost, truncated }
const [early, late] = [0, 1].map((count) => addWeeks(weekOf(instantOf(Date.now()).slice(0, 10)), count - 2))
const weeks = [early ?? '', late ?? '']
const [tuesday = '', thursday = '', nextWeek = ''] = [1, 3, 9].map((days) => addDays(daysOf(weeks[0] ?? '')[0] ?? '', days))

const minutes = fc.integer({ min: 1, max: 400 })
const pick = fc.nat({ max: 9 })
const date = fc.constantFrom(tuesday, thursday, tuesday, thursday, nextWeek)
const which = fc.nat({ max: 1 })
const device = fc.nat({ max: 2 })
/** Whether the device asks for news before, and sends what was done after. */
const talk = { isFresh: fc.boolean(), isSent: fc.boolean() }

const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      who: which,
      act: fc.constantFrom('log', 'log', 'edit', 'edit', 'delete', 'submit', 'submit', 'withdraw'),
      ...{ pick, date, minutes, ...talk },
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constant(2),
      act: fc.constantFrom('approve', 'approve', 'approve', 'return', 'reopen', 'accept', 'accept', 'decline'),
      ...{ pick, date, ...talk },
    }),
  },
  { weight: 2, arbitrary: fc.record({ who: device, act: fc.constantFrom('retry', 'discard'), pick, ...talk }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('client'), pick, date, minutes }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('together'), pick, date, minutes, who: device }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('signal'), who: device, isOnline: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('upset'),
      on: fc.constantFrom('POST /api/changes', 'GET /api/changes'),
      accident: fc.constantFrom(...Object.keys(accidents)),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Before it begins, in part or whole: a week is on its way, and the other phone has not heard of it. */
const quick = { pick: 0, date: tuesday, minutes: 60, isFresh: true, isSent: true }
const prelude: readonly Step[] = [
  { who: 0, act: 'log', ...quick },
  { who: 0, act: 'submit', ...quick },
  { who: 2, act: 'approve', ...quick },
  { who: 1, act: 'log', ...quick, isFresh: false, isSent: false },
]
const plot = fc.record({
  begun: fc.nat({ max: prelude.length }),
  steps: fc.array(step, { minLength: 8, maxLength: 20, size: 'max' }),
})

let world: RealWorld
let stage: { ada: string; grace: string; bridge: string; phones: Device[]; begin: () => Promise<void> }
let adas: Client
let boss: Client
beforeAll(async () => {
  world = await RealWorld.begin({ accessTokenSeconds: 86_400 })
  const bridge = await world.project('Bridge')
  const phones = [await signedIn('ada'), await signedIn('grace')]
  const [ada = '', grace = ''] = await Promise.all(phones.map(async (phone) => (await account(phone))?.person))
  adas = await world.client('ada', 'read:timesheets create:timesheets delete:timesheets')
  boss = await world.client('root', 'read:timesheets approve:timesheets manage:people')
  await boss('/me')
  stage = { ada, grace, bridge, phones, begin: await world.remember() }
}, 120_000)
afterAll(async () => {
  await world.end()
  await endPlatform()
})

async function signedIn(who: 'ada' | 'grace'): Promise<Device> {
  const page = new Phone(world).open()
  const begun = await beginSignIn(page, { returnTo: '/log' })
  if (!('url' in begun)) throw new Error('the tenant could not be reached')
  expect(await completeSignIn(page, await world.signIn(begun.url, who))).toEqual({ returnTo: '/log' })
  return page
}

/** Signs in on a device as on another, without the way through the tenant. */
async function signInAs(other: Device, device: Device): Promise<void> {
  for (const store of ['sessions', 'keys', 'settings', 'accounts'] as const) {
    const [keys, values] = await transact(other, 'readonly', [store], (transaction) =>
      Promise.all([transaction.objectStore(store).getAllKeys(), transaction.objectStore(store).getAll()]),
    )
    await transact(device, 'readwrite', [store], async (transaction) => {
      const isInline = transaction.objectStore(store).keyPath !== null
      for (const [place, value] of values.entries()) {
        await transaction.objectStore(store).put(value as never, isInline ? undefined : (keys[place] as never))
      }
    })
  }
}

/** What was on Grace's screen when she decided. */
interface Seen {
  version: string
  entries: string[]
}

class Story {
  readonly phones: Phone[] = []
  readonly pages: Context[] = []
  /** Every change that was ever saved or taken, and those that a person has dropped or replaced by another. */
  readonly kept = new Set<string>()
  readonly dropped = new Set<string>()
  /** By decision. */
  readonly seen = new Map<string, Seen>()
  /** By change of an hour: the weeks it touches, as its phone saw it. */
  readonly touched = new Map<string, string[]>()
  /** By submission: the changes of its hours that its phone had not delivered. */
  readonly before = new Map<string, string[]>()

  async begin(manager: string | null): Promise<void> {
    await stage.begin()
    world.upset = null
    const { people } = (await (await boss('/people')).json()) as { people: { id: string; version: string }[] }
    const { id, version, linked: _, ...ada } = people.find((person) => person.id === stage.ada) as never as Record<string, string>
    const headers = { 'if-match': `"${version}"` }
    const deputy = manager && people.find((person) => person.id !== stage.ada && person.id !== stage.grace)?.id
    const put = await boss(`/people/${id}`, { method: 'PUT', headers, body: { ...ada, manager, deputy } })
    expect(put.status, await put.text()).toBe(200)
    for (const who of [0, 0, 1]) {
      const phone = new Phone(world)
      const page = phone.open()
      await signInAs(stage.phones[who] as Device, page)
      this.phones.push(phone)
      this.pages.push(page)
    }
    for (const page of this.pages) await sync(page)
  }

  person = (who: number) => (who === 2 ? stage.grace : stage.ada)

  async follow(step: Step): Promise<void> {
    if (step.act === 'upset') {
      world.upset = { on: step.on, accident: accidents[step.accident] ?? dead }
      return
    }
    if (step.act === 'client') return this.client(step)
    const [page, phone] = [this.pages[step.who], this.phones[step.who]]
    if (!page || !phone) return
    if (step.act === 'signal') {
      phone.isOnline = step.isOnline
      return
    }
    if (step.act === 'together') {
      // Everybody but one at the same moment.
      const others = this.pages.filter((other) => other !== page)
      await Promise.all([...others.map((other) => sync(other)), this.client(step)])
      return
    }
    if (step.isFresh) await sync(page)
    await this.act(page, step)
    if (step.isSent) await sync(page)
  }

  async act(page: Context, step: Extract<Step, { isFresh: boolean }>): Promise<void> {
    const { who, act, pick } = step
    const person = this.person(who)
    const found = cards(await outboxOf(page, person))
    const card = found[pick % Math.max(1, found.length)]
    if (act === 'discard' && card) {
      for (const { change } of card.items) this.dropped.add(change.id)
      await discard(page, person, card.thing)
    }
    if (act === 'retry' && card) await this.save(page, person, card.thing, () => retry(page, person, card.thing))
    if (act === 'retry' || act === 'discard') return
    const intent = await (who === 2 ? this.decision(page, step) : this.wish(page, step))
    if (intent) await this.save(page, person, thingOf(intent), () => keep(page, person, intent))
  }

  /** What Ada wants of her hours. */
  async wish(page: Context, step: Extract<Step, { isFresh: boolean }>): Promise<Intent | null> {
    const { date: day = '', minutes: length = 1 } = step as { date?: string; minutes?: number }
    if (step.act === 'log') return hour({ project: stage.bridge, date: day, minutes: length })
    if (step.act === 'submit' || step.act === 'withdraw') {
      const week = weekOf(day)
      const saw = (await bookOn(page, stage.ada)).weeks.get(weekKey(stage.ada, week))?.version ?? null
      return { kind: `week.${step.act}`, week, saw }
    }
    const shown = await screen(page, stage.ada)
    const entry = shown[step.pick % Math.max(1, shown.length)]?.id
    if (!entry) return null
    return step.act === 'delete'
      ? { kind: 'entry.delete', entry }
      : hour({ project: stage.bridge, entry, date: day, minutes: length })
  }

  /** What Grace decides about what is on her screen. */
  async decision(page: Context, { act, pick, ...step }: Extract<Step, { isFresh: boolean }>): Promise<Intent | null> {
    const person = stage.ada
    if (act === 'accept' || act === 'decline') {
      const { lates } = await bookOn(page, stage.grace)
      const proposed = [...lates.values()].filter(({ status }) => status === 'proposed')
      const chosen = proposed[pick % Math.max(1, proposed.length)]
      if (!chosen) return null
      const about = { person, late: chosen.id, saw: chosen.version }
      return act === 'accept' ? { kind: 'late.accept', ...about } : { kind: 'late.decline', ...about, reason: 'so' }
    }
    const week = weekOf('date' in step ? step.date : '')
    const saw = (await sheetOn(page, week))?.version
    if (saw === undefined) return null
    if (act === 'approve') return { kind: 'week.approve', person, week, saw }
    return { kind: act === 'return' ? 'week.return' : 'week.reopen', person, week, saw, reason: 'so' }
  }

  /** Saves on a page, and remembers what gave way to it and what was on the screen. */
  async save(page: Context, person: string, thing: string | undefined, act: () => ReturnType<typeof retry>) {
    const items = await outboxOf(page, person)
    const replaced = cards(items).find((card) => card.thing === thing)?.items ?? []
    const before = await bookOn(page, person)
    const sheets = person === stage.grace ? await Promise.all(weeks.map((week) => sheetOn(page, week))) : []
    const result = await act()
    if (!result || 'refused' in result) return
    const { kept } = result
    this.kept.add(kept.id)
    for (const { change } of replaced) this.dropped.add(change.id)
    if (kept.kind === 'entry.put' || kept.kind === 'entry.delete') {
      const was = before.entries.get(`${person} ${kept.entry}`)
      const places = [kept.kind === 'entry.put' ? kept.date : undefined, was?.deleted ? undefined : was?.date]
      this.touched.set(kept.id, places.flatMap((place) => (place ? [weekOf(place)] : [])))
    }
    if (kept.kind === 'week.submit') {
      const waiting = items.filter(({ change }) => this.touched.get(change.id)?.includes(kept.week))
      this.before.set(kept.id, waiting.map(({ change }) => change.id))
    }
    if (kept.kind === 'late.accept') this.seen.set(kept.id, { version: kept.base, entries: [] })
    if (kept.kind !== 'week.approve') return
    // Tried again, a decision is about what was on the screen the first time.
    const first = replaced.map(({ change }) => this.seen.get(change.id)).find((seen) => seen?.version === kept.base)
    this.seen.set(kept.id, first ?? (sheets[weeks.indexOf(kept.week)] as Seen))
  }

  /** Ada's own client, which says nothing of what it had seen. */
  async client({ pick, date, minutes }: { pick: number; date: string; minutes: number }): Promise<void> {
    const id = crypto.randomUUID()
    const { timesheets } = (await (await adas('/timesheets')).json()) as { timesheets: Entry[] }
    const entry = timesheets[pick % (timesheets.length + 1)]
    const body = { project: stage.bridge, date, minutes }
    const headers = { 'idempotency-key': id, 'if-match': `"${entry?.version ?? ''}"` }
    const answer = await (entry === undefined
      ? adas('/timesheets', { method: 'POST', body, headers })
      : pick % 2 === 0
        ? adas(`/timesheets/${entry.id}`, { method: 'PUT', body, headers })
        : adas(`/timesheets/${entry.id}`, { method: 'DELETE', headers }))
    expect([200, 201, 204, 409, 412, 422, 404]).toContain(answer.status)
    if (answer.ok) this.kept.add(id)
  }

  async end(): Promise<void> {
    world.upset = null
    const outcomes = new Set<string>()
    for (const phone of this.phones) phone.isOnline = true
    for (const page of this.pages) await sync(page)
    for (const page of this.pages) outcomes.add((await sync(page)).outcome)
    for (const page of this.pages) outcomes.add((await sync(page)).outcome)
    expect(outcomes).toEqual(new Set(['done']))
  }
}

const thingOf = (intent: Intent): string | undefined => {
  if ('late' in intent) return intent.late
  if ('week' in intent) return weekKey(stage.ada, intent.week)
  return 'entry' in intent ? intent.entry : undefined
}

/** Ada's week on Grace's screen, as web/state/copy.ts puts it together. */
async function sheetOn(page: Device, week: string): Promise<Seen | undefined> {
  const { rows } = await snapshot(page, stage.grace)
  const sheet = rows.find((row) => row.kind === 'sheet' && row.week.week === week)
  if (sheet?.kind !== 'sheet') return undefined
  const book = await bookOn(page, stage.grace)
  const now = book.weeks.get(weekKey(stage.ada, week)) ?? sheet.week
  const isAsRead = now.version === sheet.week.version
  const entries = isAsRead ? sheet.entries : entriesOf(book, stage.ada, week)
  return { version: now.version, entries: entries.map(({ version }) => version).toSorted() }
}

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
  const broken: string[] = []
  const inWeek = (week: string) => [...entries.values()].filter((entry) => !entry.deleted && weekOf(entry.date) === week)
  const versionsIn = (week: string) => inWeek(week).map(({ version }) => version).toSorted()
  const taken = ledger.filter(({ chain, verdict }) => chain === stage.ada && verdict !== 'refused')
  for (const { change, actor, kind, was, became } of taken) {
    const { also = [], ...first } = JSON.parse(became ?? '{}') as (Entry | Week | Late) & { also?: (Entry | Week)[] }
    const past = weeks.map((week) => ({ week, status: steps.get(week)?.status, had: versionsIn(week).join() }))
    const seen = story.seen.get(change)
    if (seen && was !== seen.version) broken.push(`${kind} of ${was ?? ''}, where ${seen.version} was seen`)
    for (const row of [first, ...also]) {
      if (row.kind === 'entry') entries.set(row.id, row)
      if (row.kind === 'week') steps.set(row.week, row)
      if (row.kind !== 'late') continue
      lates.set(row.id, row)
      if (row.status === 'accepted') entries.set(row.entry, entryFrom(row))
    }
    if (kind === 'week.approve' && first.kind === 'week') {
      const had = versionsIn(first.week).join()
      if (had !== seen?.entries.join()) broken.push(`approved ${had}, seen ${seen?.entries.join() ?? 'nothing'}`)
      if (had !== first.settled?.toSorted().join()) broken.push(`approved ${had}, settled ${String(first.settled)}`)
      if (actor !== stage.grace) broken.push('approved by somebody else')
    }
    for (const { week, status, had } of past) {
      const isHers = kind === 'late.accept' && actor === stage.grace
      if (had === versionsIn(week).join() || isHers) continue
      if (status === 'approved') broken.push(`${kind} changed the approved ${week}`)
      const step = steps.get(week)
      if (isLocked(step) && step.version !== change) broken.push(`${kind} changed ${week} and not its version`)
    }
  }
  return { entries, steps, lates, broken, inWeek, taken: taken.map(({ change }) => change) }
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
  const without = [...story.before].filter(([submission, hours]) => {
    const before = new Set(truth.taken.slice(0, Math.max(0, truth.taken.indexOf(submission))))
    return truth.taken.includes(submission) && hours.some((id) => !story.dropped.has(id) && !before.has(id))
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
async function checkWeek(story: Story, week: string, truth: Truth, books: Awaited<ReturnType<typeof bookOn>>[]) {
  const [from = '', , , , , , to = ''] = daysOf(week)
  const counted = truth.inWeek(week).map(({ version }) => version).toSorted()
  const minutes = truth.inWeek(week).reduce((sum, entry) => sum + entry.minutes, 0)
  const status = truth.steps.get(week)?.status ?? 'open'
  const version = truth.steps.get(week)?.version ?? null
  const proposals = [...truth.lates.values()].filter((proposal) => proposal.week === week)
  for (const [client, whose] of [[adas, 'me'], [boss, stage.ada]] as const) {
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
    expect(entriesOf(book, stage.ada, week).map((entry) => entry.version).toSorted()).toEqual(counted)
  }
  if (status !== 'open') expect(await sheetOn(story.pages[2] as Device, week)).toEqual({ version, entries: counted })
}

it.each([
  ['her manager', true],
  ['an approver, and Ada has no manager', false],
])('approves what she saw and nothing else, whatever happens in between: Grace is %s', { timeout: 1_200_000 }, async (_, isManager) => {
  const reached: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(plot, async ({ begun, steps }) => {
      const story = new Story()
      await story.begin(isManager ? stage.grace : null)
      for (const each of [...prelude.slice(0, begun), ...steps]) await story.follow(each)
      await story.end()
      await check(story)
      for (const { kind, verdict } of await world.rowsOf<LedgerRow>('ledger')) {
        reached[`${kind} ${verdict}`] = (reached[`${kind} ${verdict}`] ?? 0) + 1
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 15) },
  )
  if (process.env['RUNS']) console.log(reached)
})
