// The grid as Ada uses it without a mouse: where a key leads, what may be typed where, and what a text means.
import { describe, expect, it } from 'vitest'
import type { ShownEntry } from '../../web/state/entries.ts'
import {
  type Cell,
  actOn,
  actWhileEditing,
  kindOf,
  meantIn,
  orderOf,
  pointOn,
  rowsOf,
} from '../../web/state/grid.ts'

const [bridge, tunnel] = ['bridge', 'tunnel']
const monday = '2026-11-16'

/** An hour of Ada's as it is shown. */
function shown(fields: Partial<ShownEntry['entry']> = {}, more: Partial<ShownEntry> = {}): ShownEntry {
  const entry: ShownEntry['entry'] = {
    kind: 'entry',
    id: crypto.randomUUID(),
    person: 'Ada',
    project: bridge,
    date: monday,
    zone: 'Europe/Berlin',
    start: null,
    end: null,
    minutes: 60,
    note: '',
    version: 'first',
    number: 1,
    deleted: false,
    ...fields,
  }
  return { entry, project: undefined, standing: 'delivered', counted: true, card: undefined, ...more }
}

const timed = shown({ start: '2026-11-16T09:00+01:00', end: '2026-11-16T10:00+01:00' })
const refused = {
  thing: 'x',
  problem: { code: 'entry.stale' },
  kept: '',
  items: [],
} as unknown as NonNullable<ShownEntry['card']>

describe('a cell', () => {
  it.each([
    ['no hours', [], 'empty'],
    ['minutes and nothing else', [shown()], 'plain'],
    ['a note', [shown({ note: 'girders' })], 'noted'],
    ['a start and an end', [timed], 'several'],
    ['two entries, even without notes', [shown(), shown()], 'several'],
    ['an entry that the server refused', [shown({}, { card: refused })], 'several'],
  ] as const)('with %s is %s', (_, entries, kind) => {
    expect(kindOf(entries)).toBe(kind)
  })
})

describe('the rows', () => {
  const week = {
    dates: [monday, '2026-11-17'],
    projects: [bridge, tunnel],
    weekLock: null,
    bookingLock: () => null,
  }

  it('add up what counts, and not what the server refused', () => {
    const entries = [
      shown({ minutes: 90 }),
      shown({ minutes: 30 }),
      shown({ minutes: 600 }, { counted: false }),
    ]
    const [row, other] = rowsOf({ ...week, entriesOn: (date) => (date === monday ? entries : []) })
    expect(row?.cells.map(({ minutes }) => minutes)).toEqual([120, 0])
    expect(row?.minutes).toBe(120)
    expect(other?.minutes).toBe(0)
  })

  it('lock an archived project alone, whose hours may still be deleted', () => {
    const archived = { code: 'project.archived', project: tunnel, name: 'Tunnel' } as const
    const rows = rowsOf({
      ...week,
      entriesOn: () => [],
      bookingLock: (project) => (project === tunnel ? archived : null),
    })
    expect(rows.map(({ cells }) => cells[0]?.lock)).toEqual([null, archived])
    expect(rows.map(({ cells }) => cells[0]?.keep)).toEqual([null, null])
  })

  it('stay where they are when others come and when their last hour goes', () => {
    expect(orderOf([tunnel], [bridge])).toEqual([tunnel, bridge])
    expect(orderOf([tunnel, bridge], [bridge, tunnel])).toEqual([tunnel, bridge])
  })
})

const lock = { code: 'week.submitted', week: '2026-W47' } as const
const cell = (fields: Partial<Cell> = {}): Cell => ({
  project: bridge,
  date: monday,
  kind: 'empty',
  entries: [],
  minutes: 0,
  lock: null,
  keep: null,
  ...fields,
})

const plain = { shift: false, control: false, alt: false }
/** `Shift+Tab` as it is pressed. */
function press(keys: string) {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  return {
    ...plain,
    key,
    shift: parts.includes('Shift'),
    control: parts.includes('Control'),
    alt: parts.includes('Alt'),
  }
}

