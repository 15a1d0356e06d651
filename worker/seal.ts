// The ledger's seals: HMAC-SHA-256 under a Worker secret, so that nobody who can write to D1 alone can forge history.

const encoder = new TextEncoder()
const toHex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** What a row's hash covers, in this order: all but the note and its salt, and the number SQLite will give it. */
export const sealed = [
  ...(['chain', 'place', 'change', 'actor', 'client', 'kind', 'thing', 'digest', 'verdict'] as const),
  ...(['problem', 'was', 'became', 'at', 'received', 'previous'] as const),
]

export interface Seal {
  /** Tells the same id with another body from a repeat. */
  digest(body: unknown): Promise<string>
  /** What the chain says of a note: it can be erased without breaking the chain. */
  noteDigest(note: string, salt: string): Promise<string>
  /** Our own id of somebody who calls for the first time: the same again, should a restore have forgotten them. */
  personId(issuer: string, subject: string): Promise<string>
  hash(row: Record<(typeof sealed)[number], string | number | null>): Promise<string>
}

const known = new Map<string, Seal>()

/** Seals under `secret`, at least 32 characters. Texts are hex, 64 characters. */
export async function sealUnder(secret: string): Promise<Seal> {
  const seal = known.get(secret) ?? (await makeSeal(secret))
  known.set(secret, seal)
  return seal
}

async function makeSeal(secret: string): Promise<Seal> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const sign = async (purpose: string, ...parts: unknown[]) =>
    toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify([purpose, ...parts]))))
  return {
    digest: (body) => sign('change', body),
    noteDigest: (note, salt) => sign('note', salt, note),
    personId: async (issuer, subject) => uuidFrom(await sign('person', issuer, subject)),
    hash: (row) => sign('row', ...sealed.map((column) => row[column])),
  }
}

/** A UUID of version 8 (RFC 9562, section 5.8) from a hash in hex, of which it keeps 120 bits. */
const uuidFrom = (hash: string) => hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
