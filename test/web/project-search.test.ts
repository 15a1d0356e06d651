// What Ada remembers of a project is enough to find it, and never more than one is taken for what she meant.
import { describe, expect, it } from 'vitest'
import type { Project } from '../../worker/domain/project.ts'
import { matching, meant } from '../../web/parts/project-search.ts'

const project = (name: string, client: string, code: string): Project => ({
  kind: 'project',
  id: crypto.randomUUID(),
  name,
  client,
  code,
  colour: '#0f766e',
  archived: false,
  members: null,
  version: crypto.randomUUID(),
  number: 1,
})

const bridge = project('Harbour bridge', 'Port Authority', 'HB-01')
const tunnel = project('Tunnel', 'Österreichische Bahn', 'TU-1')
const survey = project('Tunnel survey', 'Alpine Rail', 'TS-3')
const all = [bridge, tunnel, survey]

describe('Ada looks for a project', () => {
  it.each([
    ['', all],
    ['  ', all],
    ['harbour', [bridge]],
    ['HB-01', [bridge]],
    ['port bri', [bridge]],
    ['tun', [tunnel, survey]],
    ['osterreichische', [tunnel]],
    ['ÖSTER', [tunnel]],
    ['alpine tunnel', [survey]],
    ['tunnels', []],
  ])('%j finds what has each of the words', (typed, found) => {
    expect(matching(all, typed)).toEqual(found)
  })

  it.each([
    ['Harbour bridge', bridge],
    ['harbour', bridge],
    ['tunnel', tunnel],
    ['tunnel surv', survey],
    ['t', undefined],
    ['', undefined],
    ['nothing like it', undefined],
  ])('%j means one project or none', (typed, one) => {
    expect(meant(all, typed)).toBe(one)
  })

  it('takes neither of two projects with the same name', () => {
    expect(meant([bridge, project('harbour bridge', 'Somebody else', 'X')], 'Harbour bridge')).toBeUndefined()
  })
})