describe('on a grid of three projects', () => {
  it.each([
    // from row and day, key, to row and day
    [0, 0, 'ArrowRight', 0, 1],
    [0, 6, 'ArrowRight', 0, 6],
    [1, 3, 'ArrowLeft', 1, 2],
    [1, 0, 'ArrowLeft', 1, 0],
    [1, 3, 'ArrowUp', 0, 3],
    [0, 3, 'ArrowUp', 0, 3],
    [1, 3, 'ArrowDown', 2, 3],
    [2, 3, 'Control+ArrowUp', 0, 3],
    [0, 3, 'Control+ArrowDown', 2, 3],
    [1, 3, 'Home', 1, 0],
    [1, 3, 'End', 1, 6],
    [1, 3, 'Control+Home', 0, 0],
    [1, 3, 'Control+End', 2, 6],
    [0, 2, 'Tab', 0, 3],
    [0, 6, 'Tab', 1, 0],
    [1, 0, 'Shift+Tab', 0, 6],
    [1, 4, 'Shift+Tab', 1, 3],
  ])('row %i, day %i: %s leads to row %i, day %i', (row, day, keys, toRow, toDay) => {
    expect(actOn(press(keys), { row, day }, 3, cell())).toEqual({
      act: 'move',
      to: { row: toRow, day: toDay },
    })
  })

  it.each([
    ['Tab', 2, 6],
    ['Shift+Tab', 0, 0],
  ])('%s leaves from its corner, so that nobody is caught in it', (keys, row, day) => {
    expect(actOn(press(keys), { row, day }, 3, cell())).toBeNull()
  })

  it.each([
    [0, 0, 'Enter', 1, 0],
    [2, 0, 'Enter', 2, 0],
    [1, 0, 'Shift+Enter', 0, 0],
    [1, 2, 'Tab', 1, 3],
    [0, 6, 'Tab', 1, 0],
    [2, 6, 'Tab', 2, 6],
    [1, 2, 'Shift+Tab', 1, 1],
    [1, 2, 'ArrowDown', 2, 2],
    [1, 2, 'ArrowUp', 0, 2],
  ])('while row %i, day %i is edited, %s commits and goes to row %i, day %i', (row, day, keys, r, d) => {
    expect(actWhileEditing(press(keys), { row, day }, 3)).toEqual({ act: 'commit', to: { row: r, day: d } })
  })

  it.each([
    ['Escape', { act: 'cancel' }],
    ['Alt+ArrowDown', { act: 'details' }],
    ['ArrowLeft', null],
    ['5', null],
    ['Home', null],
  ])('while a cell is edited, %s means %o', (keys, act) => {
    expect(actWhileEditing(press(keys), { row: 0, day: 0 }, 3)).toEqual(act)
  })
})

describe('a key on a cell', () => {
  const locked = { lock, keep: lock }
  const archived = { lock: { code: 'project.archived', project: bridge, name: 'Bridge' } } as const
  it.each([
    ['7', 'empty', {}, { act: 'edit', text: '7' }],
    [',', 'empty', {}, { act: 'edit', text: ',' }],
    ['7', 'plain', {}, { act: 'edit', text: '7' }],
    ['7', 'noted', {}, { act: 'edit', text: '7' }],
    ['7', 'several', {}, { act: 'open' }],
    ['7', 'plain', locked, { act: 'explain' }],
    ['7', 'empty', archived, { act: 'explain' }],
    ['Control+7', 'empty', {}, null],
    ['h', 'empty', {}, null],
    ['Enter', 'empty', {}, { act: 'edit', text: null }],
    ['F2', 'plain', {}, { act: 'edit', text: null }],
    ['Enter', 'noted', {}, { act: 'open' }],
    ['Enter', 'several', {}, { act: 'open' }],
    ['Enter', 'empty', locked, { act: 'explain' }],
    ['Enter', 'several', locked, { act: 'open' }],
    ['Enter', 'plain', locked, { act: 'open' }],
    ['Delete', 'empty', {}, null],
    ['Delete', 'plain', {}, { act: 'clear' }],
    ['Backspace', 'noted', {}, { act: 'clear' }],
    ['Delete', 'several', {}, { act: 'open' }],
    ['Delete', 'plain', locked, { act: 'explain' }],
    ['Delete', 'plain', archived, { act: 'clear' }],
    ['Alt+ArrowDown', 'plain', {}, { act: 'open' }],
    ['ArrowDown', 'plain', {}, { act: 'add' }],
    ['Escape', 'plain', {}, { act: 'release' }],
  ] as const)('%s on %s %o: %o', (keys, kind, locks, act) => {
    expect(actOn(press(keys), { row: 0, day: 0 }, 1, cell({ kind, ...locks }))).toEqual(act)
  })
})

describe('a tap on a cell', () => {
  const submitted = { lock, keep: lock }
  const archived = { lock: { code: 'project.archived', project: bridge, name: 'Bridge' } } as const
  it.each([
    ['of one entry', 'plain', {}, { act: 'edit', text: null }],
    ['with a note', 'noted', {}, { act: 'open' }],
    ['of one entry on an archived project', 'plain', archived, { act: 'open' }],
    ['of one entry in a submitted week', 'plain', submitted, { act: 'open' }],
    ['without hours on an archived project', 'empty', archived, { act: 'explain' }],
  ] as const)('%s leads to what can be done with it', (_, kind, locks, act) => {
    expect(pointOn(cell({ kind, ...locks }))).toEqual(act)
  })
})

describe('a text in a cell', () => {
  it.each([
    ['7,5', 'empty', 0, { minutes: 450 }],
    ['7:30', 'plain', 60, { minutes: 450 }],
    ['7:30', 'noted', 450, { nothing: true }],
    ['', 'empty', 0, { nothing: true }],
    ['', 'plain', 60, { clear: true }],
    ['0', 'noted', 60, { clear: true }],
    ['0:00', 'empty', 0, { nothing: true }],
    ['90', 'empty', 0, { problem: 'duration.ambiguous' }],
    ['soon', 'plain', 60, { problem: 'duration.unreadable' }],
  ] as const)('%j over %s (%i minutes) means %o', (text, kind, minutes, meant) => {
    expect(meantIn(text, { kind, minutes })).toEqual(meant)
  })
})
