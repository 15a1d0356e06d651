// A chain of the ledger as it lies in D1, and whether it holds.
import { env } from 'cloudflare:workers'
import { sealUnder } from '../../worker/seal.ts'
import type { LedgerRecord } from '../../worker/store/ledger.ts'
import { faultsOfChain, type Head } from '../scripts/ledger-faults.ts'

export const chainOf = async (chain: string) =>
  (
    await env.DB.prepare('select * from ledger where chain = ? order by place')
      .bind(chain)
      .all<LedgerRecord>()
  ).results

/** Whether a chain is there and holds. */
export async function holds(chain: string): Promise<boolean> {
  const seal = await sealUnder(String(env['LEDGER_SECRET']))
  const head = await env.DB.prepare('select * from chains where id = ?').bind(chain).first<Head>()
  return head !== null && (await faultsOfChain(await chainOf(chain), head, seal)).length === 0
}
