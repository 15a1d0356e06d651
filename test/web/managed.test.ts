// Root’s list holds every project once, whether the server has it, has not seen it yet, or has refused it.
import { describe, expect, it } from 'vitest'
import type { Card } from '../../web/data/cards.ts'
import { managed, wanted } from '../../web/state/managed.ts'
import type { Change } from '../../worker/domain/change.ts'
import type { Project } from '../../worker/domain/project.ts'
import * as rows from '../domain/rows.ts'

const isProject = (row: object | undefined): row is Project =>
  row !== undefined && 'kind' in row && row.kind === 'project'

const bridge = rows.project('00000000-0000-4000-8000-000000000001', { name: 'Harbour bridge' })

const made = { id: '00000000-0000-4000-8000-000000000003', at: '2026-11-21T09:00:00.000Z' }

function refused(change: Change): Card {
  return { thing: bridge.id, problem: { code: 'project.stale' }, change, kept: made.at, items: [] }
}

function put(fields: Partial<Project>): Change {
  const { id: project, name, client, code, colour, archived, members } = { ...bridge, ...fields }
  const values = { name, client, code, colour, archived, members }
  return { ...made, kind: 'project.put', project, ...values, base: null }
}

describe('Root’s projects', () => {
  it('are delivered once the server has numbered them, and before that on this device', () => {
    const waiting = { ...bridge, id: '00000000-0000-4000-8000-000000000002', number: 0 }
    const standings = managed([bridge, waiting], [], isProject).map(({ standing }) => standing)
    expect(standings).toEqual(['delivered', 'device'])
  })

  it('show what the server has, with what was refused of it one tap away', () => {
    const shown = managed([bridge], [refused(put({ name: 'Old bridge' }))], isProject)
    expect(shown).toHaveLength(1)
    expect(shown[0]).toMatchObject({ standing: 'attention', row: { name: 'Harbour bridge' } })
    expect(shown.map((each) => wanted(each, isProject).name)).toEqual(['Old bridge'])
  })

  it('hold a new one that was refused, for it is nowhere else', () => {
    const shown = managed([], [refused(put({ name: 'Lighthouse' }))], isProject)
    expect(shown).toMatchObject([{ standing: 'attention', row: { id: bridge.id, name: 'Lighthouse' } }])
  })

  it('do not hold what was refused of something else', () => {
    expect(managed([], [refused(rows.personPut(bridge.id))], isProject)).toEqual([])
  })
})
