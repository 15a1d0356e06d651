// Which report is asked for, as the address says it, and where its hours come from: one's own from this device, those of
// others from the server.
import { computed } from '@preact/signals'
import { minutesOf } from '#domain/duration.ts'
import { groupsOf, type Line, Lines, Report } from '#domain/report.ts'
import { exportFile, type Manner } from '../data/export-file.ts'
import { go, path } from './address.ts'
import { peopleOf } from './approvals.ts'
import { askServer, missing, type Missing } from './ask.ts'
import { todayHere } from './clock.ts'
import { book, cards, me, who } from './copy.ts'
import { handOver } from './file.ts'
import { addressOf, type Wanted, wantedIn } from './report-address.ts'
import { besideOf, inOrder, linesOf, withGaps } from './report-lines.ts'
import { rangeProblem } from './report-range.ts'
import { mayApprove } from './rights.ts'

export type { Manner } from '../data/export-file.ts'
export { commas, decimalHours, mannerOf, semicolons } from '../data/export-file.ts'

/** The report that the address asks for. */
export const wanted = computed(() => {
  const search = new URL(path.value, location.origin).searchParams
  return wantedIn(search, todayHere.value, mayApprove.value)
})

/** Shows another report in place of the present one; the way back leads to where the reports were opened from. */
export const want = (changes: Partial<Wanted>) => go(addressOf({ ...wanted.peek(), ...changes }), 'replace')

/** The people whose hours one may see, by name. */
export const team = computed(() => peopleOf({ book: book.value, me: me.value }))

const owner = computed(() => ({ id: me.value, name: who.value?.name ?? null }))

/** One's own report, from this device: it needs no network, and holds what is not delivered yet. */
export const ownReport = computed((): Report => {
  const { range, by } = wanted.value
  const lines = linesOf(book.value, owner.value, range)
  const groups = groupsOf(lines, by)
  const approved = minutesOf(lines.filter(({ status }) => status === 'approved'))
  return withAllDays({ ...range, by, groups, minutes: minutesOf(lines), approved })
})

/** What one's own report leaves out, or has before the server has it. */
export const ownBeside = computed(() => besideOf(book.value, cards.value, me.value, wanted.value.range))

const withAllDays = (report: Report): Report =>
  report.by === 'day' ? { ...report, groups: withGaps(report.groups, report) } : report

/** The report on others, from the server. */
export async function othersReport({ range, by, whose }: Wanted): Promise<Report | Missing> {
  const query = new URLSearchParams({ ...range, by, person: whose })
  const asked = await askServer(`/reports?${query}`, Report)
  return 'value' in asked ? withAllDays(asked.value) : missing(asked)
}

/** The hours of others one by one, from the server: all of its pages, or none. */
export async function othersLines({ range, whose }: Omit<Wanted, 'by'>): Promise<Line[] | Missing> {
  const lines: Line[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({ by: 'entry', ...range, person: whose, ...(cursor && { cursor }) })
    const asked = await askServer(`/reports?${query}`, Lines)
    if (!('value' in asked)) return missing(asked)
    lines.push(...asked.value.lines)
    cursor = asked.value.cursor
  }
  return inOrder(lines)
}

/** Hands the present report over as a CSV file, entry by entry, or says why not. */
export async function download(manner: Manner): Promise<Missing | null> {
  const asked = wanted.peek()
  const { range, whose } = asked
  const lines = whose === 'me' ? linesOf(book.peek(), owner.peek(), range) : await othersLines(asked)
  if (typeof lines === 'string') return lines
  handOver(exportFile(`hours-${range.from}-${range.to}.csv`, lines, manner))
  return null
}

/** Why that report cannot be made, or null. */
export const wantedProblem = computed(() => rangeProblem(wanted.value.range))
