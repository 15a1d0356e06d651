// Projects and people as those who manage them see them: what the server has, what waits here, and what it refused.
import { emptyBook } from '#domain/book.ts'
import type { Change } from '#domain/change.ts'
import type { Person } from '#domain/person.ts'
import { play } from '#domain/play.ts'
import type { Project } from '#domain/project.ts'
import type { Card } from '../data/cards.ts'

export interface Managed<Row> {
  row: Row
  /** Only here, at the server, or refused by it. */
  standing: 'device' | 'delivered' | 'attention'
  card: Card | undefined
}

/** The rows with where they stand; and what was refused as new, which exists on this device alone. */
export function managed<Row extends Project | Person>(
  rows: Iterable<Row>,
  cards: readonly Card[],
  isRow: (row: object | undefined) => row is Row,
): Managed<Row>[] {
  const refused = new Map(cards.map((card) => [card.thing, card]))
  const shown: Managed<Row>[] = []
  for (const row of rows) {
    const card = refused.get(row.id)
    refused.delete(row.id)
    const standing = card ? 'attention' : row.number === 0 ? 'device' : 'delivered'
    shown.push({ row, standing, card })
  }
  for (const card of refused.values()) {
    const row = rowOf(card.change)
    if (isRow(row)) shown.push({ row, standing: 'attention', card })
  }
  return shown
}

/** What a change would make, were there nothing yet. */
const rowOf = (change: Change): object | undefined =>
  play(emptyBook({ person: '', name: null }, change.at), change)[0]

/** What was last wanted: what stands refused, else what is there. */
export const wanted = <Row extends Project | Person>(
  { row, card }: Managed<Row>,
  isRow: (row: object | undefined) => row is Row,
): Row => {
  const refused = card && rowOf(card.change)
  return isRow(refused) ? refused : row
}
