// Where the pages that are printed come from: this device, or the server.
import { computed } from '@preact/signals'
import * as v from 'valibot'
import { daysOf } from '#domain/calendar.ts'
import { weekKey } from '#domain/change.ts'
import type { Sheet } from '#domain/sheet.ts'
import { oldestOfSheets } from '#domain/sync.ts'
import { isLocked } from '#domain/week.ts'
import { path } from './address.ts'
import { askServer, missing, type Missing } from './ask.ts'
import { now } from './clock.ts'
import { book, hasCopy, sheets, who } from './copy.ts'
import { type Printing, printingIn } from './report-address.ts'
import { linesOf, linesOfSheet, undeliveredIn } from './report-lines.ts'
import {
  byName,
  leftOutOf,
  pageOf,
  pagesOf,
  type Printed,
  type PrintedPage,
  Standing,
} from './report-pages.ts'
import { othersLines, team } from './reports.ts'

/** What the address asks to print, or null. */
export const printing = computed(() => printingIn(new URL(path.value, location.origin).searchParams))

/** From which week on the sheets on this device are all there are. */
const oldest = computed(() => oldestOfSheets(now.value))

/** The pages that this device can print by itself; null where it has to ask. */
export const pagesHere = computed((): Printed | null => {
  const asked = printing.value
  if (!asked) return onePage()
  const { person, week } = asked
  if (person === who.value?.person) return onePage(ownPage(person, week))
  if (person === null) return pagesOfAll(week)
  const sheet = sheets.value.get(weekKey(person, week))
  return sheet ? onePage(sheetPage(sheet)) : null
})

const onePage = (...pages: PrintedPage[]): Printed => ({ pages, leftOut: [] })

function pagesOfAll(week: string): Printed | null {
  // Who is left out is only known where nobody's sheet is missing here.
  if (!hasCopy.value || week < oldest.value) return null
  const found = [...sheets.value.values()].filter((sheet) => sheet.week.week === week)
  const handedIn = found.filter(({ week }) => isLocked(week))
  if (handedIn.length === 0) return null
  const worked = new Set(found.filter(({ entries }) => entries.length > 0).map((sheet) => sheet.week.person))
  const standings = found.map((sheet) => sheet.week)
  return {
    pages: handedIn.map(sheetPage).toSorted(byName),
    leftOut: leftOutOf(week, team.value, standings, worked),
  }
}

function ownPage(person: string, week: string): PrintedPage {
  const range = rangeOf(week)
  const lines = linesOf(book.value, { id: person, name: who.value?.name ?? null }, range)
  const standing = book.value.weeks.get(weekKey(person, week))
  const page = pageOf(person, week, lines, standing, book.value.people)
  const waits = standing?.number === 0 || undeliveredIn(book.value, person, range) > 0
  return { ...page, name: page.name ?? who.value?.name ?? null, waits }
}

function sheetPage(sheet: Sheet): PrintedPage {
  const { person, week, number } = sheet.week
  const name = book.value.people.get(person)?.name ?? null
  const lines = linesOfSheet(sheet, name, book.value.projects)
  return { ...pageOf(person, week, lines, sheet.week, book.value.people), waits: number === 0 }
}

const rangeOf = (week: string) => {
  const days = daysOf(week)
  return { from: days[0] ?? '', to: days[6] ?? '' }
}

/** The pages, from the server: weeks that are too old, or too new, to lie on this device. */
export async function pagesAsked(asked: Printing): Promise<Printed | Missing> {
  const { person, week } = asked
  const [lines, standings] = await Promise.all([
    othersLines({ range: rangeOf(week), whose: person ?? 'all' }),
    standingsOf(asked),
  ])
  if (typeof lines === 'string') return lines
  if (typeof standings === 'string') return standings
  // One's own week is printed by itself: somebody else approves it.
  const others = standings.filter((each) => each.person !== who.value?.person)
  const pages = pagesOf(asked, lines, others, book.value.people)
  const worked = new Set(lines.map((line) => line.person))
  return { pages, leftOut: person === null ? leftOutOf(week, team.value, others, worked) : [] }
}

const Standings = v.object({ weeks: v.array(Standing), cursor: v.nullable(v.string()) })

async function standingsOf({ person, week }: Printing) {
  const found: v.InferOutput<typeof Standing>[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({
      from: week,
      to: week,
      ...(person && { person }),
      ...(cursor && { cursor }),
    })
    const asked = await askServer(`/weeks?${query}`, Standings)
    if (!('value' in asked)) return missing(asked)
    found.push(...asked.value.weeks)
    cursor = asked.value.cursor
  }
  return found
}
