// The feed's cursor: opaque to clients. It says how far somebody has read, proves which history that was, and under
// which rights it was read.
import * as v from 'valibot'
import type { Scope } from './domain/scope.ts'
import { Refused, wrong } from './domain/problem.ts'

export interface Cursor {
  /** Ledger number up to which everything was delivered. */
  position: number
  /** The newest ledger row at that time, and the beginning of its hash: gone or different after Time Travel. */
  witness: number
  hash: string
  /** What the caller could see. */
  rights: string
}

const beginning = { position: 0, witness: 0, hash: '' }

const integer = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const Fields = v.tuple([
  integer,
  integer,
  v.pipe(v.string(), v.regex(/^[0-9a-f]{0,16}$/)),
  v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/)),
])

/** The cursor as it goes to a client. */
export const printed = ({ position, witness, hash, rights }: Cursor) =>
  [position, witness, hash.slice(0, 16), rights].join('.')

/** The cursor a client sent; null is the beginning. Throws `input.invalid`. */
export function read(text: string | null): Cursor | null {
  if (text === null) return null
  const fields = v.safeParse(Fields, text.split('.'))
  if (!fields.success) {
    throw new Refused(wrong('since', 'must be a cursor of this API'))
  }
  const [position, witness, hash, rights] = fields.output
  return { position, witness, hash, rights }
}

/**
 * The cursor to read on from. Throws `history.restored` unless the row that the cursor knew is still the same, and then
 * `rights.changed` when its owner can see other things now.
 */
export function mustHold(cursor: Cursor | null, rows: readonly { hash: string }[], rights: string): Cursor {
  if (!cursor) return { ...beginning, rights }
  const isThere = cursor.witness === 0 || rows[0]?.hash.startsWith(cursor.hash)
  if (!isThere) throw new Refused({ code: 'history.restored' })
  if (cursor.rights !== rights) throw new Refused({ code: 'rights.changed' })
  return cursor
}

/** A fingerprint of what a caller may see: by their scopes, and of whom (ids, in order). */
export async function rightsOf(
  scopes: ReadonlySet<Scope>,
  actedFor: readonly { id: string }[],
): Promise<string> {
  const words = [...[...scopes].toSorted(), ...actedFor.map(({ id }) => id)]
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words.join(' ')))
  return new DataView(bytes).getBigUint64(0).toString(36)
}
