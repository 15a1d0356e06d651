// What people type for a time of day, and what it means. The tables are the contract.
import { describe, expect, it } from 'vitest'
import { minutesPerDay } from '#domain/calendar.ts'
import { readTime } from '#domain/moment.ts'

describe('Ada types a time of day', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['0', '00:00'],
    ['23', '23:00'],
    ['9:05', '09:05'],
    ['09:05', '09:05'],
    ['9.05', '09:05'],
    ['09.05', '09:05'],
    ['905', '09:05'],
    ['0905', '09:05'],
    ['2115', '21:15'],
    ['0000', '00:00'],
    ['9 Uhr', '09:00'],
    ['9Uhr', '09:00'],
    ['9:05 Uhr', '09:05'],
    ['9.05 uhr', '09:05'],
    ['9 Uhr 30', '09:30'],
    ['21h15', '21:15'],
    ['9h', '09:00'],
    ['9 h 05', '09:05'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9:30 pm', '21:30'],
    ['9.30pm', '21:30'],
    ['930pm', '21:30'],
    ['1130 p.m.', '23:30'],
    ['9 a.m.', '09:00'],
    ['9p', '21:00'],
    ['12am', '00:00'],
    ['12:30 am', '00:30'],
    ['12pm', '12:00'],
    ['12:59 p.m.', '12:59'],
    ['  9:05\u00a0Uhr ', '09:05'],
    ['24:00', '24:00'],
    ['24', '24:00'],
    ['24 Uhr', '24:00'],
    ['2400', '24:00'],
  ])('reads %j as %s', (typed, time) => {
    expect(readTime(typed)).toEqual({ time })
  })

  it.each(['', '  ', '\u00a0'])('says that %j is empty', (typed) => {
    expect(readTime(typed)).toEqual({ problem: 'time.empty' })
  })

  it.each([
    '9:5',
    '9.5',
    '9,5',
    '9:',
    ':30',
    '25',
    '24:01',
    '2401',
    '9:60',
    '960',
    '90',
    '-9',
    '9:05:00',
    '13pm',
    '0am',
    '21:15 pm',
    '24 pm',
    '9 o’clock',
    '9 Uhr pm',
    '12345',
    '1e2',
    'noon',
    'Uhr',
    'pm',
    '٩',
  ])('does not guess at %j', (typed) => {
    expect(readTime(typed)).toEqual({ problem: 'time.unreadable' })
  })

  it('reads back every minute of a day, with a colon, a dot, an h, bare and by halves', () => {
    for (let minute = 0; minute < minutesPerDay; minute++) {
      const [hour, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')]
      const time = `${String(hour).padStart(2, '0')}:${rest}`
      const half = `${hour % 12 || 12}:${rest} ${hour < 12 ? 'am' : 'pm'}`
      for (const typed of [
        time,
        `${hour}.${rest}`,
        `${hour}h${rest}`,
        `${hour}${rest}`,
        `${hour}:${rest} Uhr`,
        half,
      ]) {
        expect(readTime(typed)).toEqual({ time })
      }
    }
  })
})
