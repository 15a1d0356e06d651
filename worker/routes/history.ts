// A row of the ledger as the API tells it to people.
import type { HistoryStep } from '../domain/history.ts'
import { type LedgerRecord, rowOf } from '../store/ledger.ts'

/** One step of a history; `name`: of whoever made it, as it is today. */
export function stepOf({ row, name }: { row: LedgerRecord; name: string | null }): HistoryStep {
  const { change, kind, thing, verdict, problem, was, at, received, client, actor } = row
  return {
    change,
    kind,
    thing,
    verdict,
    problem: problem === null ? null : JSON.parse(problem),
    was,
    became: rowOf(row),
    at,
    received,
    client,
    by: { person: actor, name },
  }
}
