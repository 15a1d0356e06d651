// Hours as a file for payroll and spreadsheets: one line per entry, and no line of totals, which would be counted again.
import { weekOf } from '#domain/calendar.ts'
import { writeDuration } from '#domain/duration.ts'
import type { Line } from '#domain/report.ts'
import { csvFile, type Separator } from './csv.ts'

/** How the numbers and lines of a file are written. Spreadsheets that write 7,5 expect semicolons between cells. */
export interface Manner {
  separator: Separator
  point: '.' | ','
}
export const commas: Manner = { separator: ',', point: '.' }
export const semicolons: Manner = { separator: ';', point: ',' }

/** The manner of writing that the spreadsheets of a locale (BCP 47) expect. */
export function mannerOf(locale: string): Manner {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? semicolons : commas
}

/** For machines, and therefore the same in every language and release; new ones come at the end. */
const columns = [
  'person',
  'date',
  'zone',
  'start',
  'end',
  'minutes',
  'duration',
  'hours',
  'project',
  'client',
  'code',
  'note',
  'status',
  'entry',
  'week',
  'personId',
]

/**
 * The lines as a CSV file. `minutes` are exact; `duration` says the same as h:mm; `hours` have as many decimals as a sum of
 * thousands of lines needs to be right to the second one: 3 x 20 minutes are 3 x 0.333333.
 * `start` and `end` keep their offset from UTC: in the night the clocks go back, 02:30 alone would be two moments.
 */
export const exportFile = (name: string, lines: readonly Line[], { separator, point }: Manner): File =>
  csvFile(name, [columns, ...lines.map((line) => cellsOf(line, point))], separator)

const cellsOf = (line: Line, point: Manner['point']): string[] => [
  line.personName ?? line.person,
  line.date,
  line.zone ?? '',
  line.start ?? '',
  line.end ?? '',
  String(line.minutes),
  writeDuration(line.minutes),
  summableHours(line.minutes, point),
  line.projectName || line.project,
  line.client,
  line.code,
  line.note,
  line.status,
  line.entry,
  weekOf(line.date),
  line.person,
]

/** Whole minutes as hours with two decimals for the eye, half a hundredth going up: 450 are `7.50`. */
export const decimalHours = (minutes: number, point: Manner['point']): string => rounded(minutes, 2, point)

/** The same with six decimals where two do not say it all: 450 are `7.50`, 20 are `0.333333`. */
const summableHours = (minutes: number, point: Manner['point']): string =>
  rounded(minutes, minutes % 3 === 0 ? 2 : 6, point)

/** Reckoned in integers. */
function rounded(minutes: number, decimals: number, point: Manner['point']): string {
  const parts = 10 ** decimals
  const count = Math.floor((minutes * parts + 30) / 60)
  return `${Math.floor(count / parts)}${point}${String(count % parts).padStart(decimals, '0')}`
}
