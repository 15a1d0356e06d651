// What Ada and Lin have reported: their hours on the bridge, the weeks of those, and the book of Ada's device.
import { openBook, type Row } from '#domain/book.ts'
import type { Entry } from '#domain/entry.ts'
import type { Project } from '#domain/project.ts'
import type { Week } from '#domain/week.ts'
import type { Range } from '../../web/state/report-range.ts'
import * as rows from '../domain/rows.ts'

export const ada = { id: 'a0000000-0000-4000-8000-000000000001', name: 'Ada' }
export const lin = { id: 'a0000000-0000-4000-8000-000000000002', name: 'Lin' }
export const idOf = (number: number) => `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const bridge: Project = rows.project('b0000000-0000-4000-8000-000000000001', {
  name: 'Bridge',
  client: 'City',
  code: 'BRI',
  archived: true,
})

let made = 0
/** An id that no hour has yet. */
export const newId = () => idOf((made += 1))

/** An hour of Ada's on the bridge, delivered, unless said otherwise. */
export const hour = (fields: Partial<Entry> = {}): Entry =>
  rows.entry(newId(), {
    person: ada.id,
    project: bridge.id,
    date: '2026-11-18',
    zone: 'Europe/Berlin',
    version: idOf(500 + made),
    number: made + 10,
    ...fields,
  })

/** The week of those hours, approved, unless said otherwise. */
export const week = (fields: Partial<Week> = {}): Week =>
  rows.weekOf('approved', {
    person: ada.id,
    by: lin.id,
    byName: 'Grace',
    since: '2026-11-23T09:00:00.000Z',
    version: idOf(700),
    number: 700,
    ...fields,
  })
export const w47: Range = { from: '2026-11-16', to: '2026-11-22' }

export const bookWith = (...known: Row[]) =>
  openBook({ person: ada.id, name: ada.name }, '2026-11-24T09:00:00.000Z', [bridge, ...known])
