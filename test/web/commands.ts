// What may happen, in whatever order.
import fc from 'fast-check'
import { type Accident, dead, lost, portal, problem, reversed, truncated } from './world.ts'

export const accidents: Record<string, Accident> = {
  dead,
  lost,
  portal,
  reversed,
  truncated,
  busy: problem(503, 'store.busy'),
  offline: dead,
}
/** The days of the stories, in two weeks. */
const dates = ['2026-11-21', '2026-11-13'] as const

const which = fc.nat({ max: 1 })
const pick = fc.nat({ max: 20 })
const minutes = fc.integer({ min: 1, max: 500 })
const date = fc.constantFrom(...dates)
const on = fc.constantFrom('/api/changes', 'POST /api/changes', 'GET /api/changes', 'POST /token')
const accident = fc.constantFrom(...Object.keys(accidents))

const does = <const Name extends string, Fields extends object>(
  name: Name,
  fields: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
) => fc.record({ ...fields, do: fc.constant(name) }) as fc.Arbitrary<Fields & { do: Name }>

export const command = fc.oneof(
  { weight: 4, arbitrary: does('save', { which, minutes, date, tunnel: fc.boolean() }) },
  { weight: 4, arbitrary: does('edit', { which, pick, minutes, date }) },
  { weight: 2, arbitrary: does('delete', { which, pick }) },
  { weight: 3, arbitrary: does('submit', { which, date }) },
  { weight: 1, arbitrary: does('withdraw', { which, date }) },
  {
    weight: 2,
    arbitrary: does('grace', { date, is: fc.constantFrom('approve', 'return', 'reopen', 'accept') }),
  },
  { weight: 4, arbitrary: does('sync', { which, tabs: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: does('upset', { on, accident }) },
  { weight: 2, arbitrary: does('kill', { which, on, isAfter: fc.boolean() }) },
  { weight: 1, arbitrary: does('undo', { which }) },
  { weight: 1, arbitrary: does('correct', { which }) },
  { weight: 1, arbitrary: does('retry', { which, pick }) },
  { weight: 1, arbitrary: does('discard', { which, pick }) },
  { weight: 1, arbitrary: does('archive', { isArchived: fc.boolean() }) },
  { weight: 1, arbitrary: does('wait', { minutes: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: does('restore', { rows: fc.integer({ min: 1, max: 3 }) }) },
)
export type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never
