// Hours on their way to payroll: what stands in the file, whatever somebody typed and whichever spreadsheet opens it.
import { describe, expect, it } from 'vitest'
import { csvFile } from '../../web/data/csv.ts'
import {
  commas,
  decimalHours,
  exportFile,
  type Manner,
  mannerOf,
  semicolons,
} from '../../web/data/export-file.ts'
import type { Line } from '../../worker/domain/report.ts'

/** Ada's hour on the bridge, unless said otherwise. */
const line = (fields: Partial<Line> = {}): Line => ({
  entry: 'e0000000-0000-4000-8000-000000000001',
  person: 'a0000000-0000-4000-8000-000000000001',
  personName: 'Ada',
  date: '2026-11-21',
  zone: 'Europe/Berlin',
  start: null,
  end: null,
  minutes: 60,
  project: 'b0000000-0000-4000-8000-000000000001',
  projectName: 'Bridge',
  client: 'City',
  code: 'BRI',
  colour: '#0f766e',
  note: '',
  status: 'approved',
  ...fields,
})

const linesIn = async (lines: Line[], manner: Manner = commas) => {
  const text = await exportFile('hours.csv', lines, manner).text()
  return text.split('\r\n')
}

describe('a cell', () => {
  it.each([
    ['is left alone where it is plain', 'Bridge', 'Bridge'],
    ['keeps its comma', 'a,b', '"a,b"'],
    ['keeps its semicolon, also for who splits there', 'a;b', '"a;b"'],
    ['keeps its quotes', 'the "new" one', '"the ""new"" one"'],
    ['keeps its lines', 'one\r\ntwo', '"one\r\ntwo"'],
    ['keeps letters of other languages', 'Grüße 你好 🌉', 'Grüße 你好 🌉'],
    ['is no formula', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['is no sum', '+1', "'+1"],
    ['is no difference', '-1', "'-1"],
    ['is no reference', '@SUM(A1)', "'@SUM(A1)"],
    ['hides no formula behind a tab', '\t=1', `"'\t=1"`],
    ['hides no formula behind a return', '\r=1', `"'\r=1"`],
    ['hides no formula behind a new line', '\n=1', `"'\n=1"`],
    ['is no formula in the wide signs of East Asia', '＝1', "'＝1"],
    ['may hold an equals sign further on', 'a=1', 'a=1'],
  ])('%s', async (_, cell, written) => {
    const bytes = new Uint8Array(await csvFile('cells.csv', [[cell, 'end']]).arrayBuffer())
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    expect(new TextDecoder().decode(bytes)).toBe(`${written},end\r\n`)
  })
})

it.each([
  ['hides no formula from who splits at commas', 'ok,=1+1,x', '"ok,=1+1,x"'],
  ['keeps a decimal as it is', '7,50', '7,50'],
])('a cell between semicolons %s', async (_, cell, written) => {
  expect(await csvFile('cells.csv', [[cell, 'end']], ';').text()).toContain(`${written};end`)
})

describe('the file of Ada’s hours', () => {
  it('has titles for machines and a line per entry, and no line of totals', async () => {
    const [titles, only, end, ...more] = await linesIn([line({ minutes: 450, note: 'ribs, "north"' })])
    expect(titles).toBe(
      'person,date,zone,start,end,minutes,duration,hours,project,client,code,note,status,entry,week,personId',
    )
    expect(only).toBe(
      'Ada,2026-11-21,Europe/Berlin,,,450,7:30,7.50,Bridge,City,BRI,"ribs, ""north""",approved,e0000000-0000-4000-8000-000000000001,2026-W47,a0000000-0000-4000-8000-000000000001',
    )
    expect([end, more]).toEqual(['', []])
  })

  it('is written in German with semicolons and decimal commas, under the same titles', async () => {
    const [titles, only] = await linesIn([line({ minutes: 450, note: 'erst; dann, ja' })], semicolons)
    expect(titles).toMatch(/^person;date;zone;start;end;minutes;duration;hours;/)
    expect(only).toMatch(
      /^Ada;2026-11-21;Europe\/Berlin;;;450;7:30;7,50;Bridge;City;BRI;"erst; dann, ja";approved;/,
    )
  })

  it('tells the two 02:30 apart of the night the clocks go back', async () => {
    const [start, end] = ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00']
    const [, only] = await linesIn([line({ date: '2026-10-25', start, end })])
    expect(only).toContain(`,${start},${end},60,1:00,1.00,`)
  })

  it('runs nothing that somebody typed as a note or was called', async () => {
    const [, only] = await linesIn([line({ personName: '=cmd', note: '@now' })])
    expect(only).toMatch(/^'=cmd,.*,'@now,/)
  })

  it('names people and projects by their ids where nobody has told their names', async () => {
    const nameless = line({ personName: null, projectName: '', client: '', code: '' })
    const [, only] = await linesIn([nameless])
    expect(only).toMatch(new RegExp(`^${nameless.person},.*,${nameless.project},,,`))
  })

  it.each([
    ['three times 20 minutes are 1.00 hours', Array.from({ length: 3 }, () => 20), '1.00'],
    ['a quarter of a year of 100 people', Array.from({ length: 1527 }, () => 161), '4097.45'],
    ['a year of the worst that rounding does', Array.from({ length: 9_999 }, () => 20), '3333.00'],
  ])('adds up in decimal hours, summed as a spreadsheet does it: %s', async (_, lengths, sum) => {
    const rows = (await linesIn(lengths.map((minutes) => line({ minutes })))).slice(1, -1)
    const hours = rows.map((row) => Number(row.split(',')[7]))
    expect(hours.reduce((all, each) => all + each, 0).toFixed(2)).toBe(sum)
  })

  it('writes as many decimals as it takes, and two where they say it all', async () => {
    const rows = (await linesIn([450, 20, 40, 57, 1].map((minutes) => line({ minutes })))).slice(1, -1)
    expect(rows.map((row) => row.split(',')[7])).toEqual(['7.50', '0.333333', '0.666667', '0.95', '0.016667'])
  })
})

describe('decimal hours', () => {
  it.each([
    [0, '0.00'],
    [1, '0.02'],
    [3, '0.05'],
    [6, '0.10'],
    [10, '0.17'],
    [20, '0.33'],
    [40, '0.67'],
    [59, '0.98'],
    [60, '1.00'],
    [492, '8.20'],
    [1440, '24.00'],
    [100_000, '1666.67'],
  ])('%i minutes are %s', (minutes, hours) => {
    expect(decimalHours(minutes, '.')).toBe(hours)
    expect(decimalHours(minutes, ',')).toBe(hours.replace('.', ','))
  })
})

describe('the manner that is offered first is that of the device', () => {
  it.each([
    ['in London', 'en-GB', commas],
    ['in Berlin', 'de-DE', semicolons],
    ['in Vienna', 'de-AT', semicolons],
    // German, and yet 7.5.
    ['in Zurich', 'de-CH', commas],
    ['in Paris, where the app speaks English', 'fr-FR', semicolons],
  ])('%s', (_, locale, manner) => {
    expect(mannerOf(locale)).toBe(manner)
  })
})
