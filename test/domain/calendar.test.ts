// Dates and weeks as tables of values.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWeeks,
  daysOf,
  firstDate,
  Instant,
  lastDate,
  today,
  IsoWeek,
  weekNumber,
  WorkDate,
  weekOf,
  Zone,
} from '#domain/calendar.ts'

it.each([
  ['2026-11-21', '2026-W47'],
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2021-01-03', '2020-W53'],
  ['2024-02-29', '2024-W09'],
  ['2023-01-01', '2022-W52'],
])('%s lies in %s', (date, week) => {
  expect(weekOf(date)).toBe(week)
  expect(daysOf(week)).toContain(date)
  expect(String(weekNumber(week)).padStart(2, '0')).toBe(week.slice(-2))
})

it('has seven days in every week of a century, each in its own week, Monday first', () => {
  for (let date = '2000-01-03'; date < '2099-12-20'; date = addDays(date, 7)) {
    const week = weekOf(date)
    expect(daysOf(week)[0]).toBe(date)
    expect(daysOf(week).every((day) => weekOf(day) === week)).toBe(true)
    expect(addWeeks(addWeeks(week, 5), -5)).toBe(week)
  }
})

it.each([
  ['2026-11-20T23:30:00.000Z', 'Europe/Berlin', '2026-11-21'],
  ['2026-11-21T04:30:00.000Z', 'America/New_York', '2026-11-20'],
  ['2026-11-21T10:30:00.000Z', 'Pacific/Kiritimati', '2026-11-22'],
  ['2026-11-21T18:45:00.000Z', 'Asia/Kolkata', '2026-11-22'],
  ['2026-11-21T11:00:00.000Z', 'Etc/GMT+12', '2026-11-20'],
])('at %s it is in %s the %s', (instant, zone, date) => {
  expect(today(Date.parse(instant), zone)).toBe(date)
})

describe.each([
  [
    'WorkDate',
    WorkDate,
    ['2024-02-29', firstDate, lastDate],
    [
      '2023-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      addDays(firstDate, -1),
      addDays(lastDate, 1),
      '20261121',
      '',
    ],
  ],
  ['IsoWeek', IsoWeek, ['2026-W53', '2026-W01', '2020-W53'], ['2025-W53', '2026-W00', '2026-W54', '2026-47']],
  [
    'Instant',
    Instant,
    ['2026-11-21T09:30:00.000Z'],
    ['2026-11-21T09:30:00Z', '2026-11-21T25:30:00.000Z', '2026-11-21T09:30:00.000+01:00', 'now'],
  ],
  [
    'Zone',
    Zone,
    ['Europe/Berlin', 'Australia/Lord_Howe', 'UTC'],
    ['Europe Berlin', '+01:00', '', 'a'.repeat(80)],
  ],
])('%s', (_, schema, good, bad) => {
  it.each(good)('takes %s', (text) => expect(v.is(schema, text)).toBe(true))
  it.each(bad)('refuses %s', (text) => expect(v.is(schema, text)).toBe(false))
})
