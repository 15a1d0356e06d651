// What Ada's two phones, her client and Grace's device may do to two weeks, in whatever order: steps by chance, and the
// plots that chance seldom finds.
import fc from 'fast-check'
import { addDays, addWeeks, daysOf, instantOf, weekOf } from '#domain/calendar.ts'
import { type Accident, dead, lost, truncated } from './world.ts'

export const accidents: Record<string, Accident> = { dead, lost, truncated }
const [early, late] = [0, 1].map((count) => addWeeks(weekOf(instantOf(Date.now()).slice(0, 10)), count - 2))
export const weeks = [early ?? '', late ?? '']
const [tuesday = '', thursday = '', nextWeek = ''] = [1, 3, 9].map((days) =>
  addDays(daysOf(weeks[0] ?? '')[0] ?? '', days),
)

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
      pick,
      date,
      minutes,
      ...talk,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constant(2),
      act: fc.constantFrom(
        'approve',
        'approve',
        'approve',
        'return',
        'reopen',
        'accept',
        'accept',
        'decline',
      ),
      pick,
      date,
      ...talk,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ who: device, act: fc.constantFrom('retry', 'discard'), pick, ...talk }),
  },
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
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Before it begins, in part or whole: a week is on its way, and the other phone has not heard of it. */
const quick = { pick: 0, date: tuesday, minutes: 60, isFresh: true, isSent: true }
export const prelude: readonly Step[] = [
  { who: 0, act: 'log', ...quick },
  { who: 0, act: 'submit', ...quick },
  { who: 2, act: 'approve', ...quick },
  { who: 1, act: 'log', ...quick, isFresh: false, isSent: false },
]
/** What no run shall be without, for chance seldom gets there. */
const look = { act: 'retry', pick: 0, isFresh: true, isSent: false } as const
const blind = { ...quick, isFresh: false }
const waiting = { ...blind, isSent: false }
const atOnce: Step[] = [
  { who: 1, act: 'log', ...waiting },
  { who: 2, act: 'approve', ...quick, isSent: false },
  { who: 0, act: 'together', date: nextWeek, minutes: 1, pick: 1 },
]
export const plots: { begun: number; steps: Step[] }[] = [
  // An hour comes into the submitted week while Grace looks at it.
  {
    begun: 2,
    steps: [
      { who: 1, act: 'log', ...waiting },
      { who: 2, ...look },
      { who: 1, ...look },
      { who: 2, act: 'approve', ...blind },
    ],
  },
  // At the same moment, more than once.
  { begun: 2, steps: atOnce },
  { begun: 2, steps: [...atOnce, ...atOnce] },
  // The hour that a week is submitted with is refused, for her client has changed it.
  {
    begun: 1,
    steps: [
      { act: 'client', pick: 0, date: tuesday, minutes: 61 },
      { who: 0, act: 'edit', ...waiting },
      { who: 0, act: 'submit', ...blind },
    ],
  },
  // A late hour is accepted over one that has changed since.
  {
    begun: 1,
    steps: [
      { who: 1, ...look },
      { who: 0, act: 'submit', ...quick },
      { who: 2, act: 'approve', ...quick },
      { who: 1, act: 'edit', ...waiting },
      { who: 1, ...look },
      { who: 2, act: 'reopen', ...quick },
      { who: 0, act: 'edit', ...quick },
      { who: 2, act: 'accept', ...quick },
    ],
  },
  // Who accepts a late hour knows the version that the week will have then, but not what will be in it.
  {
    begun: 4,
    steps: [
      { who: 1, ...look },
      { who: 2, act: 'reopen', ...quick },
      { who: 1, ...look },
      { who: 0, act: 'submit', ...quick },
      { who: 1, act: 'log', ...waiting },
      { who: 2, act: 'accept', ...quick, isSent: false },
      { who: 1, ...look },
      { who: 2, act: 'approve', ...blind },
    ],
  },
]
export const plot = fc.record({
  begun: fc.nat({ max: prelude.length }),
  steps: fc.array(step, { minLength: 8, maxLength: 20, size: 'max' }),
})
