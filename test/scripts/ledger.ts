// `npm run ledger -- <file> [<number>:<hash>]`: whether an exported ledger is as the Worker wrote it, or which row is not.
// The file is what `wrangler d1 export` made; LEDGER_SECRET stands in the environment. The second word is what an
// earlier check said at its end: the one thing a ledger cannot show by itself is that its newest rows are gone.
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { sealUnder } from '../../worker/seal.ts'
import { faultsOf, Head, Row } from './ledger-faults.ts'

try {
  await check(process.argv[2], process.argv[3])
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}

async function check(file: string | undefined, known: string | undefined): Promise<void> {
  const secret = process.env['LEDGER_SECRET']
  if (!file || !secret)
    throw new Error('Say which file, with LEDGER_SECRET in the environment (README, Deploy and restore).')
  const { rows, heads } = read(file)
  const faults = await faultsOf(rows, heads, await sealUnder(secret))
  if (known && !rows.some((row) => witness(row) === known))
    faults.push(`row ${known} of the earlier check is not there`)
  for (const fault of faults) console.error(fault)
  if (rows.length > 0 && faults.length >= rows.length)
    console.error('Nearly everything: is this the right LEDGER_SECRET?')
  if (faults.length > 0)
    throw new Error(
      `The ledger does not hold: ${faults.length} of its rows and chains are not as they were written.`,
    )
  const [last] = rows.slice(-1)
  console.log(
    `The ledger holds: ${rows.length} rows in ${heads.length} chains, up to ${last ? witness(last) : 'none'}`,
  )
}

/** A row as an operator can write it down. */
function witness({ number, hash }: Row): string {
  return `${number}:${hash.slice(0, 16)}`
}

/** The ledger in a file of SQL. */
function read(file: string): { rows: Row[]; heads: Head[] } {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
  database.exec(readFileSync(file, 'utf8'))
  const all = (query: string) => database.prepare(query).all()
  return {
    rows: v.parse(v.array(Row), all('select * from ledger order by number')),
    heads: v.parse(v.array(Head), all('select * from chains')),
  }
}
