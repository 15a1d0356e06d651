// What people type for a duration, and what it means. The table is the contract; the app shows each reading live.
import { describe, expect, it } from 'vitest'
import { readDuration, writeDuration, type DurationProblem } from '../../worker/domain/duration.ts'

const readings: [typed: string, minutes: number][] = [
  ['1:30', 90],
  ['0:05', 5],
  [':45', 45],
  ['07:30', 450],
  ['24:00', 1440],
  ['1.5', 90],
  ['1,5', 90],
  ['.5', 30],
  [',25', 15],
  ['8.20', 492],
  ['8,2', 492],
  ['1.1', 66],
  ['4.35', 261],
  ['0.33', 20],
  ['0.34', 20],
  ['0.67', 40],
  ['0.125', 8],
  ['1.5h', 90],
  ['1,5 Std', 90],
  ['1,5 Std.', 90],
  ['1h30', 90],
  ['1h30m', 90],
  ['1h 30m', 90],
  ['1 h 30 min', 90],
  ['1h5m', 65],
  ['2 hours 15 minutes', 135],
  ['1 Stunde 5 Minuten', 65],
  ['90m', 90],
  ['90 Min.', 90],
  ['5min', 5],
  ['1440m', 1440],
  ['8', 480],
  ['8h', 480],
  ['24', 1440],
  ['  7:30 ', 450],
  ['7\u00a0h\u00a030', 450],
]

const refusals: [typed: string, problem: DurationProblem][] = [
  ['', 'duration.empty'],
  ['   ', 'duration.empty'],
  ['90', 'duration.ambiguous'],
  ['25', 'duration.ambiguous'],
  ['1:5', 'duration.ambiguous'],
  ['1h5', 'duration.ambiguous'],
  ['1:075', 'duration.ambiguous'],
  ['1:75', 'duration.minutes'],
  ['1h60', 'duration.minutes'],
  ['0', 'duration.zero'],
  ['0:00', 'duration.zero'],
  ['0.001', 'duration.zero'],
  ['24:01', 'duration.too-long'],
  ['24.1', 'duration.too-long'],
  ['1441m', 'duration.too-long'],
  ['25h', 'duration.too-long'],
  ['99999999999999999999', 'duration.unreadable'],
  ['0.0000000000000000001', 'duration.unreadable'],
  ['-1', 'duration.unreadable'],
  ['1:', 'duration.unreadable'],
  [':', 'duration.unreadable'],
  ['.', 'duration.unreadable'],
  ['1.', 'duration.unreadable'],
  ['1.500,5', 'duration.unreadable'],
  ['1:30:00', 'duration.unreadable'],
  ['1e2', 'duration.unreadable'],
  ['half an hour', 'duration.unreadable'],
  ['m', 'duration.unreadable'],
]

describe('Ada types a duration', () => {
  it.each(readings)('reads %j as %i minutes', (typed, minutes) => {
    expect(readDuration(typed)).toEqual({ minutes })
  })

  it.each(refusals)('does not guess at %j: %s', (typed, problem) => {
    expect(readDuration(typed)).toEqual({ problem })
  })

  it('reads back each duration of a day as it wrote it', () => {
    for (let minutes = 1; minutes <= 1440; minutes++) {
      expect(readDuration(writeDuration(minutes))).toEqual({ minutes })
    }
  })

  it('reads hundredths of an hour exactly, to the nearest minute', () => {
    for (let hundredths = 1; hundredths <= 2400; hundredths++) {
      const typed = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
      expect(readDuration(typed)).toEqual({ minutes: Math.floor((hundredths * 6 + 5) / 10) })
    }
  })
})

describe('Ada reads a duration', () => {
  it.each([
    [0, '0:00'],
    [5, '0:05'],
    [450, '7:30'],
    [1440, '24:00'],
    [2400, '40:00'],
    [-30, '−0:30'],
  ])('writes %i minutes as %s', (minutes, text) => {
    expect(writeDuration(minutes)).toBe(text)
  })
})

describe('Lin bills by the minute', () => {
  const read = (typed: string) => {
    const reading = readDuration(typed)
    if ('problem' in reading) throw new Error(`${typed}: ${reading.problem}`)
    return reading.minutes
  }
  const sum = (typed: string[]) => typed.reduce((total, each) => total + read(each), 0)

  it.each([
    [['7,5', '7.5', '7:30', '7h30', '7 h 30 min', '450m', '7,50 Std'], 450],
    [['8.20', '8,20', '8,2', '8:12', '8h12'], 492],
    [['1,5 Std', '1.5 h', '1.5 hours', '1:30', '90 Min', '1 Stunde 30 Minuten'], 90],
  ])('writes %j and means the same %i minutes', (written, count) => {
    expect(written.map(read)).toEqual(written.map(() => count))
  })

  it('is paid an hour for three times 20 minutes, however they are written', () => {
    expect(writeDuration(sum(['0:20', '0:20', '0:20']))).toBe('1:00')
    expect(writeDuration(sum(['0.33', '0,33', '20m']))).toBe('1:00')
  })

  it('gets a printed total that is the sum of the printed rows', () => {
    const rows = ['0.33', '7,77', '8.20', '1.1', '0,01', '2:59', '4.35'].map(read)
    const printed = rows.map(writeDuration)
    const total = writeDuration(rows.reduce((all, each) => all + each, 0))
    const [hours, rest] = printed
      .map((row) => row.split(':').map(Number))
      .reduce(([hours, rest], [moreHours, moreRest]) => [hours! + moreHours!, rest! + moreRest!])
    expect(printed).toEqual(['0:20', '7:46', '8:12', '1:06', '0:01', '2:59', '4:21'])
    expect(total).toBe('24:45')
    expect(writeDuration(hours! * 60 + rest!)).toBe(total)
  })
})
