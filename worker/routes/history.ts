// Rows of the ledger as the API tells them to people.
import { type History, type HistoryStep, mostSteps } from '../domain/history.ts'
import { rowOf, type ToldRecord } from '../store/ledger.ts'

/** A history, of rows that were read with one more of each sort than it holds. */
export const historyOf = (rows: readonly ToldRecord[]): History => ({
  history: rows.filter(({ newest }) => newest <= mostSteps).map(stepOf),
  more: rows.some(({ newest }) => newest > mostSteps),
})

function stepOf(row: ToldRecord): HistoryStep {
  const { change, kind, thing, verdict, problem, was, at, received, client, actor, name } = row
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
