// What Ada typed becomes an entry, or the field says what is wrong with it.
import { describe, expect, it } from 'vitest'
import type { Project } from '../../worker/domain/project.ts'
import { text } from '../../web/messages.ts'
import { fieldOf, readEntry as readAt } from '../../web/parts/entry-input.ts'
import { blank, type Values } from '../../web/state/form.ts'

const bridge: Project = {
  kind: 'project',
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Harbour bridge',
  client: 'Port Authority',
  code: 'HB-01',
  colour: '#0f766e',
  archived: false,
  members: null,
  version: '10000000-0000-4000-8000-000000000002',
  number: 1,
}
const berlin = { zone: 'Europe/Berlin', offset: 60 }
const readEntry = (values: Values, projects: Project[], wallClock = berlin) =>
  readAt(values, projects, wallClock)
const typed: Values = {
  ...blank,
  project: bridge.id,
  search: bridge.name,
  date: '2026-11-21',
  duration: '7,5',
  note: ' kept as typed ',
}
const words = text.fieldProblem

describe('Ada saves the form', () => {
  it('keeps the note exactly as typed and the duration in whole minutes', () => {
    expect(readEntry(typed, [bridge])).toEqual({
      entry: {
        project: bridge.id,
        date: '2026-11-21',
        zone: 'Europe/Berlin',
        start: null,
        end: null,
        minutes: 450,
        note: ' kept as typed ',
      },
    })
  })

  it('takes a project that was typed and not tapped', () => {
    const read = readEntry({ ...typed, project: '', search: 'harbour' }, [bridge])
    expect(read).toMatchObject({ entry: { project: bridge.id } })
  })

  it.each([
    [{ project: '', search: '' }, { project: words.project.empty }],
    [{ project: '', search: 'Moon base' }, { project: words.project.unknown }],
    [{ date: '' }, { date: words.date }],
    [{ date: '2026-02-30' }, { date: words.date }],
    [{ duration: '' }, { duration: words.duration['duration.empty'] }],
    [{ duration: '90' }, { duration: words.duration['duration.ambiguous'] }],
    [{ note: 'x'.repeat(1001) }, { note: words.note }],
    [
      { duration: '25h', date: '' },
      { duration: words.duration['duration.too-long'], date: words.date },
    ],
  ])('%j is answered at its field', (patch, problems) => {
    expect(readEntry({ ...typed, ...patch }, [bridge])).toEqual({ problems })
  })
})

describe('Ada says from when to when', () => {
  const timed: Values = { ...typed, by: 'times', duration: 'left as it was' }
  const read = (patch: Partial<Values>, wallClock = berlin) =>
    readEntry({ ...timed, ...patch }, [bridge], wallClock)

  it('as she writes times, and the minutes follow', () => {
    expect(read({ from: '9', to: '1730' })).toEqual({
      entry: {
        project: bridge.id,
        date: '2026-11-21',
        zone: 'Europe/Berlin',
        start: '2026-11-21T09:00+01:00',
        end: '2026-11-21T17:30+01:00',
        minutes: 510,
        note: ' kept as typed ',
      },
    })
  })

  it.each<[string, Partial<Values>, string, number]>([
    ['over midnight', { from: '22:00', to: '6 Uhr' }, '2026-11-22T06:00+01:00', 480],
    ['until midnight', { from: '16:00', to: '24:00' }, '2026-11-22T00:00+01:00', 480],
    ['a whole day', { from: '0:00', to: '24:00' }, '2026-11-22T00:00+01:00', 1440],
    [
      'over the hour that is skipped',
      { date: '2026-03-29', from: '1', to: '4' },
      '2026-03-29T04:00+02:00',
      120,
    ],
    [
      'over the hour that comes twice',
      { date: '2026-10-25', from: '1', to: '4' },
      '2026-10-25T04:00+01:00',
      240,
    ],
  ])('%s', (_, patch, end, minutes) => {
    expect(read(patch)).toMatchObject({ entry: { end, minutes } })
  })

  it.each<[Partial<Values>, object]>([
    [
      { from: '', to: '' },
      { from: words.time['time.empty'], to: words.time['time.empty'] },
    ],
    [{ from: 'nine', to: '17' }, { from: words.time['time.unreadable'] }],
    [{ from: '9', to: '9' }, { duration: words.time['time.zero'] }],
    [{ date: '2026-03-29', from: '2:30', to: '4' }, { from: words.time['time.missing'] }],
    [{ date: '2026-03-29', from: '1', to: '2:30' }, { to: words.time['time.missing'] }],
    [{ date: '2026-10-25', from: '2:30', to: '4' }, { from: words.time['time.twice'] }],
    [{ date: '2026-10-25', from: '1', to: '2:30' }, { to: words.time['time.twice'] }],
    [{ date: '', from: '9', to: '17' }, { date: words.date }],
    [
      { date: '2026-10-24', from: '2:30', to: '2:30', end: '2026-10-25T02:30+01:00' },
      { duration: words.time['time.zero'] },
    ],
    [
      { project: '', search: '', from: '25', to: '9' },
      { project: words.project.empty, from: words.time['time.unreadable'] },
    ],
  ])('%j is answered at its field', (patch, problems) => {
    expect(read(patch)).toEqual({ problems })
  })

  it.each([
    ['2026-10-25T02:30+02:00', 150],
    ['2026-10-25T02:30+01:00', 90],
  ])('and means the 2:30 that is %s', (start, minutes) => {
    expect(read({ date: '2026-10-25', from: '2:30', to: '4', start })).toMatchObject({
      entry: { start, minutes },
    })
  })

  it('in the place where the entry was written', () => {
    const kolkata = { zone: 'Asia/Kolkata', offset: 60 }
    expect(read({ from: '9', to: '10' }, kolkata)).toMatchObject({
      entry: { zone: 'Asia/Kolkata', start: '2026-11-21T09:00+05:30' },
    })
  })

  it('on a device that knows no zone, or not this one', () => {
    for (const zone of [null, 'Mars/Olympus_Mons']) {
      expect(read({ from: '9', to: '10' }, { zone, offset: -210 } as typeof berlin)).toMatchObject({
        entry: { zone, start: '2026-11-21T09:00-03:30', minutes: 60 },
      })
    }
  })
})

describe('the server or the device refuses', () => {
  it.each([
    [{ code: 'project.archived', project: bridge.id, name: bridge.name }, 'project'],
    [{ code: 'day.full', date: '2026-11-21', others: 1200, minutes: 480 }, 'duration'],
    [
      { code: 'entry.overlaps', entry: 'e', start: '2026-11-21T09:00+01:00', end: '2026-11-21T10:00+01:00' },
      'overlap',
    ],
    [{ code: 'week.submitted', week: '2026-W47' }, 'date'],
    [{ code: 'week.approved', week: '2026-W47' }, 'date'],
    [{ code: 'project.not-yours', project: bridge.id }, 'project'],
    [{ code: 'entry.stale' }, 'form'],
  ] as const)('%j is shown at the field it is about', (refusal, field) => {
    expect(fieldOf(refusal)).toBe(field)
  })
})
