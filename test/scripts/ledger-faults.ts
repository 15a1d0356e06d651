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
  const known = new Map(heads.map((head) => [head.id, head]))
  const chains = new Map<string, Row[]>(heads.map(({ id }) => [id, []]))
  for (const row of rows) chains.set(row.chain, [...(chains.get(row.chain) ?? []), row])
  const faults = missing(rows)
  for (const [id, own] of chains) {
    faults.push(...(await faultsOfChain(own, known.get(id) ?? { id, head: 0, hash: '' }, seal)))
  }
  return faults
}

/** SQLite gave each row the number after the largest, and none was ever taken away. */
const missing = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ number }, index) => {
    const next = (rows[index - 1]?.number ?? 0) + 1
    return number === next ? [] : [`rows ${next} to ${number - 1}: missing`]
  })

/** What is wrong with one chain; its rows by number. */
export async function faultsOfChain(rows: readonly Row[], head: Head, seal: Seal): Promise<string[]> {
  const faults: string[] = []
  let last = { place: 0, hash: '' }
  for (const row of rows) {
    const said = `row ${row.number} (${row.kind}, chain ${row.chain})`
    const place = last.place + 1
    if (row.place !== place || row.previous !== last.hash)
      faults.push(`${said}: does not follow on the one before`)
    if (row.hash !== (await seal.hash(row))) faults.push(`${said}: was changed`)
    else if (!(await hasItsNote(row, seal))) faults.push(`${said}: its note was changed`)
    last = { place: Number(row.place), hash: row.hash }
  }
  if (head.head !== last.place || head.hash !== last.hash)
    faults.push(`chain ${head.id}: does not end where its head says`)
  return faults
}

const Noted = v.pipe(v.string(), v.parseJson(), v.object({ noteDigest: v.string() }))

/** The note stands beside what is sealed, which holds a digest of it; it may have been erased. */
async function hasItsNote({ became, note, salt }: Row, seal: Seal): Promise<boolean> {
  if (note === null) return true
  const noted = v.safeParse(Noted, became)
  return noted.success && noted.output.noteDigest === (await seal.noteDigest(note, salt ?? ''))
}
