// The whole promise at once: whatever two phones of Ada, their service workers, the network and the server do in
// whatever order, every change is at the server exactly once or visibly in an outbox, and both phones agree in the end.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cards } from '../../web/data/cards.ts'
import { discard, keep, retry } from '../../web/data/outbox.ts'
import { sync } from '../../web/data/sync.ts'
import { bridge, people, tunnel } from './little-api.ts'
import { adasPage, hour, outboxOf, screen, signIn } from './arrange.ts'
import { type Context, Phone } from './platform.ts'
import { type Accident, dead, lost, portal, problem, reversed, silent, truncated, World } from './world.ts'

const accidents: Record<string, Accident> = {
  dead,
  lost,
  portal,
  reversed,
  truncated,
  busy: problem(503, 'store.busy'),
  offline: dead,
}
const which = fc.nat({ max: 1 })
const pick = fc.nat({ max: 20 })
const on = fc.constantFrom('/api/changes', 'POST /api/changes', 'GET /api/changes', 'POST /token')
const accident = fc.constantFrom(...Object.keys(accidents))

const commands = {
  save: fc.record({
    do: fc.constant('save' as const),
    which,
    minutes: fc.integer({ min: 1, max: 500 }),
    tunnel: fc.boolean(),
  }),
  edit: fc.record({
    do: fc.constant('edit' as const),
    which,
    pick,
    minutes: fc.integer({ min: 1, max: 500 }),
  }),
  delete: fc.record({ do: fc.constant('delete' as const), which, pick }),
  undo: fc.record({ do: fc.constant('undo' as const), which }),
  correct: fc.record({ do: fc.constant('correct' as const), which }),
  retry: fc.record({ do: fc.constant('retry' as const), which }),
  discard: fc.record({ do: fc.constant('discard' as const), which }),
  sync: fc.record({ do: fc.constant('sync' as const), which, tabs: fc.integer({ min: 1, max: 3 }) }),
  upset: fc.record({ do: fc.constant('upset' as const), on, accident }),
  kill: fc.record({ do: fc.constant('kill' as const), which, on, isAfter: fc.boolean() }),
  archive: fc.record({ do: fc.constant('archive' as const), isArchived: fc.boolean() }),
  wait: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  restore: fc.record({ do: fc.constant('restore' as const), rows: fc.integer({ min: 1, max: 3 }) }),
}
const {
  save,
  edit,
  undo,
  correct,
  retry: again,
  discard: drop,
  upset,
  kill,
  archive,
  wait,
  restore,
} = commands
const command = fc.oneof(
  { weight: 4, arbitrary: save },
  { weight: 4, arbitrary: edit },
  { weight: 2, arbitrary: commands.delete },
  { weight: 4, arbitrary: commands.sync },
  { weight: 3, arbitrary: upset },
  { weight: 2, arbitrary: kill },
  ...[undo, correct, again, drop, archive, wait, restore].map((arbitrary) => ({ weight: 1, arbitrary })),
)
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

class Story {
  readonly world = new World()
  readonly phones: Phone[] = []
  readonly pages: Context[] = []
  /** Every change that was ever saved. */
  readonly kept = new Set<string>()
  /** Those that a person has dropped or replaced by another. */
  readonly dropped = new Set<string>()
  readonly deleted: string[] = []
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

  async keep(page: Context, entry: string | undefined, act: () => ReturnType<typeof retry>): Promise<void> {
    const replaced = cards(await outboxOf(page)).find(({ thing }) => thing === entry)?.items ?? []
    const result = await act()
    if (!result || 'refused' in result) return
    this.kept.add(result.kept.id)
    for (const { change } of replaced) this.dropped.add(change.id)
  }

  async follow(step: Command): Promise<void> {
    const page = this.pages['which' in step ? step.which : 0]
    const phone = this.phones['which' in step ? step.which : 0]
    if (!page || !phone) return
    const [card] = cards(await outboxOf(page))
    switch (step.do) {
      case 'save': {
        const intent = hour({ minutes: step.minutes, project: step.tunnel ? tunnel : bridge })
        return this.keep(page, undefined, () => keep(page, people.Ada, intent))
      }
      case 'edit':
      case 'delete': {
        const shown = await screen(page)
        const entry = shown[step.pick % Math.max(1, shown.length)]?.id
        if (entry === undefined) return
        const isEdit = step.do === 'edit'
        if (!isEdit) this.deleted.push(entry)
        const intent = isEdit
          ? hour({ entry, minutes: step.minutes })
          : { kind: 'entry.delete' as const, entry }
        return this.keep(page, entry, () => keep(page, people.Ada, intent))
      }
      case 'undo': {
        const entry = this.deleted.at(-1)
        if (entry === undefined) return
        return this.keep(page, entry, () => keep(page, people.Ada, hour({ entry })))
      }
      case 'correct':
        if (!card) return
        return this.keep(page, card.thing, () =>
          keep(page, people.Ada, hour({ entry: card.thing, minutes: 1 })),
        )
      case 'retry':
        if (!card) return
        return this.keep(page, card.thing, () => retry(page, people.Ada, card.thing))
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

it('loses nothing, doubles nothing, and two phones agree, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (steps) => {
      const story = new Story()
      await story.begin()
      for (const step of steps) await story.follow(step)
      await story.end()

      expect(new Set(story.outcomes)).toEqual(new Set(['done']))
      const { api } = story.world
      const applied = api.appliedOf('Ada')
      const boxes = await Promise.all(story.pages.map((page) => outboxOf(page)))
      const visible = boxes.flat().map(({ change }) => change.id)
      expect(visible.filter((id) => applied.includes(id))).toEqual([])
      const found = new Set([...applied, ...visible])
      expect([...story.kept].filter((id) => !found.has(id) && !story.dropped.has(id))).toEqual([])
      expect([...found].filter((id) => !story.kept.has(id))).toEqual([])
      // What is still in an outbox is on a card that a person can read; nothing waits silently.
      for (const box of boxes) expect(cards(box).flatMap(({ items }) => items)).toHaveLength(box.length)
      const [one, other] = await Promise.all(story.pages.map((page) => screen(page)))
      expect(new Set(one)).toEqual(new Set(other))
      expect(new Set(one)).toEqual(
        new Set(api.entriesOf('Ada').filter((row) => row.kind === 'entry' && !row.deleted)),
      )
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  )
}, 120_000)
