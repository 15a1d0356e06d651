// Two phones of Ada in the middle of everything, and what of it must be remembered to tell whether a promise was broken.
import { weekOf } from '#domain/calendar.ts'
import { type Change, weekKey } from '#domain/change.ts'
import { cards } from '../../web/data/cards.ts'
import type { Intent } from '../../web/data/intent.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import { adasPage, bookOn, hour, outboxOf, screen, signIn } from './arrange.ts'
import { accidents, type Command } from './commands.ts'
import { type Context, Phone } from './platform.ts'
import { bridge, people, tunnel } from './set-up.ts'
import { dead, silent, World } from './world.ts'

export class Story {
  readonly world = new World()
  readonly phones: Phone[] = []
  readonly pages: Context[] = []
  /** Every change that was ever saved. */
  readonly kept = new Set<string>()
  /** Those that a person has dropped or replaced by another. */
  readonly dropped = new Set<string>()
  readonly deleted: string[] = []
  /** By the id of a submission: the changes of hours of its week that were saved before it and had no verdict then. */
  readonly before = new Map<string, string[]>()
  /** Of the syncs after calm had come. */
  readonly outcomes: string[] = []

  async begin(): Promise<void> {
    this.world.tenant.policy = 'overlap'
    for (let count = 0; count < 2; count += 1) {
      const phone = new Phone(this.world, count * 3_600_000)
      phone.patience = 3000
      this.phones.push(phone)
      this.pages.push(await adasPage(this.world, phone))
    }
  }

  /** Saves on a page, and remembers what gave way to it. */
  async save(page: Context, thing: string | undefined, act: () => ReturnType<typeof retry>): Promise<void> {
    const items = await outboxOf(page)
    const replaced = cards(items).find((card) => card.thing === thing)?.items ?? []
    const result = await act()
    if (!result || 'refused' in result) return
    this.kept.add(result.kept.id)
    for (const { change } of replaced) this.dropped.add(change.id)
    if (result.kept.kind !== 'week.submit') return
    const { id, week } = result.kept
    const inWeek = items.filter(({ change }) => change.kind === 'entry.put' && weekOf(change.date) === week)
    this.before.set(
      id,
      inWeek.map(({ change }) => change.id),
    )
  }

  async follow(step: Command): Promise<void> {
    const page = this.pages['which' in step ? step.which : 0]
    const phone = this.phones['which' in step ? step.which : 0]
    if (!page || !phone) return
    const keeping = (thing: string | undefined, intent: Intent) =>
      this.save(page, thing, () => keep(page, people.Ada, intent))
    const found = cards(await outboxOf(page))
    const card = found[('pick' in step ? step.pick : 0) % Math.max(1, found.length)]
    switch (step.do) {
      case 'save': {
        const { minutes, date } = step
        return keeping(undefined, hour({ minutes, date, project: step.tunnel ? tunnel : bridge }))
      }
      case 'edit':
      case 'delete': {
        const shown = await screen(page)
        const entry = shown[step.pick % Math.max(1, shown.length)]?.id
        if (entry === undefined) return
        const isEdit = step.do === 'edit'
        if (!isEdit) this.deleted.push(entry)
        const { minutes, date } = isEdit ? step : { minutes: 1, date: '' }
        return keeping(entry, isEdit ? hour({ entry, minutes, date }) : { kind: 'entry.delete', entry })
      }
      case 'submit':
      case 'withdraw': {
        const week = weekOf(step.date)
        const thing = weekKey(people.Ada, week)
        const saw = (await bookOn(page)).weeks.get(thing)?.version ?? null
        return keeping(thing, { kind: `week.${step.do}`, week, saw })
      }
      case 'grace':
        return this.decide(weekOf(step.date), step.is)
      case 'undo': {
        const entry = this.deleted.at(-1)
        return entry === undefined ? undefined : keeping(entry, hour({ entry }))
      }
      case 'correct': {
        const hours = found.find(({ change }) => change.kind === 'entry.put')
        return hours && keeping(hours.thing, hour({ entry: hours.thing, minutes: 1 }))
      }
      case 'retry':
        return card && this.save(page, card.thing, () => retry(page, people.Ada, card.thing))
      case 'discard':
        if (!card) return
        for (const { change } of card.items) this.dropped.add(change.id)
        await discard(page, people.Ada, card.thing)
        return
      case 'sync':
        await Promise.all(
          Array.from({ length: step.tabs }, (_, tab) => sync(tab === 0 ? page : phone.open())),
        )
        return
      case 'upset':
        this.world.upset(step.on, accidents[step.accident] ?? dead)
        return
      case 'kill':
        return this.kill(phone, step)
      case 'archive':
        this.world.api.setArchived(tunnel, step.isArchived)
        return
      case 'wait':
        this.world.now += step.minutes * 60_000
        return
      case 'restore':
        this.world.api.restore(Math.max(0, this.world.api.ledger.length - step.rows))
    }
  }

  /** Grace decides on what is there, on a device of her own. */
  decide(week: string, how: 'approve' | 'return' | 'reopen' | 'accept'): void {
    const { api } = this.world
    const made = { id: crypto.randomUUID(), at: '2026-11-21T09:00:00.000Z', person: people.Ada }
    const base = api.weekOf('Ada', week)?.version
    const late = api.latesOf('Ada').find(({ status }) => status === 'proposed')
    const decision: Record<typeof how, Change | null> = {
      approve: base ? { ...made, kind: 'week.approve', week, base } : null,
      return: base ? { ...made, kind: 'week.return', week, base, reason: 'so' } : null,
      reopen: base ? { ...made, kind: 'week.reopen', week, base, reason: 'so' } : null,
      accept: late ? { ...made, kind: 'late.accept', late: late.id, base: late.version } : null,
    }
    const change = decision[how]
    if (change) api.act('Grace', change)
  }

  /** A service worker that syncs and dies: before its request arrives, or after the server has answered it. */
  async kill(phone: Phone, { on, isAfter }: { on: string; isAfter: boolean }): Promise<void> {
    const worker = phone.open()
    const reached = Promise.withResolvers<undefined>()
    const callOff = this.world.upset(on, async (request, arrive) => {
      if (isAfter) await arrive()
      reached.resolve(undefined)
      return silent(request, arrive)
    })
    const ended = sync(worker).catch(() => undefined)
    await Promise.race([reached.promise, ended])
    await worker.kill()
    callOff()
  }

  async end(): Promise<void> {
    this.world.calm()
    for (let count = 0; count < 3; count += 1) {
      this.world.now += 20 * 60_000
      for (const page of this.pages) {
        // A renewal whose answer was lost for longer than the tenant's overlap: Ada signs in again.
        if ((await sync(page)).outcome === 'sign-in') await signIn(this.world, page, 'Ada')
        this.outcomes.push((await sync(page)).outcome)
      }
    }
  }
}
