// The address of a report: what it asks for, for whom it may, and that it is read as it was written.
import { describe, expect, it } from 'vitest'
import { addressOf, printAddress, printingIn, wantedIn } from '../../web/state/report-address.ts'
import { lin, w47 } from './reported.ts'

describe('the address of a report', () => {
  const today = '2026-11-18'
  const asked = (search: string, mayApprove: boolean) =>
    wantedIn(new URLSearchParams(search), today, mayApprove)
  const own = { range: w47, by: 'project', whose: 'me' }

  it.each([
    ['says nothing: this week of one’s own, by project', '', own],
    [
      'asks for other days',
      'from=2026-01-01&to=2026-03-31&by=day',
      { range: { from: '2026-01-01', to: '2026-03-31' }, by: 'day', whose: 'me' },
    ],
    ['asks for what there is not', 'by=client&person=bob', own],
    ['asks for people where there is one', 'by=person', own],
    [
      'keeps days that make no sense, so that the screen can say so',
      'from=x&to=2026-11-18',
      { ...own, range: { from: 'x', to: '2026-11-18' } },
    ],
  ])('%s', (_, search, wanted) => {
    expect(asked(search, true)).toEqual(wanted)
  })

  it('leads Grace to others, and Ada, who approves nobody, to herself', () => {
    for (const whose of ['all', lin.id]) {
      expect(asked(`person=${whose}`, true).whose).toBe(whose)
      expect(asked(`person=${whose}`, false).whose).toBe('me')
    }
    expect(asked('person=all&by=person', true).by).toBe('person')
    expect(asked(`person=${lin.id}&by=person`, true).by).toBe('project')
  })

  it('is read as it was written', () => {
    const wanted = { range: w47, by: 'day' as const, whose: lin.id }
    expect(asked(addressOf(wanted).split('?')[1] ?? '', true)).toEqual(wanted)
    for (const person of [lin.id, null]) {
      const printing = { person, week: '2026-W47' }
      expect(printingIn(new URLSearchParams(printAddress(printing).split('?')[1]))).toEqual(printing)
    }
  })

  it.each([
    '',
    'print=all',
    'print=all&week=2026-W54',
    'print=bob/2026-W47',
    `print=${lin.id}/47`,
    `print=${lin.id}/2026-W47/x`,
  ])('asks for no paper with %o', (search) => expect(printingIn(new URLSearchParams(search))).toBeNull())
})
