// The feed's cursor: opaque to clients. It says how far somebody has read, proves which history that was, and under
// which rights it was read.
import * as v from 'valibot'
import type { Scope } from './domain/scope.ts'
import { Refused, wrong } from './domain/problem.ts'

export interface Cursor {
  /** Ledger number up to which everything was delivered. */
  position: number
  /** The newest ledger number when this copy was begun: what is newer comes however old its week. */
  began: number
  /** The newest ledger row at that time, and the beginning of its hash: gone or different after Time Travel. */
  witness: number
  hash: string
  /** What the caller could see. */
  rights: string
}

/** A fingerprint of what a caller may see, for a copy that reaches up to this ledger number. */
export type Rights = (position: number) => Promise<string>

const integer = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const Fields = v.tuple([
  integer,
  integer,
  integer,
  v.pipe(v.string(), v.regex(/^[0-9a-f]{0,16}$/)),
  v.pipe(v.string(), v.regex(/^[0-9a-z]{1,32}$/)),
])

/** The cursor as it goes to a client. */
export const printed = ({ position, began, witness, hash, rights }: Cursor) =>
  [position, began, witness, hash.slice(0, 16), rights].join('.')

/** The cursor a client sent; null is the beginning. Throws `input.invalid`. */
export function read(text: string | null): Cursor | null {
  if (text === null) return null
  const fields = v.safeParse(Fields, text.split('.'))
  if (!fields.success) {
    throw new Refused(wrong('since', 'must be a cursor of this API'))
  }
  const [position, began, witness, hash, rights] = fields.output
  return { position, began, witness, hash, rights }
}

/**
 * Whether one may read on from this cursor; from the beginning (null) always. Throws `history.restored` unless the row
 * that the cursor knew is still the same, and then `rights.changed` when its owner can see other things now.
 */
export async function mustHold(
  cursor: Cursor | null,
  rows: readonly { hash: string }[],
  rights: Rights,
): Promise<void> {
  if (!cursor) return
  const isThere = cursor.witness === 0 || rows[0]?.hash.startsWith(cursor.hash)
  if (!isThere) throw new Refused({ code: 'history.restored' })
  if (cursor.rights !== (await rights(cursor.position))) throw new Refused({ code: 'rights.changed' })
}

/**
 * The fingerprints of a caller's rights: of who they are (a sign-in may move), of their scopes, and of whom they act for
 * (in order). Of these people, those count who were there at the copy's position: who came later has nothing that it
 * could lack.
 */
export const rightsOf =
  (
    person: string,
    scopes: ReadonlySet<Scope>,
    actedFor: readonly { id: string; firstNumber: number }[],
  ): Rights =>
  async (position) => {
    const there = actedFor.filter(({ firstNumber }) => firstNumber <= position)
    const words = [person, ...[...scopes].toSorted(), ...there.map(({ id }) => id)]
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words.join(' ')))
    return new DataView(bytes).getBigUint64(0).toString(36)
  }
