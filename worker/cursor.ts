// The feed's cursor: opaque to clients. It says how far somebody has read, proves which history that was, and under
// which rights it was read.
import * as v from 'valibot'
import type { Scope } from './domain/scope.ts'
import { Refused } from './domain/problem.ts'

export interface Cursor {
  /** Ledger number up to which everything was delivered. */
  position: number
  /** The newest ledger row at that time, and the beginning of its hash: gone or different after Time Travel. */
  witness: number
  hash: string
  /** What the caller could see. */
  rights: string
}

export const beginning = { position: 0, witness: 0, hash: '' }

const integer = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const Fields = v.tuple([
  integer,
  integer,
  v.pipe(v.string(), v.regex(/^[0-9a-f]{0,16}$/)),
  v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/)),
])

export const printed = ({ position, witness, hash, rights }: Cursor) =>
  [position, witness, hash.slice(0, 16), rights].join('.')

/** The cursor a client sent; null is the beginning. Throws `input.invalid`, and `rights.changed` when it can see other things now. */
export function read(text: string | null, rights: string): Cursor {
  if (text === null) return { ...beginning, rights }
  const fields = v.safeParse(Fields, text.split('.'))
  if (!fields.success) {
    throw new Refused({
      code: 'input.invalid',
      issues: [{ path: 'since', reason: 'must be a cursor of this API' }],
    })
  }
  const [position, witness, hash, then] = fields.output
  if (then !== rights) throw new Refused({ code: 'rights.changed' })
  return { position, witness, hash, rights }
}

/** Throws `history.restored` unless the row that the cursor knew is still the same. */
export function mustHold(cursor: Cursor, rows: readonly { hash: string }[]): void {
  const isThere = cursor.witness === 0 || rows[0]?.hash.startsWith(cursor.hash)
  if (!isThere) throw new Refused({ code: 'history.restored' })
}

/** A fingerprint of what a caller may see. */
export async function rightsOf(scopes: ReadonlySet<Scope>): Promise<string> {
  const bytes = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode([...scopes].toSorted().join(' ')),
  )
  return new DataView(bytes).getBigUint64(0).toString(36)
}
