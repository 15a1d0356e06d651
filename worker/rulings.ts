// The verdicts of one request on their way into the ledger: chained, sealed, and each change id answered once.
import * as v from 'valibot'
import { keyOf as rowKeyOf, type Row } from './domain/book.ts'
import { AnyRefusal, type Refusal } from './domain/problem.ts'
import type { Verdict } from './domain/sync.ts'
import type { Seal } from './seal.ts'
import type { Head, Move } from './store/chains.ts'
import { type LedgerRecord, type LedgerRow, rowOf, wordsOf, type Written } from './store/ledger.ts'

/** A change on its way into the ledger. */
export interface Asked {
  id: string
  /** The chain of the ledger that its verdict goes into. */
  chain: string
  kind: string
  /** What it is about; null where it could not be read. */
  thing: string | null
  /** The device's time, where it can be read. */
  at: string | null
  /** Tells a repeat from the same id with another body. */
  digest: string
}

/** Who asked, with which client, and when (an instant); the same for all verdicts of a request. */
export interface Circumstances {
  actor: string
  client: string
  received: string
}

/** `rows`: the thing itself as the change left it, and what moved with it. */
export type Ruling =
  | { verdict: 'applied' | 'late'; rows: readonly Row[]; was: string | null }
  | { verdict: 'refused'; problem: Refusal; was: string | null }

type Known = Pick<LedgerRecord, 'chain' | 'change'>
const keyOf = ({ chain, change }: Known) => `${chain} ${change}`

export class Rulings {
  /** What is to be appended to the ledger, in order. */
  readonly rows: LedgerRow[] = []
  readonly #left = new Map<string, Written<Row>>()
  readonly #known: Map<string, LedgerRecord | LedgerRow>
  readonly #heads: Map<string, Head>
  readonly #read: readonly Head[]
  readonly #seal: Seal
  readonly #circumstances: Circumstances

  constructor(
    heads: readonly Head[],
    known: readonly LedgerRecord[],
    seal: Seal,
    circumstances: Circumstances,
  ) {
    this.#read = heads
    this.#heads = new Map(heads.map((head) => [head.id, head]))
    this.#known = new Map(known.map((row) => [keyOf(row), row]))
    this.#seal = seal
    this.#circumstances = circumstances
  }

  /** Whether this change already has a verdict, from an earlier request or from earlier in this one. */
  has = ({ chain, id }: Pick<Asked, 'chain' | 'id'>) => this.#known.has(keyOf({ chain, change: id }))

  /** Whether this person has had a verdict on this change in this chain. */
  isOf = (actor: string, chain: string, id: string) =>
    this.#known.get(keyOf({ chain, change: id }))?.actor === actor

  hasChain = (chain: string) => this.#heads.has(chain)

  /** Enters the verdict on a change that has none. */
  async enter(item: Asked, ruling: Ruling): Promise<void> {
    const head = this.#heads.get(item.chain)
    if (!head) throw new Error(`no chain ${item.chain}`)
    const { became, note, salt } = await this.#outcome(ruling)
    const row = {
      ...this.#circumstances,
      chain: item.chain,
      place: head.head + 1,
      change: item.id,
      kind: item.kind,
      thing: item.thing,
      digest: item.digest,
      verdict: ruling.verdict,
      problem: ruling.verdict === 'refused' ? JSON.stringify(ruling.problem) : null,
      was: ruling.was,
      became,
      note,
      salt,
      at: item.at,
      previous: head.hash,
    }
    const hash = await this.#seal.hash(row)
    this.#heads.set(item.chain, { id: item.chain, head: row.place, hash })
    this.#known.set(keyOf(row), { ...row, hash })
    this.rows.push({ ...row, hash })
    if (ruling.verdict === 'refused') return
    const writer = { chain: item.chain, change: item.id }
    for (const left of ruling.rows) this.#left.set(`${left.kind} ${rowKeyOf(left)}`, { ...left, writer })
  }

  /** The rows that the changes of this request have left, each once: these and no others are written. */
  left<Kind extends Row['kind']>(kind: Kind): Written<Extract<Row, { kind: Kind }>>[] {
    const isOfKind = (row: Written<Row>): row is Written<Extract<Row, { kind: Kind }>> => row.kind === kind
    return [...this.#left.values()].filter(isOfKind)
  }

  async #outcome(ruling: Ruling): Promise<Pick<LedgerRow, 'became' | 'note' | 'salt'>> {
    const nothing = { became: null, note: null, salt: null }
    if (ruling.verdict === 'refused') return nothing
    const [row, ...others] = ruling.rows
    if (!row) return nothing
    // What moved with it says its own note where it was given, and here only that it moved.
    const also = others.length > 0 ? { also: others.map(({ number: _, ...other }) => without(other)) } : {}
    const { number: _, ...rest } = row
    const note = wordsOf(row)
    if (note === null) return { became: JSON.stringify({ ...rest, ...also }), note, salt: null }
    const salt = crypto.randomUUID()
    const noteDigest = await this.#seal.noteDigest(note, salt)
    return { became: JSON.stringify({ ...without(rest), ...also, noteDigest }), note, salt }
  }

  /** How the chains' heads move when the rows are appended. */
  moves(): Move[] {
    return this.#read.flatMap((read) => {
      const next = this.#heads.get(read.id)
      return next && next.head > read.head
        ? { id: read.id, from: read.head, to: next.head, hash: next.hash }
        : []
    })
  }

  /** The answer to each item, in order. `numbers`: what SQLite gave the appended rows. */
  verdicts(items: readonly Asked[], numbers: readonly (Known & { number: number })[]): Verdict[] {
    const given = new Map(numbers.map((row) => [keyOf(row), row.number]))
    return items.map((item) => {
      const key = keyOf({ chain: item.chain, change: item.id })
      const row = this.#known.get(key)
      if (!row) throw new Error(`no verdict on ${item.id}`)
      const number = 'number' in row ? row.number : (given.get(key) ?? 0)
      if (row.digest === item.digest) return verdictOf({ ...row, number })
      return { id: item.id, number, verdict: 'refused', problem: { code: 'change.reused' } }
    })
  }
}

/** A row without its words, which stand beside it in the ledger. */
function without(row: object): object {
  const { note: _, reason: __, ...rest } = { note: '', reason: '', ...row }
  return rest
}

/** A stored verdict as it is answered, the first time and every time after. */
function verdictOf(row: LedgerRecord): Verdict {
  const { change: id, number } = row
  const left = rowOf(row)
  if (row.verdict === 'applied' && left) return { id, number, verdict: 'applied', row: left }
  if (row.verdict === 'late') return { id, number, verdict: 'late', ...(left && { row: left }) }
  return { id, number, verdict: 'refused', problem: v.parse(AnyRefusal, JSON.parse(row.problem ?? '{}')) }
}
