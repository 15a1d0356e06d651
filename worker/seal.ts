// The ledger's seals: HMAC-SHA-256 under a Worker secret, so that nobody who can write to D1 alone can forge history.
import type { LedgerRow } from './store/ledger.ts'

const encoder = new TextEncoder()
const toHex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export interface Seal {
  /** Tells the same id with another body from a repeat. */
  digest(body: unknown): Promise<string>
  /** What the chain says of a note: it can be erased without breaking the chain. */
  noteDigest(note: string, salt: string): Promise<string>
  /** The hash of a row over everything but the note, its salt and the number that SQLite will give it. */
  hash(row: Omit<LedgerRow, 'hash'>): Promise<string>
}

/** Seals under `secret`, at least 32 characters. Texts are hex, 64 characters. */
export async function sealUnder(secret: string): Promise<Seal> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const sign = async (purpose: string, ...parts: unknown[]) =>
    toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify([purpose, ...parts]))))
  return {
    digest: (body) => sign('change', body),
    noteDigest: (note, salt) => sign('note', salt, note),
    hash: ({ chain, place, change, actor, client, kind, thing, digest, verdict, problem, was, became, at, received, previous }) =>
      sign('row', chain, place, change, actor, client, kind, thing, digest, verdict, problem, was, became, at, received, previous),
  }
}
