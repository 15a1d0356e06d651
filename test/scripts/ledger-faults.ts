// Whether a ledger is as it was written: no row missing, moved or changed, and every chain ending where its head says.
// The seals are the Worker's own; `npm run ledger` and the Worker's tests ask here.
import * as v from 'valibot'
import { type Seal, sealed } from '../../worker/seal.ts'

const Value = v.nullable(v.union([v.string(), v.number()]))

/** A row as SQLite has it, whatever somebody may have written into it. */
export const Row = v.object({
  ...v.entriesFromList(sealed, Value),
  number: v.number(),
  chain: v.string(),
  hash: v.string(),
  note: v.nullable(v.string()),
  salt: v.nullable(v.string()),
})
export type Row = v.InferOutput<typeof Row>

/** The head of a chain: how many rows it has, and the hash of the last. */
export const Head = v.object({ id: v.string(), head: v.number(), hash: v.string() })
export type Head = v.InferOutput<typeof Head>

/** What is wrong with a whole ledger, in words; its rows by number. Nothing, where it holds. */
export async function faultsOf(rows: readonly Row[], heads: readonly Head[], seal: Seal): Promise<string[]> {
  const chains = new Map(
    [...heads.map(({ id }) => id), ...rows.map(({ chain }) => chain)].map((id) => [id, [] as Row[]]),
  )
  for (const row of rows) chains.get(row.chain)?.push(row)
  const faults = missing(rows)
  for (const [id, own] of chains) {
    const head = heads.find((each) => each.id === id)
    faults.push(...(await faultsOfChain(own, head, seal)))
  }
  return faults
}

/** SQLite gave each row the number after the largest, and none was ever taken away. */
const missing = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ number }, index) => {
    const next = (rows[index - 1]?.number ?? 0) + 1
    return number === next ? [] : [`before row ${number}: ${number - next} missing`]
  })

/** What is wrong with one chain; its rows by number. */
export async function faultsOfChain(
  rows: readonly Row[],
  head: Pick<Head, 'head' | 'hash'> | undefined,
  seal: Seal,
): Promise<string[]> {
  const faults: string[] = []
  let last = { place: 0, hash: '' }
  for (const row of rows) {
    const said = `row ${row.number} (${row.kind} of chain ${row.chain})`
    const place = last.place + 1
    if (row.place !== place || row.previous !== last.hash)
      faults.push(`${said}: does not follow on the one before`)
    if (row.hash !== (await seal.hash(row))) faults.push(`${said}: was changed, its seal is broken`)
    if (row.note !== null && !(await isSealedNote(row, seal))) faults.push(`${said}: its note was changed`)
    last = { place, hash: row.hash }
  }
  const [row] = rows
  if ((head?.head ?? 0) !== last.place || (head?.hash ?? '') !== last.hash)
    faults.push(`chain ${row?.chain ?? ''}: does not end where its head says`)
  return faults
}

/** A note stands beside what is sealed, which holds a digest of it. */
async function isSealedNote({ became, note, salt }: Row, seal: Seal): Promise<boolean> {
  const { noteDigest } = JSON.parse(String(became ?? '{}'))
  return noteDigest === (await seal.noteDigest(note ?? '', salt ?? ''))
}
