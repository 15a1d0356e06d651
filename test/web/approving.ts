// The story of Ada, who edits on two phones and through a client of her own, while Grace approves: it follows a plot, and
// remembers what must be known to tell whether a promise was broken.
import { entriesOf } from '#domain/book.ts'
import { weekOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import type { Entry } from '#domain/entry.ts'
import { cards } from '../../web/data/cards.ts'
import { snapshot } from '../../web/data/copy.ts'
import type { Device } from '../../web/data/device.ts'
import type { Intent } from '../../web/data/intent.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import { accidents, type Step, weeks } from './approving-plots.ts'
import { adas, boss, signInAs, stage, world } from './approving-stage.ts'
import { bookOn, hour, outboxOf, screen } from './arrange.ts'
import { type Context, Phone } from './platform.ts'
import { dead } from './world.ts'

/** What was on Grace's screen when she decided. */
interface Seen {
  version: string
  entries: string[]
}

/** A change of an hour, with the week that it goes to and the one that it leaves, as its phone saw it. */
interface Touch {
  id: string
  entry: string
  to: string | null
  from: string | null
}

export class Story {
  readonly phones: Phone[] = []
  readonly pages: Context[] = []
  /** Every change that was ever saved or taken, and those that a person has dropped or replaced by another. */
  readonly kept = new Set<string>()
  readonly dropped = new Set<string>()
  /** By decision. */
  readonly seen = new Map<string, Seen>()
  /** By change of an hour. */
  readonly touched = new Map<string, Touch>()
  /** By submission: the changes of its hours that its phone had not delivered. */
  readonly before = new Map<string, Touch[]>()

  async begin(manager: string | null): Promise<void> {
    await stage.begin()
    world.upset = null
    const { people } = (await (await boss('/people')).json()) as { people: { id: string; version: string }[] }
    const {
      id,
      version,
      linked: _,
      ...ada
    } = people.find((person) => person.id === stage.ada) as never as Record<string, string>
    const headers = { 'if-match': `"${version}"` }
    const deputy =
      manager && people.find((person) => person.id !== stage.ada && person.id !== stage.grace)?.id
    const put = await boss(`/people/${id}`, { method: 'PUT', headers, body: { ...ada, manager, deputy } })
    if (!put.ok) throw new Error(await put.text())
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
    if (act === 'retry' && card)
      await this.save(page, person, card.thing, () => retry(page, person, card.thing))
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
  async decision(
    page: Context,
    { act, pick, ...step }: Extract<Step, { isFresh: boolean }>,
  ): Promise<Intent | null> {
    const person = stage.ada
    if (act === 'accept' || act === 'decline') {
      const { lates } = await bookOn(page, stage.grace)
      const proposed = [...lates.values()].filter(({ status }) => status === 'proposed')
      const chosen = proposed[pick % Math.max(1, proposed.length)]
      if (!chosen) return null
      const about = { person, late: chosen.id, saw: chosen.version }
      return act === 'accept'
        ? { kind: 'late.accept', ...about }
        : { kind: 'late.decline', ...about, reason: 'so' }
    }
    const week = weekOf('date' in step ? step.date : '')
    const { version: saw, entries } = (await sheetOn(page, week)) ?? {}
    if (saw === undefined || entries === undefined) return null
    if (act === 'approve') return { kind: 'week.approve', person, week, saw, entries }
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
      const to = kept.kind === 'entry.put' ? weekOf(kept.date) : null
      const from = was && !was.deleted ? weekOf(was.date) : null
      this.touched.set(kept.id, { id: kept.id, entry: kept.entry, to, from })
    }
    if (kept.kind === 'week.submit') {
      this.before.set(
        kept.id,
        items.flatMap(({ change }) => this.touched.get(change.id) ?? []),
      )
    }
    if (kept.kind === 'late.accept') this.seen.set(kept.id, { version: kept.base, entries: [] })
    if (kept.kind !== 'week.approve') return
    // Tried again, a decision is about what was on the screen the first time.
    const first = replaced
      .map(({ change }) => this.seen.get(change.id))
      .find((seen) => seen?.version === kept.base)
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
    if (answer.status >= 500) throw new Error(await answer.text())
    if (answer.ok) this.kept.add(id)
  }

  async end(): Promise<void> {
    world.upset = null
    const outcomes = new Set<string>()
    for (const phone of this.phones) phone.isOnline = true
    for (const page of this.pages) await sync(page)
    for (const page of this.pages) outcomes.add((await sync(page)).outcome)
    for (const page of this.pages) outcomes.add((await sync(page)).outcome)
    if (outcomes.size !== 1 || !outcomes.has('done')) throw new Error([...outcomes].join())
  }
}

const thingOf = (intent: Intent): string | undefined => {
  if ('late' in intent) return intent.late
  if ('week' in intent) return weekKey(stage.ada, intent.week)
  return 'entry' in intent ? intent.entry : undefined
}

/** Ada's week on Grace's screen, as web/state/copy.ts puts it together. */
export async function sheetOn(page: Device, week: string): Promise<Seen | undefined> {
  const { rows } = await snapshot(page, stage.grace)
  const sheet = rows.find((row) => row.kind === 'sheet' && row.week.week === week)
  if (sheet?.kind !== 'sheet') return undefined
  const book = await bookOn(page, stage.grace)
  const now = book.weeks.get(weekKey(stage.ada, week)) ?? sheet.week
  const isAsRead = now.version === sheet.week.version
  const entries = isAsRead ? sheet.entries : entriesOf(book, stage.ada, week)
  return { version: now.version, entries: entries.map(({ version }) => version).toSorted() }
}
