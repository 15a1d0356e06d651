// The whole promise at once: whatever two phones of Ada, their service workers, the network, the server and Grace do in
// whatever order, every change is at the server exactly once or visibly in an outbox, no week goes to Grace without its
// hours, and both phones agree in the end.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cards } from '../../web/data/cards.ts'
import { bookOn, outboxOf, screen } from './arrange.ts'
import { command } from './commands.ts'
import { Story } from './story.ts'

it('loses nothing, doubles nothing, and two phones agree, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (steps) => {
      const story = new Story()
      await story.begin()
      for (const step of steps) await story.follow(step)
      await story.end()

      expect(new Set(story.outcomes)).toEqual(new Set(['done']))
      const { api } = story.world
      const taken = api.takenFrom('Ada')
      const boxes = await Promise.all(story.pages.map((page) => outboxOf(page)))
      const visible = boxes.flat().map(({ change }) => change.id)
      expect(visible.filter((id) => taken.includes(id))).toEqual([])
      const found = new Set([...taken, ...visible])
      expect([...story.kept].filter((id) => !found.has(id) && !story.dropped.has(id))).toEqual([])
      expect([...found].filter((id) => !story.kept.has(id))).toEqual([])
      // What is still in an outbox is on a card that a person can read; nothing waits silently.
      for (const box of boxes) expect(cards(box).flatMap(({ items }) => items)).toHaveLength(box.length)
      // No week was submitted without an hour that Ada believed to be in it.
      const submitted = [...story.before].filter(([submission]) => taken.includes(submission))
      const without = submitted.filter(([submission, hours]) => {
        const before = new Set(taken.slice(0, taken.indexOf(submission)))
        return hours.some((id) => !story.dropped.has(id) && !before.has(id))
      })
      expect(without).toEqual([])
      const [one, other] = await Promise.all(story.pages.map((page) => screen(page)))
      expect(new Set(one)).toEqual(new Set(other))
      expect(new Set(one)).toEqual(new Set(api.entriesOf('Ada').filter(({ deleted }) => !deleted)))
      const books = await Promise.all(story.pages.map((page) => bookOn(page)))
      for (const { weeks, lates } of books) {
        expect(new Set(weeks.values())).toEqual(new Set(api.weeksOf('Ada')))
        expect(new Set(lates.values())).toEqual(new Set(api.latesOf('Ada')))
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  )
}, 120_000)
