// The days that a report is about: a week, a month or any others, and what comes before and after them.
import { describe, expect, it } from 'vitest'
import {
  daysIn,
  monthAround,
  next,
  presets,
  rangeProblem,
  shapeOf,
  weekAround,
} from '../../web/state/report-range.ts'
import { w47 } from './reported.ts'

describe('a range', () => {
  it.each([
    ['a week', w47, 'week', ['2026-11-09', '2026-11-15'], ['2026-11-23', '2026-11-29']],
    ['week 53', weekAround('2026-12-31'), 'week', ['2026-12-21', '2026-12-27'], ['2027-01-04', '2027-01-10']],
    [
      'a month',
      monthAround('2026-12-24'),
      'month',
      ['2026-11-01', '2026-11-30'],
      ['2027-01-01', '2027-01-31'],
    ],
    [
      'a leap February',
      monthAround('2028-02-29'),
      'month',
      ['2028-01-01', '2028-01-31'],
      ['2028-03-01', '2028-03-31'],
    ],
    [
      'January',
      monthAround('2027-01-31'),
      'month',
      ['2026-12-01', '2026-12-31'],
      ['2027-02-01', '2027-02-28'],
    ],
    [
      'ten days',
      { from: '2026-03-25', to: '2026-04-03' },
      'days',
      ['2026-03-15', '2026-03-24'],
      ['2026-04-04', '2026-04-13'],
    ],
    [
      'one day',
      { from: '2026-03-29', to: '2026-03-29' },
      'days',
      ['2026-03-28', '2026-03-28'],
      ['2026-03-30', '2026-03-30'],
    ],
  ])('of %s has one of its kind before and after it', (_, range, shape, before, after) => {
    expect(shapeOf(range)).toBe(shape)
    expect(next(range, -1)).toEqual({ from: before[0], to: before[1] })
    expect(next(range, 1)).toEqual({ from: after[0], to: after[1] })
  })

  it('ends where the calendar of the app does', () => {
    expect(next(monthAround('2000-01-15'), -1)).toBeNull()
    expect(next(monthAround('2099-12-15'), 1)).toBeNull()
  })

  it.each([
    ['2026-11-16', '2026-11-22', null],
    ['2026-11-16', '2026-11-16', null],
    ['2026-11-16', '2026-11-15', 'backwards'],
    ['', '2026-11-15', 'missing'],
    ['2026-02-30', '2026-03-15', 'missing'],
    ['2028-01-01', '2028-12-31', null],
    ['2026-01-01', '2027-01-01', null],
    ['2026-01-01', '2027-01-02', 'too-long'],
  ])('from %s to %s: %s', (from, to, problem) => {
    expect(rangeProblem({ from, to })).toBe(problem)
  })

  it('is offered for this and the last week and month, across the year’s end', () => {
    expect(presets('2027-01-02')).toEqual({
      thisWeek: { from: '2026-12-28', to: '2027-01-03' },
      lastWeek: { from: '2026-12-21', to: '2026-12-27' },
      thisMonth: { from: '2027-01-01', to: '2027-01-31' },
      lastMonth: { from: '2026-12-01', to: '2026-12-31' },
    })
  })

  it('has each of its days once, the short one of spring too', () => {
    expect(daysIn({ from: '2026-03-28', to: '2026-03-30' })).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ])
  })
})
