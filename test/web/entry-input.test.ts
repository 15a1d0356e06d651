// What Ada typed becomes an entry, or the field says what is wrong with it.
import { describe, expect, it } from 'vitest'
import type { Project } from '../../worker/domain/project.ts'
import { text } from '../../web/messages.ts'
import { fieldOf, readEntry } from '../../web/parts/entry-input.ts'

const bridge: Project = {
  kind: 'project',
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Harbour bridge',
  client: 'Port Authority',
  code: 'HB-01',
  colour: '#0f766e',
  archived: false,
  version: '10000000-0000-4000-8000-000000000002',
  number: 1,
}
const typed = {
  project: bridge.id,
  search: bridge.name,
  date: '2026-11-21',
  duration: '7,5',
  note: ' kept as typed ',
  saw: null,
}
const words = text.fieldProblem

describe('Ada saves the form', () => {
  it('keeps the note exactly as typed and the duration in whole minutes', () => {
    expect(readEntry(typed, [bridge])).toEqual({
      entry: { project: bridge.id, date: '2026-11-21', minutes: 450, note: ' kept as typed ' },
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

describe('the server or the device refuses', () => {
  it.each([
    [{ code: 'project.archived', project: bridge.id, name: bridge.name }, 'project'],
    [{ code: 'day.full', date: '2026-11-21', others: 1200, minutes: 480 }, 'duration'],
    [{ code: 'entry.stale' }, 'form'],
  ] as const)('%j is shown at the field it is about', (refusal, field) => {
    expect(fieldOf(refusal)).toBe(field)
  })
})
